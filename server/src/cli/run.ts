import * as fs from 'node:fs';
import * as path from 'node:path';
import { Workspace } from '../core';
import { readContent } from '../node/readContent';
import { FileLinks } from '../node/fileLinks';
import { rootsOf } from '../node/projects';
import { isWithin, uriOf, walk } from '../node/walk';
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
  const asked = sort(paths.length > 0 ? paths : ['.'], complain);
  const files = new Set(asked.files.map(uriOf));
  const folders = asked.folders.map(folder => uriOf(folder).replace(/\/$/, '') + '/');
  const isAsked = (uri: string) => files.has(uri) || folders.some(folder => uri.startsWith(folder));
  const workspace = new Workspace({
    syntaxErrors: true,
    maxFileSize: () => options.maxSize,
    once: !options.fix,
    isReported: isAsked,
    onCrash: (rule, uri, error) => warn(`rule ${rule} failed on ${uri}: ${String(error)}`),
  });

  const reported = new Set<string>();
  let taken = 0;
  const take = async (file: string) => {
    if (++taken % SLICE === 0) {
      progress.tell(`Reading ${taken} files…`);
      await pause();
    }
    const content = readContent(file, options.maxSize, cannotRead);
    if (!content) return;
    const uri = uriOf(file);
    workspace.setDiskContent(uri, content);
    if (isAsked(uri)) reported.add(uri);
  };
  // What is read is the whole project of everything that is asked for: look-ups end at the same place, whatever part is asked for.
  const roots = rootsOf([...asked.folders, ...asked.files.map(file => path.dirname(file))]);
  workspace.setRoots([...roots].map(uriOf));
  const context = { links: new FileLinks(), onUnreadable: cannotRead };
  // Those that are added are walked, too.
  for (const root of roots) {
    for (const { kind, at } of walk(root, context)) {
      if (kind === 'file') await take(at);
      else if (kind === 'unlisted') workspace.setComplete(uriOf(root), false);
      else if (!roots.has(at) && asked.folders.some(folder => isWithin(at, folder))) {
        roots.add(at);
        workspace.setRoots([...roots].map(uriOf));
      }
    }
  }
  // A file that is asked for by name is checked even where a walk skips it.
  for (const file of asked.files) if (!reported.has(uriOf(file))) await take(file);
  while (workspace.update({ atMost: SLICE }).size > 0) {
    progress.tell(`Checking ${workspace.stats.checks} of ${reported.size} files…`);
    await pause();
  }

  if (options.fix) await applyFixes(workspace, [...reported], [...asked.folders, ...asked.files], complain, pause);
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
