import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../core';
import type { Disk } from './disk';
import type { FileSystem } from './fileSystem';
import { asText } from './isolation';
import { indexingProgress } from './progress';
import { pause, READ_AT_ONCE } from './slices';

/** Reads workspace folders, in slices. */
export interface Indexing {
  /** Reads a folder from the beginning. */
  start(root: string): void;
  /** No folder is to be read any further: look-ups that end in what was not read stay unknown. */
  stop(): void;
  /** A folder is none of the workspace any more. Whether some of its files may not have been read. */
  forget(root: string): boolean;
  isReading(root: string): boolean;
  /** Some of the folder's files may not have been read. */
  isPartial(root: string): boolean;
}

/** `onRead`: a folder was read, or its reading has ended before that. */
export function indexingOf(connection: Connection, workspace: Workspace, disk: Disk, fileSystem: FileSystem, onRead: () => void): Indexing {
  /** Those being read, each with the mark of its newest reading: an older one ends when it sees another. */
  const reading = new Map<string, symbol>();
  const partial = new Set<string>();
  const progress = indexingProgress(connection, stop);

  function stop(): void {
    reading.clear();
    ended();
  }

  function forget(root: string): boolean {
    if (reading.delete(root)) ended();
    workspace.setComplete(root, true);
    return partial.delete(root);
  }

  function ended(): void {
    if (reading.size === 0) progress.end();
    onRead();
  }

  async function read(root: string): Promise<void> {
    const mark = Symbol(root);
    reading.set(root, mark);
    partial.add(root);
    workspace.setComplete(root, false);
    const seen = new Set<string>();
    try {
      // A document that is opened at the same moment comes first.
      await pause();
      for (const uri of fileSystem.walk(root)) {
        seen.add(uri);
        if (workspace.rootOf(uri) === root) disk.read(uri);
        if (seen.size % READ_AT_ONCE !== 0) continue;
        progress.add(READ_AT_ONCE);
        await pause();
        if (reading.get(root) !== mark) return;
      }
      disk.forget(uri => workspace.rootOf(uri) === root && !seen.has(uri));
      partial.delete(root);
      workspace.setComplete(root, true);
    } catch (error) {
      connection.console.error(`Reading ${root} failed: ${asText(error)}`);
    }
    reading.delete(root);
    ended();
  }

  return {
    start: root => void read(root),
    stop,
    forget,
    isReading: root => reading.has(root),
    isPartial: root => partial.has(root),
  };
}
