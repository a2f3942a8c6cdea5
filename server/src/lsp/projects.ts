import { folderOf, isWithin, type Workspace } from '../core';
import type { FileLoader } from './fileLoader';
import type { FileSystem } from './fileSystem';
import type { Indexing } from './indexing';

/**
 * Which folders are read, and of which files the findings are wanted: two things. Read is the whole project of every workspace folder
 * and of every open document, so that look-ups end at the same place wherever somebody starts; reported are the workspace folders and
 * the open documents. A file outside all projects is read with its own folder.
 */
export interface Projects {
  isRoot(root: string): boolean;
  /** Whether the files of a folder outside of all projects are read: a document of it is open. */
  isOpenFolder(folder: string): boolean;
  /** What is read outside of the workspace's folders: whole projects, and single folders. */
  outside(): ReadonlyMap<string, 'whole' | 'folder'>;
  /** The roots that an event at a place concerns: the one around it, and those below it. */
  rootsAround(uri: string): readonly string[];
  isReported(uri: string): boolean;
  /** The folders of the workspace, as the client names them. */
  setFolders(folders: readonly string[]): void;
  /** The projects that were found within another one. */
  setInner(root: string, inner: ReadonlySet<string>): void;
  /** Reads what decides about a document that has been opened, before anything is said of it. */
  opened(uri: string): void;
  closed(uri: string): void;
  /** Other files of a folder outside of all projects are to be read now. */
  folderChanged(folder: string): void;
  /** What marks a project has come or gone. */
  markersChanged(): void;
}

interface ProjectsContext {
  readonly workspace: Workspace;
  /** By uri, as all uris here: canonical. */
  readonly documents: ReadonlyMap<string, unknown>;
  readonly fileSystem: FileSystem;
  readonly disk: FileLoader;
  readonly indexing: Indexing;
  /** The roots have changed, or a document outside of them was opened or closed. */
  readonly onChange: () => void;
}

export function projectsOf({ workspace, documents, fileSystem, disk, indexing, onChange }: ProjectsContext): Projects {
  let folders: readonly string[] = [];
  let roots: ReadonlySet<string> = new Set();
  const inner = new Map<string, ReadonlySet<string>>();
  let foldersOfDocuments: ReadonlySet<string> | undefined;
  /** What the file system has answered. */
  const projects = new Map<string, string | undefined>();

  function projectOf(folder: string): string | undefined {
    if (!projects.has(folder)) projects.set(folder, fileSystem.projectOf(folder));
    return projects.get(folder);
  }

  /** The roots that are read whether documents are open in them or not. */
  function rootsOfFolders(): Set<string> {
    const wanted = new Set(folders.map(folder => projectOf(folder) ?? folder));
    // Those that are added are gone through, too.
    for (const root of wanted) {
      for (const project of inner.get(root) ?? []) if (folders.some(folder => isWithin(project, folder))) wanted.add(project);
    }
    return wanted;
  }

  function rootsOfDocuments(): string[] {
    return [...openFolders()].flatMap(folder => (folder === '' ? [] : (projectOf(folder) ?? [])));
  }

  const openFolders = (): ReadonlySet<string> => (foldersOfDocuments ??= new Set([...documents.keys()].map(folderOf)));

  function update(): void {
    const before = roots;
    const rootsBefore = new Map([...documents.keys()].map(uri => [uri, workspace.rootOf(uri)]));
    roots = new Set([...rootsOfFolders(), ...rootsOfDocuments()]);
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
    for (const [uri, root] of rootsBefore) if (workspace.rootOf(uri) !== root) readSurroundings(uri);
    workspace.updateReported();
    onChange();
  }

  /**
   * The files beside a document decide most of what is said about it: while its project is read they come first, and outside of all
   * projects they are all there is.
   */
  function readSurroundings(uri: string): void {
    const root = workspace.rootOf(uri);
    if (roots.has(root)) {
      if (indexing.isPartial(root)) disk.readBeside(uri, root, true);
    } else workspace.setComplete(root, disk.readBeside(uri, root, false));
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
    isReported: uri => documents.has(uri) || folders.some(folder => isWithin(uri, folder)) || !roots.has(workspace.rootOf(uri)),
    setFolders(next) {
      folders = [...new Set(next)];
      update();
      // A reading that was cancelled is taken up again.
      for (const root of roots) if (indexing.isPartial(root) && !indexing.isReading(root)) indexing.start(root);
    },
    setInner(root, found) {
      inner.set(root, found);
      const wanted = rootsOfFolders();
      const known = rootsOfDocuments();
      if ([...wanted].some(one => !roots.has(one)) || [...roots].some(one => !wanted.has(one) && !known.includes(one))) update();
    },
    opened(uri) {
      foldersOfDocuments = undefined;
      const folder = folderOf(uri);
      const root = folder === '' ? undefined : projectOf(folder);
      if (root !== undefined && !roots.has(root)) update();
      else if (!roots.has(workspace.rootOf(uri))) onChange();
      readSurroundings(uri);
    },
    closed(uri) {
      foldersOfDocuments = undefined;
      const root = workspace.rootOf(uri);
      if (!roots.has(root)) onChange();
      else if (!rootsOfFolders().has(root) && !rootsOfDocuments().includes(root)) update();
    },
    folderChanged(folder) {
      if (!openFolders().has(folder)) return;
      const open = [...documents.keys()].find(uri => folderOf(uri) === folder);
      if (open === undefined || roots.has(workspace.rootOf(open))) return;
      disk.forget(uri => folderOf(uri) === folder);
      readSurroundings(open);
    },
    markersChanged() {
      projects.clear();
      update();
    },
  };
}
