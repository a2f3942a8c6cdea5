import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver-types';
import { isOfText } from '../../json/jsonEdit';
import type { JsonPath } from '../../json/path';
import { printNew } from '../../json/printNew';
import { applyChanges, type TextChange } from '../../json/textDraft';
import type { Fix, NewFile, WorkspaceChange } from '../../rules/engine/report';
import type { DocumentSnapshot } from '../../workspace/documentSnapshot';
import { PositionedDocument, type PositionedDocuments } from '../../workspace/positions';

/** LSP's kind of the action that applies every safe fix. */
export const FIX_ALL_KIND = 'source.fixAll.cartridge';

/** What an action does to one file: ascending edits that do not overlap, or a new file. */
export type FileEdit = { readonly uri: string; readonly edits: readonly TextEdit[] } | { readonly create: string; readonly text: string };

export interface ActionEdit {
  readonly files: readonly FileEdit[];
  /** Where the caret belongs when the edits are made. `undefined`: where it is. */
  readonly caret?: { readonly uri: string; readonly position: Position };
}

/** A code action before a client's way of stating edits is known. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | typeof FIX_ALL_KIND;
  readonly diagnostics: readonly Diagnostic[];
  readonly isPreferred: boolean;
  /** It shows the documentation of a rule, and changes nothing. */
  readonly showsRule?: string;
  /** It makes files, which not every client can. */
  readonly createsFiles: boolean;
  /** What it does, computed when somebody asks: most actions of a menu are never chosen. */
  readonly edit: () => ActionEdit;
}

/** Where actions are asked for: a document and what is selected in it. */
interface ActionRequest {
  readonly document: DocumentSnapshot;
  readonly range: Range;
}

/** One kind of action. Those of all sources are offered in the order of the list in index.ts. */
export type ActionSource = (request: ActionRequest) => readonly Action[];

/** A fix as an action; `undefined` where a file that it changes cannot be edited, or would stay as it is. */
export function quickFix(document: DocumentSnapshot, fix: Fix, diagnostics: readonly Diagnostic[]): Action | undefined {
  if (!isPossible(document, fix.change)) return undefined;
  return {
    title: fix.title,
    kind: 'quickfix',
    diagnostics,
    isPreferred: fix.preferred ?? false,
    createsFiles: fix.change.files.some(change => 'create' in change),
    edit: () => editOf(document, fix),
  };
}

/** A file that cannot be read cannot be edited by paths; a change that changes nothing is none. */
function isPossible({ uri, files }: DocumentSnapshot, { files: changes }: WorkspaceChange): boolean {
  const edited = changes.flatMap(change => ('create' in change ? [] : [{ file: files.get(change.uri ?? uri), edits: change.edits }]));
  return (
    edited.every(({ file, edits }) => file && (!file.isUnparsable || edits.every(isOfText))) &&
    (edited.length < changes.length || edited.some(({ file, edits }) => file?.isChangedBy(edits)))
  );
}

function editOf(document: DocumentSnapshot, { change, caret }: Fix): ActionEdit {
  const files = change.files.flatMap(one => fileEdit(document, one) ?? []);
  return { files, ...(caret && caretIn(document, change, caret)) };
}

/** Behind the opening quote of the string at a path: in this file, or in the first one that is changed. */
function caretIn({ uri: own, files }: DocumentSnapshot, { files: changes }: WorkspaceChange, path: JsonPath): Pick<ActionEdit, 'caret'> {
  const change = changes.find(one => 'edits' in one && one.uri === undefined) ?? changes[0];
  const target = change && 'edits' in change ? files.get(change.uri ?? own) : undefined;
  const uri = change && ('create' in change ? change.create : (change.uri ?? own));
  const text =
    change && ('create' in change ? printedText(change, files) : target && applyChanges(target.text, target.changesOf(change.edits)));
  if (uri === undefined || text === undefined) return {};
  const fixed = new PositionedDocument(TextDocument.create(uri, 'json', 0, text), { isStrict: false });
  return { caret: { uri, position: fixed.document.positionAt(fixed.span({ path }).offset + 1) } };
}

/** `undefined`: the file is gone. */
function fileEdit({ uri, files }: DocumentSnapshot, change: WorkspaceChange['files'][number]): FileEdit | undefined {
  if ('create' in change) return { create: change.create, text: printedText(change, files) };
  const target = files.get(change.uri ?? uri);
  return target && { uri: change.uri ?? uri, edits: target.changesOf(change.edits).map(one => asTextEdit(target.document, one)) };
}

const printedText = ({ content, like }: NewFile, files: PositionedDocuments): string =>
  printNew(content, like === undefined ? undefined : files.get(like)?.text);

export const asTextEdit = (document: TextDocument, { offset, length, text }: TextChange): TextEdit => ({
  range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
  newText: text,
});

/** Whether two ranges have a place in common; at their ends they may meet. */
export function touches(a: Range, b: Range): boolean {
  const after = (x: Position, y: Position) => x.line > y.line || (x.line === y.line && x.character > y.character);
  return !after(a.start, b.end) && !after(b.start, a.end);
}
