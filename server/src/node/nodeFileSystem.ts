import { URI } from 'vscode-uri';
import type { FileSystem, Walked } from '../lsp/fileSystem';
import { readContent, type OnUnreadable } from './readContent';
import { FileLinks } from './fileLinks';
import { projectOf } from './projects';
import { isFolder, isLink, isIncluded, listFolder, uriOf, walk } from './walk';

/** `undefined`: the uri is none of a file, or none at all. */
function pathOf(uri: string): string | undefined {
  try {
    // What has no scheme would be taken for a path.
    return /^file:/i.test(uri) ? URI.parse(uri).fsPath : undefined;
  } catch {
    return undefined;
  }
}

/** The disk, by `file` uris, which answers at once. What is in folders of other schemes is unknown. */
export function nodeFileSystem(onUnreadable: OnUnreadable) {
  const links = new FileLinks();
  const context = { links, onUnreadable };

  const onDisk = <T>(uri: string, otherwise: T, use: (path: string) => T): T => {
    const path = pathOf(uri);
    return path === undefined ? otherwise : use(path);
  };
  const onDiskBoth = <T>(first: string, second: string, otherwise: T, use: (first: string, second: string) => T): T =>
    onDisk(first, otherwise, one => onDisk(second, otherwise, two => use(one, two)));

  function* walkUris(root: string, from: string): Iterable<Walked> {
    for (const { kind, at } of walk(root, context, from)) yield { kind, uri: uriOf(at) };
  }

  return {
    projectOf: folder => onDisk(folder, undefined, at => asUri(projectOf(at))),
    walk: (root, from = root) => onDiskBoth(root, from, [{ kind: 'unlisted', uri: root }], walkUris),
    list: (root, folder) => onDiskBoth(root, folder, undefined, (top, at) => listFolder(top, at, context)?.map(uriOf)),
    isIncluded: (root, uri) => onDiskBoth(root, uri, false, (top, at) => (isLink(at) ? links.isTaken(top, at) : isIncluded(top, at))),
    isFolder: uri => onDisk(uri, false, isFolder),
    isLink: uri => onDisk(uri, false, at => isLink(at) || links.wasLink(at)),
    linksTo: uri => onDisk(uri, [], at => links.linksTo(at).map(uriOf)),
    read: (uri, limit) => onDisk(uri, undefined, at => readContent(at, limit, onUnreadable)),
  } satisfies FileSystem;
}

const asUri = (path: string | undefined): string | undefined => (path === undefined ? undefined : uriOf(path));
