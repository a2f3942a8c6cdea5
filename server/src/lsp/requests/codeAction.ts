import {
  CodeActionKind,
  RequestType,
  type CodeAction,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { FIX_ALL_KIND, fixAll, quickFixes, type Action } from '../../core';
import { PLACE_CARET } from '../../protocol';
import { isCodeActionParams } from '../params';
import type { RequestContext, RequestHandler } from './requestHandler';

export const codeAction: RequestHandler<CodeActionParams, CodeAction[]> = {
  type: new RequestType('textDocument/codeAction'),
  capability: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] } },
  isValid: isCodeActionParams,
  nothing: [],
  answer(context, uri, { range, context: { only } }) {
    const isWanted = (kind: string) => !only || only.some(asked => kind === asked || kind.startsWith(asked + '.') || asked === '');
    const actions = isWanted(CodeActionKind.QuickFix) ? quickFixes(context.workspace, uri, range) : [];
    // Source actions are offered where they are asked for, not on every light bulb.
    const all = only && isWanted(FIX_ALL_KIND) ? fixAll(context.workspace, uri) : undefined;
    return [...actions, ...(all ? [all] : [])].map(action => asCodeAction(action, context));
  },
};

const asCodeAction = ({ title, kind, diagnostics, isPreferred, uri, edits, caret }: Action, context: RequestContext): CodeAction => ({
  title,
  kind,
  ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
  ...(isPreferred && { isPreferred }),
  edit: asWorkspaceEdit([...edits], uri, context),
  ...(caret && context.client.placesCaret && { command: { title, command: PLACE_CARET, arguments: [spelled(uri, context), caret] } }),
});

const spelled = (uri: string, { documents }: RequestContext): string => documents.get(uri)?.uri ?? uri;

/**
 * Also in the partner file it is made at once, as its title says: a question first is what people expect of a change that they cannot
 * see beforehand, and other language servers ask none.
 */
function asWorkspaceEdit(edits: TextEdit[], uri: string, { client, documents }: RequestContext): WorkspaceEdit {
  const document = documents.get(uri);
  if (!client.takesDocumentChanges) return { changes: { [document?.uri ?? uri]: edits } };
  return { documentChanges: [{ textDocument: { uri: document?.uri ?? uri, version: document?.version ?? null }, edits }] };
}
