import * as fs from 'node:fs';
import * as path from 'node:path';
import { Workspace } from '../core';
import { readContent } from '../node/content';
import { isWalked, isWithin, nearestFolderWith, uriOf, walk } from '../node/files';
import { applyFixes } from './fix';
import { printJson, printStylish } from './print';
import { printable } from './printable';
import type { Progress } from './progress';
import { report } from './report';

export type Format = 'stylish' | 'json';

export interface Options {
  readonly fix: boolean;
  readonly format: Format;
  /** In bytes: larger files are not read. */
  readonly maxSize: number;
}

/** The file that marks the folder in which look-ups end. */
const ROOT_MARKERS = ['.cartridge-check.json', '.git'];

/** Files read, or checked, between two looks at whether somebody wants to end this. */
const SLICE = 100;

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** Checks and prints. The exit status: 0 no error, 1 errors found, 2 a path that cannot be read. */
export async function run(paths: readonly string[], options: Options, progress: Progress): Promise<0 | 1 | 2> {
  let unreadable = false;
  const warn = (message: string) => {
    progress.clear();
    process.stderr.write(`cartridge-check: ${printable(message)}\n`);
  };
  const complain = (file: string, why: string) => {
    unreadable = true;
    warn(`${file}: ${why}`);
  };
  const cannotRead = (file: string, error: Error) => complain(file, `cannot be read: ${error.message}`);
  const workspace = new Workspace({
    syntaxErrors: true,
    maxFileSize: options.maxSize,
    once: !options.fix,
    onCrash: (rule, uri, error) => warn(`rule ${rule} failed on ${uri}: ${String(error)}`),
  });
  const { folders, files } = sort(paths.length > 0 ? paths : ['.'], complain);
  const roots = outermost([...folders, ...files.map(rootOfFile)]);
  const isReported = (file: string) => files.includes(file) || folders.some(folder => isWithin(file, folder) && isWalked(folder, file));

  workspace.setRoots(roots.map(uriOf));
  const reported = new Set<string>();
  let taken = 0;
  const take = async (file: string, isWanted: boolean) => {
    if (++taken % SLICE === 0) {
      progress.tell(`Reading ${taken} files…`);
      await pause();
    }
    const content = readContent(file, options.maxSize, cannotRead);
    if (!content) return;
    const uri = uriOf(file);
    workspace.set(uri, content.text, false, content.unread);
    if (isWanted) reported.add(uri);
  };
  for (const root of roots) {
    const isFolderAsked = folders.includes(root);
    for (const file of walk(root, cannotRead)) await take(file, isFolderAsked || isReported(file));
  }
  // A file that is asked for by name is checked even where a walk passes it over.
  for (const file of files) if (!reported.has(uriOf(file))) await take(file, true);
  while (workspace.update({ atMost: SLICE }).size > 0) {
    progress.tell(`Checking ${workspace.checks} of ${taken} files…`);
    await pause();
  }

  if (options.fix) await applyFixes(workspace, [...reported], roots, complain, pause);
  const result = report(workspace, reported);
  progress.clear();
  if (options.format === 'json') printJson(result);
  else printStylish(result);
  return unreadable ? 2 : result.findings.some(finding => finding.severity === 'error') ? 1 : 0;
}

function sort(paths: readonly string[], complain: (file: string, why: string) => void): { folders: string[]; files: string[] } {
  const folders: string[] = [];
  const files: string[] = [];
  for (const given of paths) {
    try {
      const full = path.resolve(given);
      const stat = fs.statSync(full);
      if (stat.isDirectory()) folders.push(full);
      else if (stat.isFile()) files.push(full);
      else complain(given, 'it is neither a file nor a folder');
    } catch (error) {
      complain(given, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file or folder' : (error as Error).message);
    }
  }
  return { folders, files };
}

const rootOfFile = (file: string): string => nearestFolderWith(path.dirname(file), ROOT_MARKERS) ?? path.dirname(file);

/** Of folders within one another only the outermost: its files are looked up together. */
const outermost = (folders: readonly string[]): string[] =>
  [...new Set(folders)].filter((folder, _i, all) => !all.some(other => other !== folder && isWithin(folder, other)));
