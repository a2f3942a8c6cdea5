import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, type Workspace } from '../core';
import type { FileSystem } from './fileSystem';
import type { Guard } from './errorBoundary';

/** Files beside an opened one that are read before anything is said about it: of a folder that is read anyway, and of one that is not. */
const FIRST = 16;
const AT_MOST = 200;

/** Brings what is on the disk into the workspace; an open document beats it. */
export interface FileLoader {
  /** Takes a file's text from the disk, unless it is open. */
  read(uri: string): void;
  /**
   * Reads files beside an opened one, those first whose names are most like its own: its partner is most likely among them. Whether it
   * has read all. `root`: of their project. `isIndexed`: the rest comes with the project.
   */
  readBeside(uri: string, root: string, isIndexed: boolean): boolean;
  /** Drops the files that are not open, and of those the ones that `which` names. */
  forget(which: (uri: string) => boolean): void;
}

export function fileLoaderFor(
  workspace: Workspace,
  documents: ReadonlyMap<string, TextDocument>,
  fileSystem: FileSystem,
  maxFileSize: number,
  attempt: Guard,
): FileLoader {
  function read(uri: string): void {
    if (documents.has(uri)) return;
    const content = attempt(`Reading ${uri}`, () => fileSystem.read(uri, maxFileSize), undefined);
    if (content) workspace.setDiskContent(uri, content);
    else workspace.delete(uri);
  }

  function readBeside(uri: string, root: string, isIndexed: boolean): boolean {
    const folder = folderOf(uri);
    // A document without a path, such as one that was never saved, stands beside nothing.
    if (folder === '') return true;
    const beside = attempt(`Listing ${folder}`, () => fileSystem.list(root, folder), undefined);
    if (!beside) return false;
    const most = isIndexed ? FIRST : AT_MOST;
    const isAll = beside.length <= most;
    for (const file of isAll ? beside : likestNames(uri, beside).slice(0, most)) read(file);
    return isAll;
  }

  function forget(which: (uri: string) => boolean): void {
    for (const { uri } of [...workspace.allFiles()]) if (!documents.has(uri) && which(uri)) workspace.delete(uri);
  }

  return { read, readBeside, forget };
}

/** Those first that share the longest beginning with `uri`. */
function likestNames(uri: string, uris: readonly string[]): string[] {
  const shared = (other: string) => {
    let length = 0;
    while (length < other.length && other[length] === uri[length]) length++;
    return length;
  };
  return uris
    .map(other => ({ other, length: shared(other) }))
    .sort((a, b) => b.length - a.length)
    .map(({ other }) => other);
}
