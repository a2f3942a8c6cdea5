import type { Content } from '../core';

/** What the server needs of the world outside: files by uri. A shell without a disk brings one that has none. */
export interface FileSystem {
  /** The uris of the definitions below a folder, in any order; lazily, so that the server can pause between two. */
  walk(folder: string): Iterable<string>;
  /** Those in a folder itself. */
  list(folder: string): Iterable<string>;
  /** Whether `walk` of the workspace folder `root` comes upon `uri`, if it is there. */
  isWalked(root: string, uri: string): boolean;
  isFolder(uri: string): boolean;
  /** Of a file of more than `limit` bytes only the beginning. `undefined`: it is not there, or cannot be read. */
  read(uri: string, limit: number): Content | undefined;
}
