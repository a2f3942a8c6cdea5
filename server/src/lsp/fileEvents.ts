import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { folderOf, type Workspace } from '../core';
import type { Disk } from './disk';
import type { FileSystem } from './fileSystem';
import type { Indexing } from './indexing';
import type { Attempt } from './isolation';
import { pause, SLICE } from './slices';
import { canonical } from './uris';

/** Follows what happens on the disk. */
export interface FileEvents {
  add(events: readonly FileEvent[]): void;
  /** Files are yet to be read: what they tell the others is not known, and a check now would be one too many. */
  areWaiting(): boolean;
  stop(): void;
}

interface Surroundings {
  readonly roots: () => readonly string[];
  readonly workspace: Workspace;
  readonly disk: Disk;
  readonly fileSystem: FileSystem;
  readonly indexing: Indexing;
  readonly attempt: Attempt;
  /** All that was told has been looked at. */
  readonly onTaken: () => void;
}

/**
 * A change of branch is told as thousands of events, in any order and number of messages: they are gathered, the newest about
 * a file counts, and each file is read once, in slices.
 */
export function fileEventsOf({ roots, workspace, disk, fileSystem, indexing, attempt, onTaken }: Surroundings): FileEvents {
  const gone = new Set<string>();
  const there = new Map<string, FileChangeType>();
  /** Folders that are read again as a whole, since other files are ignored now. */
  const again = new Set<string>();
  let isTaking = false;

  function add(events: readonly FileEvent[]): void {
    for (const event of events) attempt(`The event ${JSON.stringify(event)}`, () => addOne(event), undefined);
    void take();
  }

  function addOne({ uri, type }: FileEvent): void {
    if (typeof uri !== 'string') throw new TypeError('it has no uri');
    const key = canonical(uri);
    // Not the name of a file, and as that of a folder it would be the one of all.
    if (folderOf(key) === '') return;
    if (key.endsWith('/.gitignore')) {
      const root = workspace.rootOf(key);
      if (roots().includes(root)) again.add(root);
    } else if (type === FileChangeType.Deleted) {
      there.delete(key);
      gone.add(key);
    } else {
      gone.delete(key);
      there.set(key, type);
    }
  }

  async function take(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    for (;;) {
      // Deleted ones first: of a folder that has come anew in the place of another, files may be told before its end is.
      forgetGone();
      for (const [key, type] of [...there].slice(0, SLICE)) {
        there.delete(key);
        attempt(`Looking at ${key}`, () => look(key, type), undefined);
      }
      if (there.size === 0 && gone.size === 0) break;
      await pause();
    }
    isTaking = false;
    for (const root of again) if (roots().includes(root)) indexing.start(root);
    again.clear();
    onTaken();
  }

  /** Of a deleted folder some clients tell nothing but its own name. */
  function forgetGone(): void {
    if (gone.size === 0) return;
    const isGone = (uri: string): boolean => uri !== '' && (gone.has(uri) || isGone(folderOf(uri)));
    disk.forget(isGone);
    gone.clear();
  }

  function look(key: string, type: FileChangeType): void {
    const root = workspace.rootOf(key);
    if (again.has(root)) return;
    if (!roots().includes(root)) {
      if (workspace.file(key)) disk.read(key);
    } else if (fileSystem.isWalked(root, key)) disk.read(key);
    else if (type === FileChangeType.Created && fileSystem.isFolder(key)) {
      for (const file of fileSystem.walk(key)) if (fileSystem.isWalked(root, file)) disk.read(file);
    }
  }

  function stop(): void {
    gone.clear();
    there.clear();
    again.clear();
  }

  return { add, areWaiting: () => isTaking, stop };
}
