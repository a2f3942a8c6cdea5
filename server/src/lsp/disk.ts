import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, type Workspace } from '../core';
import type { FileSystem } from './fileSystem';
import type { Attempt } from './isolation';

/** Files beside an opened one that are read before anything is said about it. */
const AT_ONCE = 200;

/** Brings what is on the disk into the workspace; an open document beats it. */
export interface Disk {
  /** Takes a file's text from the disk, unless it is open. */
  read(uri: string): void;
  /**
   * Reads the files beside an opened one. In a folder of thousands it stops at some: the partner is most likely among those whose
   * names are most like its own. Whether it has read all.
   */
  readBeside(uri: string): boolean;
  /** Drops the files that are not open, and of those the ones that `which` names. */
  forget(which: (uri: string) => boolean): void;
}

export function diskFor(
  workspace: Workspace,
  documents: ReadonlyMap<string, TextDocument>,
  fileSystem: FileSystem,
  maxFileSize: number,
  attempt: Attempt,
): Disk {
  function read(uri: string): void {
    if (documents.has(uri)) return;
    const content = attempt(`Reading ${uri}`, () => fileSystem.read(uri, maxFileSize), undefined);
    if (content) workspace.set(uri, content.text, false, content.unread);
    else workspace.delete(uri);
  }

  function readBeside(uri: string): boolean {
    const folder = folderOf(uri);
    // A document without a path, such as one that was never saved, stands beside nothing.
    if (folder === '') return true;
    const beside = attempt(`Listing ${folder}`, () => [...fileSystem.list(folder)], []);
    const isAll = beside.length <= AT_ONCE;
    for (const file of isAll ? beside : likestNames(uri, beside).slice(0, AT_ONCE)) read(file);
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
