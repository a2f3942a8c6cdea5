import assert from 'node:assert/strict';
import { MarkupKind } from 'vscode-languageserver/node';
import {
  definition,
  documentSymbols,
  hover,
  references,
  usesInDocument,
  workspaceSymbols,
  type OutlineEntry,
  type WordLocation,
  type Workspace,
} from '../../server/src/core';
import { asMarkup } from '../../server/src/lsp/markup';
import { uriOf, workspaceOf } from '../support/workspace';
import type { Files } from './arbitraries';

/** Whatever is asked for at whatever place of whatever text: nothing fails, and every place lies in its text. */
export function verifyRequests([files, half, offsets]: readonly [Files, Files, readonly number[]]): void {
  const workspace = workspaceOf(files, { syntaxErrors: true });
  // Somebody is typing in some of them.
  for (const [name, text] of half) workspace.setOpenText(uriOf(name), text);
  workspace.update();
  verify(workspace, workspaceSymbols(workspace, ''));
  for (const { uri, text } of workspace.allFiles()) {
    verifyOutline(workspace, uri, documentSymbols(workspace, uri));
    for (const one of offsets) {
      const offset = one % (text.length + 1);
      const found = definition(workspace, uri, offset);
      const uses = references(workspace, uri, offset, true);
      const here = usesInDocument(workspace, uri, offset);
      const shown = hover(workspace, uri, offset);
      if (shown) {
        asMarkup(shown.descriptions, MarkupKind.Markdown, target => target);
        verify(workspace, [{ uri, range: shown.range }]);
      }
      verify(workspace, [...(found ? [{ uri, range: found.origin }, ...found.targets] : []), ...uses, ...here]);
      // What a name stands for is a use of it, and so is the name itself.
      if (found) {
        const isUse = (place: WordLocation) =>
          uses.some(use => JSON.stringify(use) === JSON.stringify({ uri: place.uri, range: place.range }));
        assert.ok(isUse({ uri, range: found.origin }), `${uri}:${offset} is no use of itself`);
        assert.ok(here.every(isUse), `${uri}:${offset}: what is highlighted is no use`);
      }
    }
  }
}

/** Children lie within their parents, and names within what they name. */
function verifyOutline(workspace: Workspace, uri: string, entries: readonly OutlineEntry[]): void {
  for (const { name, range, selection, children } of entries) {
    assert.notEqual(name, '');
    verify(workspace, [
      { uri, range },
      { uri, range: selection },
    ]);
    const { document } = workspace.open(uri)!.positions;
    const holds = (inner: typeof range) =>
      document.offsetAt(range.start) <= document.offsetAt(inner.start) && document.offsetAt(inner.end) <= document.offsetAt(range.end);
    assert.ok([selection, ...children.map(child => child.range)].every(holds), `${name} does not hold its parts`);
    verifyOutline(workspace, uri, children);
  }
}

function verify(workspace: Workspace, places: readonly WordLocation[]): void {
  for (const { uri, range } of places) {
    const { document } = workspace.open(uri)!.positions;
    for (const end of [range.start, range.end]) assert.deepEqual(document.positionAt(document.offsetAt(end)), end);
    assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end), 'a range ends before it begins');
  }
}
