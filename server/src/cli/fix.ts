import * as fs from 'node:fs';
import { URI } from 'vscode-uri';
import { applyChanges, fixAllChanges, type Workspace } from '../core';
import { readAtMost } from '../node/readContent';
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
  const steps = fixInMemory(workspace, uris);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await pause();
  const originals = step.value;
  if (originals.size === 0) return;
  // Loaded only where something is to be written: it brings half of Node's cryptography with it, for the names of temporary files.
  const { default: writeFileAtomic } = await import('write-file-atomic');
  for (const [uri, original] of originals) {
    await pause();
    const problem = write(URI.parse(uri).fsPath, original, workspace.file(uri)!.text, places, writeFileAtomic.sync);
    if (!problem) continue;
    complain(URI.parse(uri).fsPath, problem);
    workspace.setDiskContent(uri, { text: original });
  }
  workspace.update();
}

/**
 * The same without writing anything; the original text of each file that has changed. There are never more errors in all files in the
 * end than there were. Yields between two files.
 */
export function* fixInMemory(workspace: Workspace, uris: readonly string[]): Generator<undefined, ReadonlyMap<string, string>> {
  const originals = new Map<string, string>();
  /** The texts that the files of a round had, and those that they get. */
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const change = (uri: string): boolean => {
    const text = workspace.file(uri)?.text;
    const changes = fixAllChanges(workspace, uri);
    if (text === undefined || changes.length === 0) return false;
    before.set(uri, text);
    after.set(uri, applyChanges(text, changes));
    return true;
  };
  const put = (texts: ReadonlyMap<string, string>) => {
    for (const [uri, text] of texts) workspace.setDiskContent(uri, { text });
    workspace.update();
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    before.clear();
    after.clear();
    // All of a round are worked out from the same state: the order of the files makes no difference.
    for (const uri of uris) if (change(uri)) yield;
    const errors = errorsIn(workspace, uris);
    put(after);
    if (errorsIn(workspace, uris) > errors) {
      // Each alone brings none, but all together do: one after the other, each sees what those before it have come to.
      put(before);
      const files = [...before.keys()];
      before.clear();
      for (const uri of files) {
        after.clear();
        if (change(uri)) put(after);
        yield;
      }
    }
    if (before.size === 0) break;
    for (const [uri, text] of before) if (!originals.has(uri)) originals.set(uri, text);
  }
  return originals;
}

const errorsIn = (workspace: Workspace, uris: readonly string[]): number =>
  uris.reduce((sum, uri) => sum + (workspace.file(uri)?.findings.filter(({ severity }) => severity === 'error').length ?? 0), 0);

/** Writes a file by `put` in one step, mode and all. Why it was not written, if it was not. */
function write(
  file: string,
  original: string,
  text: string,
  places: readonly string[],
  put: (file: string, text: string) => void,
): string | undefined {
  try {
    // Links are followed now, and not when the file was read: meanwhile they may have come to lead elsewhere.
    const real = fs.realpathSync(file);
    if (real !== file && !places.some(place => isWithin(real, fs.realpathSync(place)))) {
      return 'not fixed: it is a link to a file outside the checked folders';
    }
    const stat = fs.statSync(real);
    // To put a new file in its place its folder has to be writable, and nothing else: the mode says what is wanted.
    if ((stat.mode & 0o222) === 0) return 'not fixed: it is read-only';
    const before = Buffer.from(original);
    if (!readAtMost(real, before.length + 1)?.equals(before)) return 'not fixed: another program changed it';
    put(real, text);
    return undefined;
  } catch (error) {
    return `not fixed: ${(error as Error).message}`;
  }
}
