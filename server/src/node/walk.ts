import * as fs from 'node:fs';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import { isAbsent, type OnUnreadable } from './readContent';
import { IGNORE_FILE, isIgnored, readIgnoreFile, type IgnoreFile } from './gitignore';
import type { FileLinks } from './fileLinks';

/** Folders that hold nobody's definitions. */
const EXCLUDED_FOLDERS = new Set(['node_modules', '.git', 'target']);

/** The installer leaves `x.json.orig` and `x.json.last` beside the files; they end otherwise and are skipped for that. */
const isJsonName = (name: string): boolean => /\.jsonc?$/i.test(name);

/** What a walk of a project comes upon. Paths, or uris in the server. */
export type Walked =
  /** A JSON file. */
  | { readonly kind: 'file'; readonly at: string }
  /** A folder with a repository of its own: its files belong to another project. */
  | { readonly kind: 'project'; readonly at: string }
  /** A folder that cannot be listed: what it holds is unknown. */
  | { readonly kind: 'unlisted'; readonly at: string };

/** What a walk needs beside its root. */
export interface WalkContext {
  readonly links: FileLinks;
  readonly onUnreadable: OnUnreadable;
}

/**
 * The JSON files of the project at `root`, as git sees them: .gitignore files hold. Links to folders are not followed; a link to a file
 * is, where the file is not walked itself, and each file once. Reads one folder at a time: a caller may pause between two files.
 * `from`: only this folder of it and what is below.
 */
export function* walk(root: string, context: WalkContext, from = root): Generator<Walked> {
  const above = from === root ? [] : ignoreFilesBetween(root, path.dirname(from));
  if (!above || (from !== root && (isLeftOut(from, above) || isLink(from)))) return;
  if (from === root) context.links.forget(root);
  yield* walkFolder(root, from, above, context);
}

function* walkFolder(root: string, folder: string, above: readonly IgnoreFile[], context: WalkContext): Generator<Walked> {
  const entries = readFolder(folder, context.onUnreadable);
  if (!entries) {
    yield { kind: 'unlisted', at: folder };
    return;
  }
  if (folder !== root && entries.some(({ name }) => name === '.git')) {
    yield { kind: 'project', at: folder };
    return;
  }
  const ignores = withOwnIgnoreFile(folder, entries, above);
  const folders: string[] = [];
  for (const entry of entries) {
    const full = pathIn(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isLeftOut(full, ignores)) folders.push(full);
    } else if (isIncludedFile(root, full, entry, ignores, context)) yield { kind: 'file', at: full };
  }
  for (const inner of folders) yield* walkFolder(root, inner, ignores, context);
}

/**
 * The JSON files of one folder that a walk of the project comes upon, but for links in it: which of them counts only the walk tells.
 * `undefined`: the folder cannot be listed. `folder` may be the root: it is read by itself then, links and all.
 */
export function listFolder(root: string, folder: string, context: WalkContext): readonly string[] | undefined {
  const above = ignoreFilesBetween(root, folder);
  const entries = readFolder(folder, context.onUnreadable);
  if (!entries || !above) return entries && [];
  const files = entries.filter(entry => root === folder || !entry.isSymbolicLink());
  return files.flatMap(entry => {
    const full = pathIn(folder, entry.name);
    return isIncludedFile(root, full, entry, above, context) ? [full] : [];
  });
}

/** Whether a folder is not walked for its name. */
const isLeftOut = (folder: string, ignores: readonly IgnoreFile[]): boolean =>
  EXCLUDED_FOLDERS.has(path.basename(folder)) || isIgnored(folder, true, ignores);

/** In order of name. `undefined`: it cannot be listed. A folder that is gone is empty. */
function readFolder(folder: string, onUnreadable: OnUnreadable): fs.Dirent[] | undefined {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const isMisnamed = folder.includes('\ufffd');
    if (isAbsent(error) && !isMisnamed) return [];
    onUnreadable(folder, isMisnamed ? MISNAMED : (error as Error));
    return undefined;
  }
}

/** Node.js puts a replacement character for each byte of a name that is not UTF-8: by this name nothing is found. */
const MISNAMED = new Error('its name is not valid UTF-8');

const pathIn = (folder: string, name: string): string => (folder.endsWith(path.sep) ? folder + name : folder + path.sep + name);

function withOwnIgnoreFile(folder: string, entries: readonly fs.Dirent[], above: readonly IgnoreFile[]): readonly IgnoreFile[] {
  const own = entries.some(({ name }) => name === IGNORE_FILE) ? readIgnoreFile(folder) : undefined;
  return own ? [...above, own] : above;
}

function isIncludedFile(
  root: string,
  full: string,
  entry: fs.Dirent,
  ignores: readonly IgnoreFile[],
  { links, onUnreadable }: WalkContext,
): boolean {
  if (!isJsonName(entry.name) || isIgnored(full, false, ignores)) return false;
  if (entry.isSymbolicLink()) return links.take(root, full, real => isIncluded(fs.realpathSync(root), real));
  if (!entry.isFile()) return false;
  if (entry.name.includes('\ufffd') && !fs.existsSync(full)) {
    onUnreadable(full, MISNAMED);
    return false;
  }
  return true;
}

/** Whether `walk(root)` comes upon `file`, a regular file, if it is there. */
export function isIncluded(root: string, file: string): boolean {
  if (!isJsonName(file)) return false;
  const ignores = ignoreFilesBetween(root, path.dirname(file));
  return ignores !== undefined && !isIgnored(file, false, ignores);
}

/** Whether `walk(root)` comes into `folder`. */
export const isIncludedFolder = (root: string, folder: string): boolean => ignoreFilesBetween(root, folder) !== undefined;

/** The .gitignore files that hold in a folder of a project, outermost first. `undefined`: a walk does not come there. */
function ignoreFilesBetween(root: string, folder: string): readonly IgnoreFile[] | undefined {
  if (!isWithin(folder, root)) return undefined;
  const ignores: IgnoreFile[] = [];
  let at = root;
  for (const name of path.relative(root, folder).split(path.sep).filter(Boolean)) {
    const own = readIgnoreFile(at);
    if (own) ignores.push(own);
    at = path.join(at, name);
    if (isLeftOut(at, ignores) || isLink(at) || fs.existsSync(path.join(at, '.git'))) return undefined;
  }
  const own = readIgnoreFile(folder);
  return own ? [...ignores, own] : ignores;
}

/** The uri of a file. Most paths need no encoding, and there are thousands of them. */
export const uriOf = (file: string): string => (/^[\w./-]*$/.test(file) ? `file://${file}` : URI.file(file).toString());

export function isLink(file: string): boolean {
  try {
    return fs.lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** A folder itself, not a link to one. */
export function isFolder(file: string): boolean {
  try {
    return fs.lstatSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a path is a folder itself or lies in it. */
export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith('..' + path.sep) && !path.isAbsolute(relative);
}
