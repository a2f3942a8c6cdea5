import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../core';
import { asText } from './errorBoundary';
import type { FileLoader } from './fileLoader';
import type { Host } from './host';
import { indexingProgress } from './progress';

/** Files read between two looks at what the client has sent: in the first moments of a server each takes its time. */
const READ_AT_ONCE = 20;

/** Reads projects, in slices. */
export interface Indexing {
  /** Reads a project from the beginning. */
  start(root: string): void;
  /** No project is to be read any further: look-ups that end in what was not read stay unknown. */
  stop(): void;
  /** A project is not wanted any more; what it held is forgotten by the caller, and checked after that. */
  forget(root: string): void;
  /** A file was told to be there, and is read for that. The walk may have been in its folder before, and not have seen it. */
  sawFile(root: string, uri: string): void;
  isReading(root: string): boolean;
  /** Some of the project's files may not have been read. */
  isPartial(root: string): boolean;
}

interface IndexingContext {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly disk: FileLoader;
  readonly host: Host;
  /** A project was read, or its reading has ended before that. */
  readonly onRead: () => void;
  /** The projects that were found within another one. */
  readonly onInnerProjects: (root: string, inner: ReadonlySet<string>) => void;
}

/** One reading of a project: the files that are there. */
type Reading = Set<string>;

export function indexingOf({ connection, workspace, disk, host, onRead, onInnerProjects }: IndexingContext): Indexing {
  const { fileSystem, timers } = host;
  /** Of each project that is being read, the newest reading: an older one ends when it sees another. */
  const readings = new Map<string, Reading>();
  const partial = new Set<string>();
  const progress = indexingProgress(connection, stop);

  function stop(): void {
    readings.clear();
    ended();
  }

  function forget(root: string): void {
    readings.delete(root);
    if (readings.size === 0) progress.end();
    workspace.setComplete(root, true);
    partial.delete(root);
  }

  function ended(): void {
    if (readings.size === 0) progress.end();
    onRead();
  }

  async function read(root: string): Promise<void> {
    const seen: Reading = new Set();
    const isNewest = () => readings.get(root) === seen;
    readings.set(root, seen);
    partial.add(root);
    workspace.setComplete(root, false);
    const inner = new Set<string>();
    let isWhole = true;
    let untilPause = READ_AT_ONCE;
    try {
      // A document that is opened at the same moment comes first.
      await timers.pause();
      if (!isNewest()) return;
      for await (const { kind, uri } of fileSystem.walk(root)) {
        if (!isNewest()) return;
        if (kind === 'project') inner.add(uri);
        if (kind === 'unlisted') isWhole = false;
        if (kind !== 'file') continue;
        seen.add(uri);
        if (workspace.rootOf(uri) === root) await disk.read(uri);
        if (--untilPause > 0) continue;
        untilPause = READ_AT_ONCE;
        progress.add(READ_AT_ONCE);
        await timers.pause();
      }
      if (!isNewest()) return;
      disk.forget(uri => workspace.rootOf(uri) === root && !seen.has(uri));
      if (isWhole) partial.delete(root);
      workspace.setComplete(root, isWhole);
      onInnerProjects(root, inner);
    } catch (error) {
      connection.console.error(`Reading ${root} failed: ${asText(error)}`);
    }
    if (isNewest()) readings.delete(root);
    ended();
  }

  return {
    start: root => void read(root),
    stop,
    forget,
    sawFile: (root, uri) => void readings.get(root)?.add(uri),
    isReading: root => readings.has(root),
    isPartial: root => partial.has(root),
  };
}
