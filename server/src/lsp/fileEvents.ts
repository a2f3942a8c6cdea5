import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { CONFIGURATION_FILE, folderOf, REPOSITORY_MARKER, type Workspace } from '../core';
import type { FileLoader } from './fileLoader';
import type { FileSystem } from './fileSystem';
import type { Indexing } from './indexing';
import type { Guard } from './errorBoundary';
import type { Projects } from './projects';
import { yieldToEvents, SLICE } from './yielding';
import { canonicalUri } from './canonicalUri';

/** Follows what happens on the disk. */
export interface FileEvents {
  add(events: readonly FileEvent[]): void;
  /** Files are yet to be read: what they tell the others is not known, and a check now would be one too many. */
  areWaiting(): boolean;
  stop(): void;
}

interface FileEventsContext {
  readonly workspace: Workspace;
  readonly documents: ReadonlyMap<string, unknown>;
  readonly projects: Projects;
  readonly disk: FileLoader;
  readonly fileSystem: FileSystem;
  readonly indexing: Indexing;
  readonly attempt: Guard;
  /** All that was told has been looked at. */
  readonly onTaken: () => void;
}

/**
 * A change of branch is told as thousands of events, in any order and number of messages: they are gathered, the newest about
 * a file counts, and each file is read once, in slices.
 */
export function fileEventsOf(context: FileEventsContext): FileEvents {
  const { workspace, documents, projects, disk, fileSystem, indexing, attempt, onTaken } = context;
  const gone = new Set<string>();
  const there = new Map<string, FileChangeType>();
  /** Projects that are read again as a whole, since other files belong to them now. */
  const again = new Set<string>();
  let markersChanged = false;
  let isTaking = false;

  function add(events: readonly FileEvent[]): void {
    for (const event of events) attempt(`The event ${JSON.stringify(event)}`, () => addOne(event), undefined);
    void take();
  }

  function addOne({ uri, type }: FileEvent): void {
    if (typeof uri !== 'string') throw new TypeError('it has no uri');
    const key = canonicalUri(uri);
    // Not the name of a file, and as that of a folder it would be the one of all; a repository's own files concern nobody.
    if (folderOf(key) === '' || key.includes(`/${REPOSITORY_MARKER}/`)) return;
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (name === '.gitignore') {
      // What it ignores belongs to the project no longer.
      markersChanged = true;
      return readAgain(key);
    }
    if (type !== FileChangeType.Changed && (name === REPOSITORY_MARKER || name === CONFIGURATION_FILE)) {
      markersChanged = true;
      readAgain(key);
    }
    if (type === FileChangeType.Deleted) {
      there.delete(key);
      gone.add(key);
    } else {
      // What was in a folder is gone, even if there is one of the same name again.
      if (workspace.file(key)) gone.delete(key);
      there.set(key, type);
    }
  }

  function readAgain(uri: string): void {
    projects.folderChanged(folderOf(uri));
    for (const root of projects.rootsAround(uri)) again.add(root);
  }

  /** Whatever fails costs itself, and never what comes after it. */
  async function take(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    try {
      do {
        // What comes in many messages is taken together.
        await yieldToEvents();
        // Deleted ones first: of a folder that has come anew in the place of another, files may be told before its end is.
        attempt('Forgetting deleted files', forgetGone, undefined);
        let left = SLICE;
        for (const [key, type] of there) {
          if (left-- === 0) break;
          there.delete(key);
          attempt(`Looking at ${key}`, () => look(key, type), undefined);
        }
      } while (there.size > 0 || gone.size > 0);
    } finally {
      isTaking = false;
    }
    attempt('Reading projects again', readProjects, undefined);
    onTaken();
  }

  function readProjects(): void {
    if (markersChanged) projects.markersChanged();
    markersChanged = false;
    for (const root of again) if (projects.isRoot(root)) indexing.start(root);
    again.clear();
  }

  /** Of a deleted folder some clients tell nothing but its own name. */
  function forgetGone(): void {
    if (gone.size === 0) return;
    const deleted = new Set(gone);
    gone.clear();
    let mayBeFolder = false;
    for (const key of deleted) {
      if (fileSystem.isLink(key)) readAgain(key);
      if (!workspace.file(key)) mayBeFolder = true;
      else if (!documents.has(key)) workspace.delete(key);
    }
    const isDeleted = (uri: string): boolean => uri !== '' && (deleted.has(uri) || isDeleted(folderOf(uri)));
    for (const uri of documents.keys()) {
      if (!isDeleted(uri)) continue;
      workspace.setDeleted(uri, true);
      // Told before or after the end of its folder: the disk tells which of the two is true.
      if (there.has(uri) && !fileSystem.read(uri, 0)) there.delete(uri);
    }
    if (!mayBeFolder) return;
    disk.forget(isDeleted);
    // A project in it, if there was one, has gone with it.
    for (const key of deleted) for (const root of projects.rootsAround(key + '/')) if (isDeleted(root)) markersChanged = true;
    if (markersChanged) for (const key of deleted) readAgain(key);
  }

  function look(key: string, type: FileChangeType): void {
    if (documents.has(key)) workspace.setDeleted(key, false);
    if (type === FileChangeType.Created && projects.isRoot(key)) return readAgain(key);
    const root = workspace.rootOf(key);
    if (again.has(root)) return;
    if (fileSystem.isLink(key)) return readAgain(key);
    for (const name of fileSystem.linksTo(key)) {
      if (!isRead(workspace.rootOf(name))) continue;
      // What is new may be checked by its own name.
      if (type === FileChangeType.Created) readAgain(name);
      else disk.read(name);
    }
    if (!isRead(root)) return;
    const isProject = projects.isRoot(root);
    if (fileSystem.isIncluded(root, key)) disk.read(key);
    else if (isProject && type === FileChangeType.Created && fileSystem.isFolder(key)) lookInto(root, key);
  }

  /** Outside of all projects the folders of open documents are read. */
  const isRead = (root: string): boolean => projects.isRoot(root) || projects.isOpenFolder(root);

  /** Reads a folder that is new. */
  function lookInto(root: string, folder: string): void {
    for (const { kind, uri } of fileSystem.walk(root, folder)) {
      if (kind === 'file') disk.read(uri);
      else readAgain(folder);
    }
  }

  function stop(): void {
    gone.clear();
    there.clear();
    again.clear();
  }

  return { add, areWaiting: () => isTaking, stop };
}
