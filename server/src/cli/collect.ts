import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Workspace } from '../core';
import { FileLinks } from '../node/fileLinks';
import { rootsOf } from '../node/projects';
import { readContent, type OnUnreadable } from '../node/readContent';
import { isWithin, uriOf, walk } from '../node/walk';

/** What somebody asked to check, as absolute paths. */
export interface Asked {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Tells of a path that cannot be checked. */
export type Complain = (file: string, why: string) => void;

export function askedFor(paths: readonly string[], complain: Complain): Asked {
  const folders: string[] = [];
  const files: string[] = [];
  for (const given of paths) {
    try {
      const full = path.resolve(given);
      const stat = fs.statSync(full);
      if (stat.isDirectory()) folders.push(full);
      else if (stat.isFile()) files.push(full);
      else complain(given, 'not a file or folder');
    } catch (error) {
      complain(given, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file or folder' : (error as Error).message);
    }
  }
  return { folders, files };
}

/** Whether a file is one of those that were asked for, or lies in one of the folders. By uri. */
export function isAskedBy({ folders, files }: Asked): (uri: string) => boolean {
  const uris = new Set(files.map(uriOf));
  const prefixes = folders.map(folder => uriOf(folder).replace(/\/$/, '') + '/');
  return uri => uris.has(uri) || prefixes.some(prefix => uri.startsWith(prefix));
}

/** Puts a file as it is on the disk into a workspace. Its uri; `undefined`: it cannot be read. */
export function takeFile(workspace: Workspace, file: string, onUnreadable: OnUnreadable): string | undefined {
  const uri = uriOf(file);
  const content = readContent(file, workspace.maxFileSizeFor(uri), onUnreadable);
  if (!content) return undefined;
  workspace.setDiskContent(uri, content);
  return uri;
}

export interface CollectOptions {
  readonly onUnreadable: OnUnreadable;
  /** So many files have been taken; waited for after each. */
  readonly onTaken: (count: number) => Promise<void> | undefined;
}

/**
 * Fills a workspace with the whole projects of everything that is asked for: look-ups end at the same place, whatever part is asked
 * for. The uris of the files to report, in the order in which they are read.
 */
export async function collect(workspace: Workspace, asked: Asked, options: CollectOptions): Promise<ReadonlySet<string>> {
  const { onUnreadable, onTaken } = options;
  const isAsked = isAskedBy(asked);
  const toReport = new Set<string>();
  let taken = 0;
  const take = async (file: string) => {
    const pause = onTaken(++taken);
    if (pause) await pause;
    const uri = takeFile(workspace, file, onUnreadable);
    if (uri !== undefined && isAsked(uri)) toReport.add(uri);
  };
  const roots = rootsOf([...asked.folders, ...asked.files.map(file => path.dirname(file))]);
  workspace.setRoots([...roots].map(uriOf));
  const context = { links: new FileLinks(), onUnreadable };
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
  for (const file of asked.files) if (!toReport.has(uriOf(file))) await take(file);
  return toReport;
}
