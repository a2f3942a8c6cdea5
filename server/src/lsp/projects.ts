import { folderOf, isWithin, type Workspace } from '../core';
import type { Guard } from './errorBoundary';
import type { FileLoader } from './fileLoader';
import type { FileSystem } from './fileSystem';
import type { Indexing } from './indexing';

/**
 * Which folders are read, and of which files the findings are wanted: two things. Read is the whole project of every workspace folder
 * and of every open document, so that look-ups end at the same place wherever somebody starts; reported are the workspace folders and
 * the open documents. A file outside all projects is read with its own folder.
 *
 * What returns a promise may have to wait for the disk: it is done as a task of the session's queue, one after the other.
 */
export interface Projects {
  isRoot(root: string): boolean;
  /** Whether the files of a folder outside of all projects are read: a document of it is open. */
  isOpenFolder(folder: string): boolean;
  /** What is read outside of the workspace's folders: whole projects, and single folders. */
  outside(): ReadonlyMap<string, 'whole' | 'folder'>;
  /** The roots that an event at a place concerns: the one around it, and those below it. */
  rootsAround(uri: string): readonly string[];
  /** The innermost folder of the workspace that holds a file. `undefined`: none does. */
  workspaceFolderOf(uri: string): string | undefined;
  /** A document is not reported before what decides about it has been read. */
  isReported(uri: string): boolean;
  /** The folders of the workspace, as the client names them. */
  setFolders(folders: readonly string[]): Promise<void>;
  /** The projects that were found within another one. */
  setInner(root: string, inner: ReadonlySet<string>): Promise<void>;
  /** A document has been opened; a call of `opened` follows. */
  opening(uri: string): void;
  /** Reads what decides about a document that has been opened. */
  opened(uri: string): Promise<void>;
  /** A document has been closed; a call of `closed` follows. */
  closing(uri: string): void;
  closed(uri: string): Promise<void>;
  /** Other files of a folder outside of all projects are to be read now. */
  folderChanged(folder: string): Promise<void>;
  /** All that is read is read from the beginning. */
  readAgain(): Promise<void>;
  /** What marks a project has come or gone. */
  markersChanged(): Promise<void>;
}

interface ProjectsContext {
  readonly workspace: Workspace;
  /** By uri, as all uris here: canonical. */
  readonly documents: ReadonlyMap<string, unknown>;
  readonly fileSystem: FileSystem;
  readonly disk: FileLoader;
  readonly indexing: Indexing;
  readonly guard: Guard;
  /** The roots have changed, or a document outside of them was opened or closed. */
  readonly onChange: () => void;
}

