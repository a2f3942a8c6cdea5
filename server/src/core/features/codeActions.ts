import type { Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonPath } from '../json/path';
import { editJson } from '../json/edit';
import { applyChanges, type TextChange } from '../json/textDraft';
import type { Checked } from '../rules/check';
import type { Fix } from '../rules/rule';
import { SHIPPED_ORDER } from '../vocabulary/payloadParameters';
import type { Workspace } from '../workspace/workspace';
import { asDiagnostic } from './diagnostics';
import { Located, LocatedFiles } from './documents';

/** LSP's kind of the action that applies every fix with one right value. */
export const FIX_ALL_KIND = 'source.fixAll.cartridge';

/** A code action before a client's way of stating edits is known. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | typeof FIX_ALL_KIND;
  readonly diagnostics: readonly Diagnostic[];
  readonly isPreferred: boolean;
  /** The file that changes. */
  readonly uri: string;
  /** Ascending, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** Where the caret belongs when the edits are made. `undefined`: where it is. */
  readonly caret?: Position;
}

/** The ways to mend what is found in `range`; the last one inserts all missing parameters of the file at once. */
export function quickFixes(workspace: Workspace, uri: string, range: Range): Action[] {
  const files = new LocatedFiles(workspace);
  const own = files.get(uri);
  if (!own) return [];
  const all = workspace.checked(uri);
  const here = all.filter(({ finding }) => touches(own.range(finding.at), range));
  const actions = here.flatMap(({ finding, fixes }) => {
    const diagnostic = asDiagnostic(finding, own, files);
    return fixes().flatMap(fix => {
      const target = fix.uri === undefined ? own : files.get(fix.uri);
      // A file that cannot be read cannot be edited by paths.
      return target && !workspace.file(target.document.uri)?.isBroken ? [action(target, fix, [diagnostic])] : [];
    });
  });
  const missing = here.some(({ fixes }) => fixes().some(fix => fix.supplies)) ? insertAll(all, own.text) : undefined;
  if (missing) {
    const solved = missing.solved.map(({ finding }) => asDiagnostic(finding, own, files));
    actions.push(action(own, missing, solved));
  }
  return actions.filter(({ edits }) => edits.length > 0);
}

/** One edit that supplies every missing parameter, in the order in which the product ships them; `undefined` for fewer than two. */
export function insertAll(all: readonly Checked[], text: string): (Fix & { readonly solved: readonly Checked[] }) | undefined {
  const supplied = all.flatMap(checked => {
    const fix = checked.fixes().find(({ supplies }) => supplies);
    return fix && editJson(text, fix.edits).length > 0 ? [{ checked, fix, parameter: fix.supplies! }] : [];
  });
  if (new Set(supplied.map(({ parameter }) => parameter)).size < 2) return undefined;
  supplied.sort((a, b) => shippedPlace(a.parameter) - shippedPlace(b.parameter));
  return {
    title: `Insert all missing payload parameters (${supplied.map(({ parameter }) => parameter).join(', ')})`,
    edits: supplied.flatMap(({ fix }) => fix.edits),
    solved: supplied.map(({ checked }) => checked),
  };
}

/** Where the product's own cartridges have a parameter among the others; last, if they do not have it. */
export const shippedPlace = (parameter: string | undefined): number =>
  parameter !== undefined && SHIPPED_ORDER.includes(parameter) ? SHIPPED_ORDER.indexOf(parameter) : SHIPPED_ORDER.length;

function action(target: Located, { title, edits, preferred, caret }: Fix, diagnostics: readonly Diagnostic[]): Action {
  const { document } = target;
  const changes = target.changesOf(edits);
  return {
    title,
    kind: 'quickfix',
    diagnostics,
    isPreferred: preferred ?? false,
    uri: document.uri,
    edits: changes.map(change => asTextEdit(document, change)),
    ...(caret && {
      caret: inside(caret, new Located(TextDocument.create(document.uri, 'json', 0, applyChanges(document.getText(), changes)), false)),
    }),
  };
}

/** Behind the opening quote of the string at a path. */
const inside = (path: JsonPath, mended: Located): Position => mended.document.positionAt(mended.span({ path }).offset + 1);

export const asTextEdit = (document: TextDocument, { offset, length, text }: TextChange): TextEdit => ({
  range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
  newText: text,
});

function touches(a: Range, b: Range): boolean {
  const after = (x: Range['start'], y: Range['start']) => x.line > y.line || (x.line === y.line && x.character > y.character);
  return !after(a.start, b.end) && !after(b.start, a.end);
}
