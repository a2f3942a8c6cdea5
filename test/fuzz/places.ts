import assert from 'node:assert/strict';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileStatus, diagnostics, fixAll, PositionedDocuments, quickFixes, type Action, type Workspace } from '../../server/src/core';

/** A range that holds every text. */
export const EVERYWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

const documentOf = (workspace: Workspace, uri: string): TextDocument => {
  const file = workspace.file(uri);
  assert.ok(file, `there is no ${uri}`);
  return TextDocument.create(uri, 'json', 0, file.text);
};

/** Every place that the core tells of a file lies in the text that it tells of. */
export function verifyPlaces(workspace: Workspace, uri: string): void {
  const located = new PositionedDocuments(workspace);
  for (const { at, related } of workspace.file(uri)!.findings) {
    for (const { uri: target, place } of [{ uri, place: at }, ...related]) {
      const { offset, length } = located.get(target)!.span(place);
      assert.ok(offset >= 0 && length >= 0 && offset + length <= workspace.file(target)!.text.length, `a finding outside of ${target}`);
    }
  }
  for (const { range, relatedInformation = [] } of diagnostics(workspace, uri)) {
    verifyRange(documentOf(workspace, uri), range);
    for (const { location } of relatedInformation) verifyRange(documentOf(workspace, location.uri), location.range);
  }
  const all = fixAll(workspace, uri);
  for (const action of [...quickFixes(workspace, uri, EVERYWHERE), ...(all ? [all] : [])]) mended(workspace, action);
  fileStatus(workspace, uri);
}

/** What an action does to the one file that it changes. */
export function editOfAction(action: Action): { uri: string; edits: readonly TextEdit[]; caret: Position | undefined } {
  const { files, caret } = action.edit();
  const [file] = files;
  if (files.length !== 1 || !file || !('edits' in file)) assert.fail(`${action.title}: does not edit one file`);
  return { uri: file.uri, edits: file.edits, caret: caret?.position };
}

/** The text that an action makes of its file. Its edits ascend and do not overlap; the caret comes to stand in the text. */
export function mended(workspace: Workspace, action: Action): string {
  const { uri, edits, caret } = editOfAction(action);
  const document = documentOf(workspace, uri);
  let end = 0;
  for (const { range } of edits) {
    verifyRange(document, range);
    assert.ok(document.offsetAt(range.start) >= end, 'edits overlap');
    end = document.offsetAt(range.end);
  }
  const text = TextDocument.applyEdits(document, [...edits]);
  if (caret) verifyPosition(TextDocument.create(uri, 'json', 0, text), caret);
  return text;
}

function verifyRange(document: TextDocument, { start, end }: Range): void {
  verifyPosition(document, start);
  verifyPosition(document, end);
  assert.ok(document.offsetAt(start) <= document.offsetAt(end), 'a range ends before it begins');
}

function verifyPosition(document: TextDocument, position: Position): void {
  assert.deepEqual(document.positionAt(document.offsetAt(position)), position, 'a position outside of the text');
}
