import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIGURATION_FILE, folderOf, isWithin, type Workspace } from '../core';
import type { Guard } from './errorBoundary';
import type { FileSystem } from './fileSystem';

/** Files beside an opened one that are read before anything is said about it: of a folder that is read anyway, and of one that is not. */
const FIRST = 16;
const AT_MOST = 200;

/** Brings what is on the disk into the workspace; an open document beats it. */
export interface FileLoader {
  /** Takes a file's text from the disk, unless it is open. Of two readings of one file the one that began later counts. */
  read(uri: string): Promise<void>;
  /**
   * Reads files beside an opened one, those first whose names are most like its own: its partner is most likely among them. Whether it
   * has read all. `root`: of their project. `isIndexed`: the rest comes with the project.
   */
  readBeside(uri: string, root: string, isIndexed: boolean): Promise<boolean>;
  /** Reads the configuration files that hold for a file of a project, so that nothing is reported which they turn off. */
  readConfigurations(uri: string, root: string): Promise<void>;
  /** A file is gone: it is dropped, unless it is open. */
  drop(uri: string): void;
  /** Drops the files that are not open, and of those the ones that `which` names. */
  forget(which: (uri: string) => boolean): void;
}

interface FileLoaderContext {
  readonly workspace: Workspace;
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly fileSystem: FileSystem;
  readonly guard: Guard;
}

export function fileLoaderFor({ workspace, documents, fileSystem, guard }: FileLoaderContext): FileLoader {
  /** Of each file that is being read, the newest reading. */
  const reading = new Map<string, symbol>();

  async function read(uri: string): Promise<void> {
    if (documents.has(uri)) return;
    const mine = Symbol(uri);
    reading.set(uri, mine);
    const content = await guard.async(`Reading ${uri}`, () => fileSystem.read(uri, workspace.maxFileSizeFor(uri)), undefined);
    if (reading.get(uri) !== mine) return;
    reading.delete(uri);
    if (documents.has(uri)) return;
    if (content) workspace.setDiskContent(uri, content);
    else workspace.delete(uri);
  }

  async function readBeside(uri: string, root: string, isIndexed: boolean): Promise<boolean> {
    const folder = folderOf(uri);
    // A document without a path, such as one that was never saved, stands beside nothing.
    if (folder === '') return true;
    const beside = await guard.async(`Listing ${folder}`, () => fileSystem.list(root, folder), undefined);
    if (!beside) return false;
    const most = isIndexed ? FIRST : AT_MOST;
    const isAll = beside.length <= most;
    await Promise.all((isAll ? beside : likestNames(uri, beside).slice(0, most)).map(read));
    return isAll;
  }

  async function readConfigurations(uri: string, root: string): Promise<void> {
    for (let folder = folderOf(uri); folder !== '' && isWithin(folder, root); folder = folderOf(folder)) {
      const file = `${folder}/${CONFIGURATION_FILE}`;
      if (!workspace.file(file) && (await guard.async(`Looking for ${file}`, () => fileSystem.isIncluded(root, file), false)))
        await read(file);
    }
  }

  function drop(uri: string): void {
    reading.delete(uri);
    if (!documents.has(uri)) workspace.delete(uri);
  }

  function forget(which: (uri: string) => boolean): void {
    for (const uri of [...reading.keys()]) if (which(uri)) reading.delete(uri);
    for (const { uri } of [...workspace.allFiles()]) if (!documents.has(uri) && which(uri)) workspace.delete(uri);
  }

  return { read, readBeside, readConfigurations, drop, forget };
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
