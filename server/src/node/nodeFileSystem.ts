import { URI } from 'vscode-uri';
import type { FileSystem } from '../lsp/fileSystem';
import { readContent } from './content';
import { isFolder, isWalked, listFolder, uriOf, walk, type OnUnreadable } from './files';

/** `undefined`: the uri is none of a file, or none at all. */
function pathOf(uri: string): string | undefined {
  try {
    // What has no scheme would be taken for a path.
    return /^file:/i.test(uri) ? URI.parse(uri).fsPath : undefined;
  } catch {
    return undefined;
  }
}

/** The disk, by `file` uris; other schemes have nothing on it. */
export function nodeFileSystem(onUnreadable: OnUnreadable): FileSystem {
  const onDisk = <T>(uri: string, otherwise: T, use: (path: string) => T): T => {
    const path = pathOf(uri);
    return path === undefined ? otherwise : use(path);
  };
  function* asUris(files: Iterable<string>): Iterable<string> {
    for (const file of files) yield uriOf(file);
  }
  return {
    walk: folder => onDisk(folder, [], at => asUris(walk(at, onUnreadable))),
    list: folder => onDisk(folder, [], at => asUris(listFolder(at, onUnreadable))),
    isWalked: (root, uri) => onDisk(root, false, folder => onDisk(uri, false, at => isWalked(folder, at))),
    isFolder: uri => onDisk(uri, false, isFolder),
    read: (uri, limit) => onDisk(uri, undefined, at => readContent(at, limit, onUnreadable)),
  };
}
