import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../core';
import type { FileLoader } from './fileLoader';
import type { FileSystem } from './fileSystem';
import { asText } from './errorBoundary';
import { indexingProgress } from './progress';
import { yieldToEvents, READ_AT_ONCE } from './yielding';

/** Reads projects, in slices. */
export interface Indexing {
  /** Reads a project from the beginning. */
  start(root: string): void;
  /** No project is to be read any further: look-ups that end in what was not read stay unknown. */
  stop(): void;
  /** A project is not wanted any more; what it held is forgotten by the caller, and checked after that. */
  forget(root: string): void;
  isReading(root: string): boolean;
  /** Some of the project's files may not have been read. */
  isPartial(root: string): boolean;
}

interface IndexingContext {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly disk: FileLoader;
  readonly fileSystem: FileSystem;
  /** A project was read, or its reading has ended before that. */
  readonly onRead: () => void;
  /** The projects that were found within another one. */
  readonly onInnerProjects: (root: string, inner: ReadonlySet<string>) => void;
}

export function indexingOf({ connection, workspace, disk, fileSystem, onRead, onInnerProjects }: IndexingContext): Indexing {
  /** Those being read, each with the mark of its newest reading: an older one ends when it sees another. */
  const reading = new Map<string, symbol>();
  const partial = new Set<string>();
  const progress = indexingProgress(connection, stop);

  function stop(): void {
    reading.clear();
    ended();
  }

  function forget(root: string): void {
    reading.delete(root);
    if (reading.size === 0) progress.end();
    workspace.setComplete(root, true);
    partial.delete(root);
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
    const inner = new Set<string>();
    let isWhole = true;
    try {
      // A document that is opened at the same moment comes first.
      await yieldToEvents();
      if (reading.get(root) !== mark) return;
      for (const { kind, uri } of fileSystem.walk(root)) {
        if (kind === 'project') inner.add(uri);
        if (kind === 'unlisted') isWhole = false;
        if (kind !== 'file') continue;
        seen.add(uri);
        if (workspace.rootOf(uri) === root) disk.read(uri);
        if (seen.size % READ_AT_ONCE !== 0) continue;
        progress.add(READ_AT_ONCE);
        await yieldToEvents();
        if (reading.get(root) !== mark) return;
      }
      if (reading.get(root) !== mark) return;
      disk.forget(uri => workspace.rootOf(uri) === root && !seen.has(uri));
      if (isWhole) partial.delete(root);
      workspace.setComplete(root, isWhole);
      onInnerProjects(root, inner);
    } catch (error) {
      connection.console.error(`Reading ${root} failed: ${asText(error)}`);
    }
    if (reading.get(root) === mark) reading.delete(root);
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
