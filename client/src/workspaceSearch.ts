import * as vscode from 'vscode';
import { mayBeDefinition } from '../../server/src/core/vocabulary/detection';

/** Where a file of this name is, definitions may have any name. */
const CONFIGURATION = '.cartridge-check.json';

const EXCLUDED = '**/{node_modules,.git,target}/**';

/** Names that are looked behind, and the size in bytes up to which that is done: a search must never cost what a check costs. */
const MOST_FILES = 5000;
const LARGEST = 1024 * 1024;

/** Read together. */
const AT_ONCE = 16;

/**
 * Whether a file of the workspace is a definition by its keys. `patterns`: of the names that definitions usually have; a name alone
 * says nothing yet. `isDefinition` is asked only about texts that may be one.
 */
export async function holdsDefinitions(
  patterns: readonly string[],
  isDefinition: (text: string) => Promise<boolean>,
  token: vscode.CancellationToken,
): Promise<boolean> {
  // Of file systems other than the disk the server could read none.
  const find = async (pattern: string) =>
    (await vscode.workspace.findFiles(pattern, EXCLUDED, MOST_FILES, token)).filter(({ scheme }) => scheme === 'file');
  let found = (await Promise.all(patterns.map(find))).flat();
  if (found.some(({ path }) => path.endsWith('/' + CONFIGURATION))) found = await find('**/*.{json,jsonc}');
  for (let i = 0; i < found.length; i += AT_ONCE) {
    if (token.isCancellationRequested) return false;
    const texts = await Promise.all(found.slice(i, i + AT_ONCE).map(read));
    for (const text of texts) if (text !== undefined && mayBeDefinition(text) && (await isDefinition(text))) return true;
  }
  return false;
}

/** `undefined`: it is too large, or cannot be read. */
async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST || (type & vscode.FileType.File) === 0) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
