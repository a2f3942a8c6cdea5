import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIGURATION_FILE, otherActions, PositionedDocuments, type Workspace } from '../../server/src/core';
import { uriOf, workspaceOf } from '../support/workspace';
import type { Files } from './arbitraries';

/** Every finding is gone once it is allowed, and once its rule is turned off; and the configuration that says so is valid and used. */
export function verifyAllowing([files, before]: readonly [Files, string]): void {
  const all = [...files, [CONFIGURATION_FILE, before] as const];
  const workspace = workspaceOf(all);
  for (const [name] of files) {
    for (const title of titlesIn(workspace, name)) {
      const after = workspaceOf(all);
      const rule = take(after, name, title);
      const left = after.file(uriOf(name))!.findings.filter(one => one.rule === rule).length;
      const had = workspace.file(uriOf(name))!.findings.filter(one => one.rule === rule).length;
      assert.ok(title.startsWith('Turn') ? left === 0 : left < had, `${title}: ${left} of ${had} are left`);
      const wrong = after.file(uriOf(CONFIGURATION_FILE))!.findings.map(one => one.rule);
      assert.deepEqual(
        wrong,
        workspace.file(uriOf(CONFIGURATION_FILE))!.findings.map(one => one.rule),
        title,
      );
    }
  }
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

const titlesIn = (workspace: Workspace, name: string): readonly string[] =>
  otherActions(workspace, uriOf(name), WHOLE)
    .filter(({ showsRule }) => showsRule === undefined)
    .map(({ title }) => title);

/** Makes what an action does so. The rule that it is about. */
function take(workspace: Workspace, name: string, title: string): string {
  const action = otherActions(workspace, uriOf(name), WHOLE).find(one => one.title === title)!;
  for (const file of action.edit().files) {
    assert.ok('edits' in file, 'the configuration is there already');
    const { document } = new PositionedDocuments(workspace).get(file.uri)!;
    workspace.setOpenText(file.uri, TextDocument.applyEdits(document, [...file.edits]));
  }
  workspace.update();
  return String(action.diagnostics[0]!.code);
}
