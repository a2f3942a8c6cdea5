import * as fs from 'node:fs';
import { URI } from 'vscode-uri';
import writeFileAtomic from 'write-file-atomic';
import { applyChanges, fixAllChanges, type Workspace } from '../core';
import { readAtMost } from '../node/content';
import { isWithin } from '../node/walk';

/** A fix can supply what a fix in another file is derived from; this many rounds are more than any chain of them is long. */
const MOST_ROUNDS = 8;

/**
 * Applies the automatic fixes of the given files until there are none, and writes each changed file once, if it lies in one of the
 * `places`, files and folders, that may be written to. `pause` is waited for between two files.
 */
export async function applyFixes(
  workspace: Workspace,
  uris: readonly string[],
  places: readonly string[],
  complain: (file: string, why: string) => void,
  pause: () => Promise<void>,
): Promise<void> {
  const originals = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // All of a round are worked out from the same state: the order of the files makes no difference.
    const mended: { uri: string; before: string; after: string }[] = [];
    for (const uri of uris) {
      const before = workspace.file(uri)?.text;
      const changes = fixAllChanges(workspace, uri);
      if (before === undefined || changes.length === 0) continue;
      mended.push({ uri, before, after: applyChanges(before, changes) });
      await pause();
    }
    for (const { uri, before, after } of mended) {
      if (!originals.has(uri)) originals.set(uri, before);
      workspace.set(uri, after);
    }
    workspace.update();
    if (mended.length === 0) break;
  }
  for (const [uri, original] of originals) {
    await pause();
    const problem = write(URI.parse(uri).fsPath, original, workspace.file(uri)!.text, places);
    if (!problem) continue;
    complain(URI.parse(uri).fsPath, problem);
    workspace.set(uri, original);
  }
  workspace.update();
}

/** Writes a file in one step, mode and all. Why it was not written, if it was not. */
function write(file: string, original: string, text: string, places: readonly string[]): string | undefined {
  try {
    // Links are followed now, and not when the file was read: meanwhile they may have come to lead elsewhere.
    const real = fs.realpathSync(file);
    if (real !== file && !places.some(place => isWithin(real, fs.realpathSync(place)))) {
      return 'it is a link to a place outside the checked folders and was not mended';
    }
    const stat = fs.statSync(real);
    // To put a new file in its place its folder has to be writable, and nothing else: the mode says what is wanted.
    if ((stat.mode & 0o222) === 0) return 'it is read-only and was not mended';
    const before = Buffer.from(original);
    if (!readAtMost(real, before.length + 1)?.equals(before)) return 'it was changed meanwhile and was not mended';
    writeFileAtomic.sync(real, text);
    return undefined;
  } catch (error) {
    return `it was not mended: ${(error as Error).message}`;
  }
}