export function projectsOf({ workspace, documents, fileSystem, disk, indexing, guard, onChange }: ProjectsContext): Projects {
  let folders: readonly string[] = [];
  let roots: ReadonlySet<string> = new Set();
  const inner = new Map<string, ReadonlySet<string>>();
  let foldersOfDocuments: ReadonlySet<string> | undefined;
  /** Documents between `opening` and the end of `opened`. */
  const opening = new Set<string>();
  /** What the file system has answered. */
  const projects = new Map<string, string | undefined>();

  async function projectOf(folder: string): Promise<string | undefined> {
    // A document without a path belongs to no project.
    if (folder === '') return undefined;
    const ask = () => fileSystem.projectOf(folder);
    if (!projects.has(folder)) projects.set(folder, await guard.async(`Looking for the project of ${folder}`, ask, undefined));
    return projects.get(folder);
  }

  /** The roots that are read whether documents are open in them or not. */
  async function rootsOfFolders(): Promise<Set<string>> {
    const wanted = new Set<string>();
    for (const folder of folders) wanted.add((await projectOf(folder)) ?? folder);
    // Those that are added are gone through, too.
    for (const root of wanted) {
      for (const project of inner.get(root) ?? []) if (folders.some(folder => isWithin(project, folder))) wanted.add(project);
    }
    return wanted;
  }

  async function rootsOfDocuments(): Promise<Set<string>> {
    const found = new Set<string>();
    for (const folder of openFolders()) {
      const root = await projectOf(folder);
      if (root !== undefined) found.add(root);
    }
    return found;
  }

  const openFolders = (): ReadonlySet<string> => (foldersOfDocuments ??= new Set([...documents.keys()].map(folderOf)));

  async function update(): Promise<void> {
    const next = new Set([...(await rootsOfFolders()), ...(await rootsOfDocuments())]);
    const before = roots;
    const rootsBefore = new Map([...documents.keys()].map(uri => [uri, workspace.rootOf(uri)]));
    roots = next;
    const toRead = new Set([...roots].filter(root => !before.has(root)));
    workspace.setRoots([...roots]);
    for (const root of before) {
      if (roots.has(root)) continue;
      indexing.forget(root);
      inner.delete(root);
      // What it held is now for the project around it, which leaves out other files.
      const around = workspace.rootOf(root + '/x');
      if (roots.has(around)) toRead.add(around);
    }
    disk.forget(uri => !roots.has(workspace.rootOf(uri)) && !openFolders().has(folderOf(uri)));
    for (const root of toRead) indexing.start(root);
    for (const [uri, root] of rootsBefore) {
      // What was a project may have been read in part only; now it is a folder by itself.
      if (workspace.rootOf(uri) !== root || (before.has(root) && !roots.has(root))) await readSurroundings(uri);
    }
    workspace.updateReported();
    onChange();
  }

  /**
   * The files beside a document decide most of what is said about it: while its project is read they come first, and outside of all
   * projects they are all there is.
   */
  async function readSurroundings(uri: string): Promise<void> {
    const root = workspace.rootOf(uri);
    const isIndexed = roots.has(root);
    if (isIndexed && !indexing.isPartial(root)) return;
    await disk.readConfigurations(uri, root);
    const isAll = await disk.readBeside(uri, root, isIndexed);
    if (!isIndexed) workspace.setComplete(root, isAll);
  }

  async function folderChanged(folder: string): Promise<void> {
    if (!openFolders().has(folder)) return;
    const open = [...documents.keys()].find(uri => folderOf(uri) === folder);
    if (open === undefined || roots.has(workspace.rootOf(open))) return;
    disk.forget(uri => folderOf(uri) === folder);
    await readSurroundings(open);
  }

  return {
    isRoot: root => roots.has(root),
    isOpenFolder: folder => openFolders().has(folder),
    outside: () =>
      new Map([
        ...[...roots].filter(root => !folders.some(folder => isWithin(root, folder))).map(root => [root, 'whole'] as const),
        ...[...openFolders()]
          .filter(folder => folder.startsWith('file:') && !roots.has(workspace.rootOf(folder + '/x')))
          .map(folder => [folder, 'folder'] as const),
      ]),
    rootsAround: uri => [...roots].filter(root => isWithin(uri, root) || isWithin(root, folderOf(uri))),
    workspaceFolderOf: uri => folders.filter(folder => isWithin(uri, folder)).sort((a, b) => b.length - a.length)[0],
    isReported: uri =>
      documents.has(uri) ? !opening.has(uri) : folders.some(folder => isWithin(uri, folder)) || !roots.has(workspace.rootOf(uri)),
    async setFolders(next) {
      folders = [...new Set(next)];
      await update();
      // A reading that was cancelled is taken up again.
      for (const root of roots) if (indexing.isPartial(root) && !indexing.isReading(root)) indexing.start(root);
    },
    async setInner(root, found) {
      inner.set(root, found);
      const wanted = await rootsOfFolders();
      const known = await rootsOfDocuments();
      if ([...wanted].some(one => !roots.has(one)) || [...roots].some(one => !wanted.has(one) && !known.has(one))) await update();
    },
    opening(uri) {
      foldersOfDocuments = undefined;
      opening.add(uri);
    },
    async opened(uri) {
      const root = await projectOf(folderOf(uri));
      if (root !== undefined && !roots.has(root)) await update();
      else if (!roots.has(workspace.rootOf(uri))) onChange();
      await readSurroundings(uri);
      opening.delete(uri);
      workspace.updateReported(uri);
    },
    closing(uri) {
      foldersOfDocuments = undefined;
      opening.delete(uri);
    },
    async closed(uri) {
      const root = workspace.rootOf(uri);
      if (!roots.has(root)) onChange();
      else if (!(await rootsOfFolders()).has(root) && !(await rootsOfDocuments()).has(root)) await update();
    },
    folderChanged,
    async readAgain() {
      for (const root of roots) indexing.start(root);
      for (const folder of openFolders()) await folderChanged(folder);
    },
    async markersChanged() {
      projects.clear();
      await update();
    },
  };
}
