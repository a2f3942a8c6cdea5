import * as fs from 'node:fs';
import * as path from 'node:path';
import { Minimatch } from 'minimatch';
import { readAtMost } from './readContent';

/** One line of a .gitignore file. */
interface Pattern {
  /** Without a leading `!`: what it matches is ignored. */
  readonly ignores: boolean;
  readonly onlyFolders: boolean;
  /** `relative`: the path from the folder of the file, with `/`. `name`: its last part. */
  readonly matches: (relative: string, name: string) => boolean;
}

/** A .gitignore file and the folder whose paths it speaks of. */
export interface IgnoreFile {
  readonly folder: string;
  /** The last one that matches decides, so they are kept from the last to the first. */
  readonly patterns: readonly Pattern[];
}

export const IGNORE_FILE = '.gitignore';

/** Bytes. Longer files are read as far as this: nobody wrote them. */
const SIZE_LIMIT = 1024 * 1024;

/** The .gitignore file of a folder. `undefined`: there is none, or it is no regular file, which git does not read either. */
export function readIgnoreFile(folder: string): IgnoreFile | undefined {
  const file = path.join(folder, IGNORE_FILE);
  try {
    // Git does not follow a link here.
    if (!fs.lstatSync(file).isFile()) return undefined;
    const bytes = readAtMost(file, SIZE_LIMIT);
    return bytes && { folder, patterns: parseIgnoreFile(bytes.toString('utf8')) };
  } catch {
    return undefined;
  }
}

/** Whether a path is ignored: the innermost file with a pattern that matches decides. The folders above it are not looked at. */
export function isIgnored(full: string, isFolder: boolean, files: readonly IgnoreFile[]): boolean {
  const name = full.slice(full.lastIndexOf(path.sep) + 1);
  for (let i = files.length - 1; i >= 0; i--) {
    const { folder, patterns } = files[i]!;
    const start = folder.length + (folder.endsWith(path.sep) ? 0 : 1);
    const relative = path.sep === '/' ? full.slice(start) : full.slice(start).replaceAll(path.sep, '/');
    for (const { ignores, onlyFolders, matches } of patterns) {
      if ((isFolder || !onlyFolders) && matches(relative, name)) return ignores;
    }
  }
  return false;
}

/** As git reads it (`man gitignore`), from the last pattern to the first. */
export function parseIgnoreFile(text: string): Pattern[] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  // A carriage return before the end of a line belongs to the end; on a last line without an end git keeps it.
  const patterns = lines.map((line, i) => parsePattern(i < lines.length - 1 && line.endsWith('\r') ? line.slice(0, -1) : line));
  return patterns.filter(pattern => pattern !== undefined).reverse();
}

function parsePattern(line: string): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  let glob = withoutTrailingSpaces(line);
  const ignores = !glob.startsWith('!');
  if (!ignores) glob = glob.slice(1);
  const onlyFolders = glob.endsWith('/');
  if (onlyFolders) glob = glob.slice(0, -1);
  if (glob === '') return undefined;
  const isAnchored = glob.includes('/');
  if (glob.startsWith('/')) glob = glob.slice(1);
  return { ignores, onlyFolders, matches: matcherOf(glob, isAnchored) };
}

/** Spaces at the end count only where a backslash stands before them. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && !isEscaped(line, end - 1)) end--;
  return line.slice(0, end);
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

/** A pattern without a slash speaks of names, in any folder below. */
function matcherOf(glob: string, isAnchored: boolean): Pattern['matches'] {
  if (!/[*?[\\]/.test(glob)) return isAnchored ? relative => relative === glob : (_relative, name) => name === glob;
  const pattern = normalized(glob);
  // To git `.` and `..` are names that no file has; Minimatch would resolve them.
  if (pattern === undefined || /(?:^|\/)\\?\.(?:\\?\.)?(?:\/|$)/.test(pattern)) return () => false;
  const suffix = /^\*([^*?[\\/]+)$/.exec(glob)?.[1];
  if (suffix !== undefined && !isAnchored) return (_relative, name) => name.endsWith(suffix);
  const minimatch = new Minimatch(pattern, {
    dot: true,
    nobrace: true,
    noext: true,
    nocomment: true,
    nonegate: true,
    preserveMultipleSlashes: true,
    platform: 'linux',
  });
  return isAnchored ? relative => minimatch.match(relative) : (_relative, name) => minimatch.match(name);
}

/**
 * A pattern as Minimatch has to have it to find what git finds. `undefined`: git finds nothing by it, for a bracket is not closed or
 * nothing follows a backslash.
 */
function normalized(glob: string): string | undefined {
  let text = '';
  for (let at = 0; at < glob.length; at++) {
    if (glob[at] === '\\') {
      if (at + 1 === glob.length) return undefined;
      text += glob.slice(at, ++at + 1);
    } else if (glob[at] === '[') {
      const end = endOfBracket(glob, at);
      if (end === -1) return undefined;
      // A slash in a bracket is never found, and no path has a NUL; to Minimatch a slash would end the bracket.
      text += glob.slice(at, end + 1).replaceAll('/', '\0');
      at = end;
    } else text += glob[at];
  }
  // Three stars and more between slashes are two.
  return text.replace(/(?<=^|\/)\*{3,}(?=\/|$)/g, '**');
}

/** The offset of the `]` that closes a bracket; -1: there is none. Directly behind the opening `]` is a letter like any other. */
function endOfBracket(glob: string, start: number): number {
  let at = start + 1;
  if (glob[at] === '!' || glob[at] === '^') at++;
  if (glob[at] === ']') at++;
  for (; at < glob.length; at++) {
    if (glob[at] === ']') return at;
    if (glob[at] === '\\') at++;
    else if (glob.startsWith('[:', at)) at = Math.max(at, glob.indexOf(':]', at + 2) + 1);
  }
  return -1;
}
