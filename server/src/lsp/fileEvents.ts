import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { CONFIGURATION_FILE, folderOf, REPOSITORY_MARKER, type Workspace } from '../core';
import { canonicalUri } from './canonicalUri';
import type { Guard } from './errorBoundary';
import type { FileLoader } from './fileLoader';
import type { Host } from './host';
import type { Indexing } from './indexing';
import type { Projects } from './projects';
import type { TaskQueue } from './taskQueue';

/** Files looked at between two looks at what the client has sent. */
const SLICE = 100;

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
  readonly host: Host;
  readonly indexing: Indexing;
  readonly guard: Guard;
  readonly queue: TaskQueue;
  /** All that was told has been looked at. */
  readonly onTaken: () => void;
}

/**
 * A change of branch is told as thousands of events, in any order and number of messages: they are gathered, the newest about
 * a file counts, and each file is read once, in slices.
 */
export function fileEventsOf(context: FileEventsContext): FileEvents {
  const { workspace, documents, projects, disk, indexing, guard, queue, onTaken } = context;
  const { fileSystem, timers } = context.host;
  const gone = new Set<string>();
  const there = new Map<string, FileChangeType>();
  /** Projects that are read again as a whole, since other files belong to them now. */
  const again = new Set<string>();
  let markersChanged = false;
  let isTaking = false;

  function add(events: readonly FileEvent[]): void {
    for (const event of events) guard(`The event ${JSON.stringify(event)}`, () => addOne(event), undefined);
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
    queue.add(`Reading ${folderOf(uri)} again`, () => projects.folderChanged(folderOf(uri)));
    for (const root of projects.rootsAround(uri)) again.add(root);
  }

  /** Whatever fails costs itself, and never what comes after it. */
  async function take(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    try {
      do {
        // What comes in many messages is taken together.
        await timers.pause();
        // Deleted ones first: of a folder that has come anew in the place of another, files may be told before its end is.
        await guard.async('Forgetting deleted files', forgetGone, undefined);
        let left = SLICE;
        for (const [key, type] of there) {
          if (left-- === 0 || gone.size > 0) break;
          there.delete(key);
          await guard.async(`Looking at ${key}`, () => look(key, type), undefined);
        }
      } while (there.size > 0 || gone.size > 0);
    } finally {
      isTaking = false;
    }
    queue.add('Reading projects again', readProjects);
    queue.add('Checking', onTaken);
  }

  async function readProjects(): Promise<void> {
    const changed = markersChanged;
    markersChanged = false;
    if (changed) await projects.markersChanged();
    const roots = [...again];
    again.clear();
    for (const root of roots) {
      if (projects.isRoot(root)) indexing.start(root);
      // It is no project any more, and documents in it may be open.
      else await projects.folderChanged(root);
    }
  }

  /** Of a deleted folder some clients tell nothing but its own name. */
  async function forgetGone(): Promise<void> {
    if (gone.size === 0) return;
    const deleted = new Set(gone);
    gone.clear();
    let mayBeFolder = false;
    for (const key of deleted) {
      if (await fileSystem.isLink(key)) readAgain(key);
      if (!workspace.file(key)) mayBeFolder = true;
      disk.drop(key);
    }
    const isDeleted = (uri: string): boolean => uri !== '' && (deleted.has(uri) || isDeleted(folderOf(uri)));
    for (const uri of [...documents.keys()].filter(isDeleted)) {
      workspace.setDeleted(uri, true);
      // Told before or after the end of its folder: the disk tells which of the two is true.
      if (there.has(uri) && !(await fileSystem.read(uri, 0))) there.delete(uri);
    }
    if (!mayBeFolder) return;
    disk.forget(isDeleted);
    // A project in it, if there was one, has gone with it.
    for (const key of deleted) for (const root of projects.rootsAround(key + '/')) if (isDeleted(root)) markersChanged = true;
    if (markersChanged) for (const key of deleted) readAgain(key);
  }

  async function look(key: string, type: FileChangeType): Promise<void> {
    if (documents.has(key)) workspace.setDeleted(key, false);
    if (type === FileChangeType.Created && projects.isRoot(key)) return readAgain(key);
    const root = workspace.rootOf(key);
    if (again.has(root)) return;
    if (await fileSystem.isLink(key)) return readAgain(key);
    for (const name of await fileSystem.linksTo(key)) {
      if (!isRead(workspace.rootOf(name))) continue;
      // What is new may be checked by its own name.
      if (type === FileChangeType.Created) readAgain(name);
      else if (await fileSystem.isIncluded(workspace.rootOf(name), name)) await read(workspace.rootOf(name), name);
    }
    if (!isRead(root)) return;
    if (await fileSystem.isIncluded(root, key)) await read(root, key);
    else if (projects.isRoot(root) && type === FileChangeType.Created && (await fileSystem.isFolder(key))) await lookInto(root, key);
  }

  async function read(root: string, uri: string): Promise<void> {
    // Which project it belongs to may be another one meanwhile.
    if (!isRead(root) || workspace.rootOf(uri) !== root) return;
    indexing.sawFile(root, uri);
    await disk.read(uri);
  }

  /** Outside of all projects the folders of open documents are read. */
  const isRead = (root: string): boolean => projects.isRoot(root) || projects.isOpenFolder(root);

  /** Reads a folder that is new. */
  async function lookInto(root: string, folder: string): Promise<void> {
    let untilPause = SLICE;
    for await (const { kind, uri } of fileSystem.walk(root, folder)) {
      if (kind === 'file') await read(root, uri);
      else readAgain(folder);
      if (--untilPause > 0) continue;
      untilPause = SLICE;
      await timers.pause();
    }
  }

  function stop(): void {
    gone.clear();
    there.clear();
    again.clear();
  }

  return { add, areWaiting: () => isTaking, stop };
}
