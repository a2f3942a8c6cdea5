import * as fs from 'node:fs';
import { URI } from 'vscode-uri';
import type { FileSystem } from '../lsp/fileSystem';
import { isFile, isWalked, listFolder, readText, uriOf, walk, type OnUnreadable } from './files';

/** The disk, by `file` uris; other schemes have nothing on it. */
export function nodeFileSystem(onUnreadable: OnUnreadable): FileSystem {
  const onDisk = <T>(uri: string, otherwise: T, use: (path: string) => T): T => {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? use(parsed.fsPath) : otherwise;
  };
  function* asUris(files: Iterable<string>): Iterable<string> {
    for (const file of files) yield uriOf(file);
  }
  return {
    walk: folder => onDisk(folder, [], at => asUris(walk(at, onUnreadable))),
    list: folder => onDisk(folder, [], at => asUris(listFolder(at, onUnreadable))),
    isWalked: (root, uri) => onDisk(uri, false, at => isWalked(URI.parse(root).fsPath, at)),
    isFolder: uri => onDisk(uri, false, at => fs.statSync(at, { throwIfNoEntry: false })?.isDirectory() ?? false),
    read: uri => onDisk(uri, undefined, at => (isFile(at) ? readText(at, onUnreadable) : undefined)),
  };
}
