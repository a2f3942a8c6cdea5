import type { Content } from '../core';

/** At once where the files are at hand, later where somebody else has to be asked for them. */
export type MaybePromise<T> = T | Promise<T>;

/** What a walk of a project comes upon. */
export interface Walked {
  /**
   * `file`: a definition, perhaps. `project`: a folder that is a project of its own, and is not walked. `unlisted`: a folder that
   * cannot be listed, so what it holds is unknown.
   */
  readonly kind: 'file' | 'project' | 'unlisted';
  readonly uri: string;
}

/** Files by uri. A host without a disk brings one that has none, or that asks the client. */
export interface FileSystem {
  /** The root of the project that a folder belongs to. `undefined`: nothing marks one, and the folder is read by itself. */
  projectOf(folder: string): MaybePromise<string | undefined>;
  /** What there is below the root of a project, or in the folder `from` of it; lazily, so that the server can pause between two. */
  walk(root: string, from?: string): Iterable<Walked> | AsyncIterable<Walked>;
  /** The files in a folder of a project itself. `undefined`: it cannot be listed. */
  list(root: string, folder: string): MaybePromise<readonly string[] | undefined>;
  /** Whether `walk` of the project comes upon `uri`, if it is there. */
  isIncluded(root: string, uri: string): MaybePromise<boolean>;
  isFolder(uri: string): MaybePromise<boolean>;
  /** Whether it is a link, or was one when its project was walked, or a folder that held one: which file is read by which name may change. */
  isLink(uri: string): MaybePromise<boolean>;
  /** Other names by which a file is read. */
  linksTo(uri: string): MaybePromise<readonly string[]>;
  /** Of a file of more than `limit` bytes only the beginning. `undefined`: it is not there, or cannot be read. */
  read(uri: string, limit: number): MaybePromise<Content | undefined>;
}
