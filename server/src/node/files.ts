import * as fs from 'node:fs';
import * as path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { URI } from 'vscode-uri';

/** Folders that hold nobody's definitions. */
const PASSED_OVER = new Set(['node_modules', '.git', 'target']);

/** The installer leaves `x.json.orig` and `x.json.last` beside the files; they end otherwise and are passed over for that. */
const isJsonName = (name: string): boolean => /\.jsonc?$/i.test(name);

/** Told of a path that could not be read, and why. */
export type OnUnreadable = (path: string, error: Error) => void;

/** A .gitignore and the folder whose paths it speaks of. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The JSON files below a folder, .gitignore honoured as git does (those above the folder, up to the repository, too). Links to
 * folders are not followed, so there are no loops. Reads one folder at a time: a caller may pause between two files.
 */
export function* walk(root: string, onUnreadable: OnUnreadable): Generator<string> {
  yield* walkFolder(root, root, ignoreFilesAbove(root), onUnreadable);
}

function* walkFolder(root: string, folder: string, above: readonly IgnoreFile[], onUnreadable: OnUnreadable): Generator<string> {
  const { folders, files, ignores } = look(root, folder, above, onUnreadable);
  yield* files;
  for (const inner of folders) yield* walkFolder(root, inner, ignores, onUnreadable);
}

/** The JSON files of one folder that a walk of it comes upon. */
export const listFolder = (folder: string, onUnreadable: OnUnreadable): readonly string[] =>
  look(folder, folder, ignoreFilesAbove(folder), onUnreadable).files;

/** What one folder holds that is not passed over, in order of name, and the .gitignore files that hold in it. */
function look(root: string, folder: string, above: readonly IgnoreFile[], onUnreadable: OnUnreadable) {
  const found = { folders: [] as string[], files: [] as string[], ignores: above };
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isGone(error)) onUnreadable(folder, error as Error);
    return found;
  }
  const own = entries.some(entry => entry.name === '.gitignore') ? readIgnoreFile(folder) : undefined;
  if (own) found.ignores = [...above, own];
  const base = folder.endsWith(path.sep) ? folder : folder + path.sep;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = base + entry.name;
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name) && !isIgnored(full + path.sep, found.ignores)) found.folders.push(full);
    } else if (
      isJsonName(entry.name) &&
      (entry.isFile() || (entry.isSymbolicLink() && leadsOut(full, root))) &&
      !isIgnored(full, found.ignores)
    ) {
      found.files.push(full);
    }
  }
  return found;
}

/** The uri of a file. Most paths need no encoding, and there are thousands of them. */
export const uriOf = (file: string): string => (/^[\w./-]*$/.test(file) ? `file://${file}` : URI.file(file).toString());

/** Whether a link leads to a file that the walk does not come upon by itself: one file is checked once. */
function leadsOut(link: string, root: string): boolean {
  try {
    if (!fs.statSync(link).isFile()) return false;
    const real = fs.realpathSync(link);
    return !isJsonName(real) || !isWithin(real, fs.realpathSync(root));
  } catch {
    // It leads nowhere, round in a circle, or has gone meanwhile.
    return false;
  }
}

/** Whether `walk(root)` would come upon `file`, if it is there. */
export function isWalked(root: string, file: string): boolean {
  if (!isWithin(file, root) || !isJsonName(file)) return false;
  const parts = path.relative(root, file).split(path.sep);
  if (parts.slice(0, -1).some(part => PASSED_OVER.has(part))) return false;
  let ignores = ignoreFilesAbove(root);
  let at = root;
  for (const [i, part] of parts.entries()) {
    const own = readIgnoreFile(at);
    if (own) ignores = [...ignores, own];
    at = path.join(at, part);
    if (isIgnored(i < parts.length - 1 ? at + path.sep : at, ignores)) return false;
  }
  return true;
}

/** The .gitignore files above a folder that speak of it, outermost first: up to the repository's own folder. */
function ignoreFilesAbove(root: string): readonly IgnoreFile[] {
  const repository = nearestFolderWith(root, ['.git']);
  const ignores: IgnoreFile[] = [];
  for (let at = root; repository !== undefined && at !== repository;) {
    at = path.dirname(at);
    const own = readIgnoreFile(at);
    if (own) ignores.unshift(own);
  }
  return ignores;
}

/** The nearest folder, from `folder` upward, that holds one of `names`. */
export function nearestFolderWith(folder: string, names: readonly string[]): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (names.some(name => fs.existsSync(path.join(at, name)))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

function readIgnoreFile(folder: string): IgnoreFile | undefined {
  try {
    return { folder, rules: ignore().add(fs.readFileSync(path.join(folder, '.gitignore'), 'utf8')) };
  } catch {
    return undefined;
  }
}

/** The innermost file that has an opinion decides. A folder is given with a separator at its end. */
function isIgnored(full: string, ignores: readonly IgnoreFile[]): boolean {
  if (ignores.length === 0) return false;
  for (const { folder, rules } of ignores.toReversed()) {
    const relative = full.slice(folder.length + (folder.endsWith(path.sep) ? 0 : 1)).replaceAll(path.sep, '/');
    const { ignored, unignored } = rules.test(relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

export function isFolder(path: string): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a path is a folder itself or lies in it. */
export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith('..' + path.sep) && !path.isAbsolute(relative);
}
