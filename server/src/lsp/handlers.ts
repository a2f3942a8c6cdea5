import type { CodeAction, Connection, ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { FIX_ALL_KIND, fixAll, quickFixes, type Action, type Workspace } from '../core';
import type { Client } from './client';
import { canonical } from './uris';

interface Context {
  readonly workspace: Workspace;
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly client: Client;
}

/** THE list of requests that are answered, each beside the capability that announces it. */
export function registerFeatures(connection: Connection, context: Context): ServerCapabilities {
  connection.onCodeAction(({ textDocument, range, context: { only } }) => {
    const uri = canonical(textDocument.uri);
    const wanted = (kind: string) => !only || only.some(asked => kind === asked || kind.startsWith(asked + '.') || asked === '');
    const actions = wanted(CodeActionKind.QuickFix) ? quickFixes(context.workspace, uri, range) : [];
    // Source actions are offered where they are asked for, not on every light bulb.
    const all = only && wanted(FIX_ALL_KIND) ? fixAll(context.workspace, uri) : undefined;
    return [...actions, ...(all ? [all] : [])].map(action => asCodeAction(action, uri, context));
  });

  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
  };
}

const asCodeAction = ({ title, kind, diagnostics, isPreferred, edits }: Action, uri: string, context: Context): CodeAction => ({
  title,
  kind,
  ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
  ...(isPreferred && { isPreferred }),
  edit: asWorkspaceEdit([...edits], uri, context),
});

function asWorkspaceEdit(edits: Action['edits'][number][], uri: string, { client, documents }: Context): WorkspaceEdit {
  const document = documents.get(uri);
  const spelled = document?.uri ?? uri;
  if (!client.takesDocumentChanges) return { changes: { [spelled]: edits } };
  return { documentChanges: [{ textDocument: { uri: spelled, version: document?.version ?? null }, edits }] };
}
