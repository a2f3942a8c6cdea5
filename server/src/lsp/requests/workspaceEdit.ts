import type { CreateFile, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../../core';
import { spelled } from './places';
import type { RequestContext } from './requestHandler';

/**
 * A change of the partner file is made at once, too, as its title says: a question first is what people expect of a change that they
 * cannot see beforehand, and other language servers ask none.
 */
export function asWorkspaceEdit(files: readonly FileEdit[], context: RequestContext): WorkspaceEdit {
  if (!context.client.takesDocumentChanges) {
    // What makes files is not offered to such a client.
    const changes = files.flatMap(file => ('edits' in file ? [[spelled(file.uri, context), [...file.edits]] as [string, TextEdit[]]] : []));
    return { changes: Object.fromEntries(changes) };
  }
  return {
    documentChanges: files.flatMap<TextDocumentEdit | CreateFile>(file =>
      'edits' in file ? edited(file.uri, [...file.edits], context) : created(file.create, file.text),
    ),
  };
}

const edited = (uri: string, edits: TextDocumentEdit['edits'], context: RequestContext): TextDocumentEdit => ({
  textDocument: { uri: spelled(uri, context), version: context.documents.get(uri)?.version ?? null },
  edits,
});

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const created = (uri: string, newText: string): (TextDocumentEdit | CreateFile)[] => [
  { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
  { textDocument: { uri, version: null }, edits: [{ range: START, newText }] },
];
