import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { prepareRename, rename, RenameRefused, type Workspace } from '../../server/src/core';
import { uriOf, workspaceOf } from '../support/workspace';
import { FOLDERS, layouts, mutated } from './arbitraries';

const FILES = ['worker.json', 'manager.json', 'service.json', 'policy.json', 'partition.json', 'economy.json'];

/** Valid files in some folders, each laid out in its own way, and what is renamed. */
export const renames = fc.record({
  files: fc.uniqueArray(fc.tuple(fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...FILES)), layouts), {
    minLength: 2,
    maxLength: 14,
    selector: ([[folder, name]]) => folder + name,
  }),
  at: fc.nat(),
  newName: fc.constantFrom('other', 'esbmgt', 'x y', 'a"b', 'ä', 'Other.example.com'),
});

type Renaming = typeof renames extends fc.Arbitrary<infer R> ? R : never;

/** After a rename all is found as before, and renaming back restores every byte; or it is refused, with a reason. */
export function verifyRename({ files, at, newName }: Renaming): void {
  const texts = files.map(([[folder, name], layout]) => [folder + name, mutated(name, [], layout)] as const);
  const workspace = workspaceOf(texts);
  const [name, text] = texts[at % texts.length]!;
  const found = findingsOf(workspace);
  for (let offset = at % 7; offset <= text.length; offset += 7) {
    const before = textsOf(workspace);
    const prepared = attempt(() => prepareRename(workspace, uriOf(name), offset));
    const edits = attempt(() => rename(workspace, uriOf(name), offset, newName));
    assert.ok(edits === undefined || prepared !== undefined, 'what can be renamed can be prepared');
    if (!edits || edits.length === 0 || !prepared) continue;
    // A reference that leads nowhere leads to what takes its name: that may be why somebody renames.
    if (before.some(([, one]) => one!.includes(JSON.stringify(newName)))) continue;
    const moved = offsetAfter(workspace, uriOf(name), edits, prepared.range.start);
    apply(workspace, edits);
    assert.equal(prepareRename(workspace, uriOf(name), moved)?.placeholder, newName);
    assert.deepEqual(findingsOf(workspace), found, `${prepared.placeholder} to ${newName}`);
    apply(workspace, rename(workspace, uriOf(name), moved, prepared.placeholder)!);
    assert.deepEqual(textsOf(workspace), before, `${prepared.placeholder} to ${newName} and back`);
  }
}

/** Where a place of a file is once the edits are made: what is replaced before it has another length. */
function offsetAfter(workspace: Workspace, uri: string, edits: NonNullable<ReturnType<typeof rename>>, place: Position): number {
  const { document } = workspace.open(uri)!.positions;
  const offset = document.offsetAt(place);
  const own = edits.flatMap(file => ('edits' in file && file.uri === uri ? file.edits : []));
  const before = own.filter(({ range }) => document.offsetAt(range.start) < offset);
  return before.reduce((sum, { range, newText }) => sum + newText.length - document.getText(range).length, offset);
}

function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch (error) {
    assert.ok(error instanceof RenameRefused && /\.$/.test(error.message), String(error));
    return undefined;
  }
}

function apply(workspace: Workspace, edits: NonNullable<ReturnType<typeof rename>>): void {
  for (const file of edits) {
    assert.ok('edits' in file);
    const { document } = workspace.open(file.uri)!.positions;
    workspace.setDiskContent(file.uri, { text: TextDocument.applyEdits(document, [...file.edits]) });
  }
  workspace.update();
}

const textsOf = (workspace: Workspace) => [...workspace.allFiles()].map(({ uri, text }) => [uri, text]);
const findingsOf = (workspace: Workspace) => [...workspace.allFiles()].map(({ uri, findings }) => [uri, findings.map(({ rule }) => rule)]);
