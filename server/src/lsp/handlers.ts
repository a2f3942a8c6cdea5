import type { CodeAction, CodeActionParams, Connection, ServerCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind, ErrorCodes, ResponseError, TextDocumentSyncKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { FIX_ALL_KIND, fixAll, quickFixes, type Action, type Workspace } from '../core';
import type { Client } from './client';
import type { Attempt } from './isolation';
import { isCodeActionParams, type Check } from './params';
import { canonical } from './uris';

interface Context {
  readonly workspace: Workspace;
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly client: Client;
  readonly attempt: Attempt;
  readonly isRunning: () => boolean;
}

/** THE list of requests that are answered, each beside the capability that announces it. */
export function registerFeatures(connection: Connection, context: Context): ServerCapabilities {
  /** A request about a document. One that fails costs its own answer, which is then the one of a file with nothing to say. */
  const answering =
    <P extends { textDocument: { uri: string } }, A>(feature: string, isWell: Check, nothing: A, answer: (uri: string, params: P) => A) =>
    (params: P): A | ResponseError => {
      if (!context.isRunning()) return new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down');
      if (!isWell(params)) return new ResponseError(ErrorCodes.InvalidParams, `The parameters are not those of ${feature}`);
      const uri = canonical(params.textDocument.uri);
      return context.attempt(`${feature} on ${uri}`, () => answer(uri, params), nothing);
    };

  connection.onCodeAction(
    answering('textDocument/codeAction', isCodeActionParams, [], (uri, { range, context: { only } }: CodeActionParams): CodeAction[] => {
      const wanted = (kind: string) => !only || only.some(asked => kind === asked || kind.startsWith(asked + '.') || asked === '');
      const actions = wanted(CodeActionKind.QuickFix) ? quickFixes(context.workspace, uri, range) : [];
      // Source actions are offered where they are asked for, not on every light bulb.
      const all = only && wanted(FIX_ALL_KIND) ? fixAll(context.workspace, uri) : undefined;
      return [...actions, ...(all ? [all] : [])].map(action => asCodeAction(action, context));
    }),
  );

  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
  };
}

/** A command that the client offers: puts the caret at a position of a file. Arguments: uri, position. */
const PLACE_CARET = 'cartridge.placeCaret';

const asCodeAction = ({ title, kind, diagnostics, isPreferred, uri, edits, caret }: Action, context: Context): CodeAction => ({
  title,
  kind,
  ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
  ...(isPreferred && { isPreferred }),
  edit: asWorkspaceEdit([...edits], uri, context),
  ...(caret && context.client.placesCaret && { command: { title, command: PLACE_CARET, arguments: [spelled(uri, context), caret] } }),
});

const spelled = (uri: string, { documents }: Context): string => documents.get(uri)?.uri ?? uri;

/**
 * Also in the partner file it is made at once, as its title says: a question first is what people expect of a change that they cannot
 * see beforehand, and other language servers ask none.
 */
function asWorkspaceEdit(edits: TextEdit[], uri: string, { client, documents }: Context): WorkspaceEdit {
  const document = documents.get(uri);
  if (!client.takesDocumentChanges) return { changes: { [document?.uri ?? uri]: edits } };
  return { documentChanges: [{ textDocument: { uri: document?.uri ?? uri, version: document?.version ?? null }, edits }] };
}
