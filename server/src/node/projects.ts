import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import { projectRootOf } from '../core';
import { isIncludedFolder, uriOf } from './walk';

/**
 * The project that a folder belongs to. `undefined`: nothing marks one, or its walk does not come into the folder, which is then read
 * by itself.
 */
export function projectOf(folder: string): string | undefined {
  const root = projectRootOf(uriOf(folder), (at, name) => holds(URI.parse(at).fsPath, name));
  if (root === undefined) return undefined;
  const project = URI.parse(root).fsPath;
  return isIncludedFolder(project, folder) ? project : undefined;
}

/** The roots of the projects that folders belong to; a folder without a mark is its own, unless another one of them holds it. */
export function rootsOf(folders: readonly string[]): Set<string> {
  const roots = new Set(folders.map(folder => projectOf(folder) ?? folder));
  const isHeld = (folder: string) => [...roots].some(root => root !== folder && isIncludedFolder(root, folder));
  return new Set([...roots].filter(root => projectOf(root) !== undefined || !isHeld(root)));
}

/** Some keep their settings in a repository of the home folder: it is not the project of all that lies in there. */
const holds = (folder: string, name: string): boolean => folder !== os.homedir() && fs.existsSync(path.join(folder, name));
