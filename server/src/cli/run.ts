import * as fs from 'node:fs';
import * as path from 'node:path';
import { Workspace } from '../core';
import { isWalked, isWithin, nearestFolderWith, readText, uriOf, walk } from '../node/files';
import { applyFixes } from './fix';
import { printJson, printStylish } from './print';
import { report } from './report';

export type Format = 'stylish' | 'json';

/** The file that marks the folder in which look-ups end. */
const ROOT_MARKERS = ['.cartridge-check.json', '.git'];

/** Checks and prints. The exit status: 0 no error, 1 errors found, 2 a path that cannot be read. */
export function run(paths: readonly string[], options: { fix: boolean; format: Format }): 0 | 1 | 2 {
  let unreadable = false;
  const complain = (file: string, why: string) => {
    unreadable = true;
    process.stderr.write(`cartridge-check: ${file}: ${why}\n`);
  };
  const workspace = new Workspace({
    syntaxErrors: true,
    onCrash: (rule, uri, error) => process.stderr.write(`cartridge-check: rule ${rule} failed on ${uri}: ${String(error)}\n`),
  });
  const { folders, files } = sort(paths.length > 0 ? paths : ['.'], complain);
  const roots = outermost([...folders, ...files.map(rootOfFile)]);
  const isReported = (file: string) => files.includes(file) || folders.some(folder => isWithin(file, folder) && isWalked(folder, file));

  workspace.setRoots(roots.map(uriOf));
  const reported = new Set<string>();
  const take = (file: string, isWanted: boolean) => {
    const text = readText(file, (at, error) => complain(at, `cannot be read: ${error.message}`));
    if (text === undefined) return;
    const uri = uriOf(file);
    workspace.set(uri, text);
    if (isWanted) reported.add(uri);
  };
  for (const root of roots) {
    const isFolderAsked = folders.includes(root);
    for (const file of walk(root, (at, error) => complain(at, `cannot be read: ${error.message}`)))
      take(file, isFolderAsked || isReported(file));
  }
  // A file that is asked for by name is checked even where a walk passes it over.
  for (const file of files) if (!reported.has(uriOf(file))) take(file, true);
  workspace.update();

  if (options.fix) applyFixes(workspace, [...reported], roots, complain);
  const result = report(workspace, reported);
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
      (fs.statSync(full).isDirectory() ? folders : files).push(full);
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
