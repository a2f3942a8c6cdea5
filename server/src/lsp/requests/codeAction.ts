import { CodeActionKind, LSPErrorCodes, RequestType, ResponseError } from 'vscode-languageserver';
import type { CodeAction, CodeActionParams, Command, Range } from 'vscode-languageserver';
import { FIX_ALL_KIND, fixAll, otherActions, quickFixes, type Action, type Workspace } from '../../core';
import { PLACE_CARET, SHOW_DOCUMENTATION } from '../../protocol';
import { canonicalUri } from '../canonicalUri';
import { isCodeAction, isCodeActionParams } from '../params';
import { showsPages } from './executeCommand';
import { spelled } from './places';
import { asWorkspaceEdit } from './workspaceEdit';
import type { DocumentHandler, RequestContext, RequestHandler } from './requestHandler';

/** The menu of what can be done in a range. Clients that can ask later for what an action does get it then. */
export const codeAction: DocumentHandler<CodeActionParams, CodeAction[]> = {
  type: new RequestType('textDocument/codeAction'),
  capability: ({ resolvesEdits }) => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], ...(resolvesEdits && { resolveProvider: true }) },
  }),
  isValid: isCodeActionParams,
  nothing: [],
  answer(context, uri, { range, context: { only } }) {
    const isWanted = (kind: string) => !only || only.some(asked => kind === asked || kind.startsWith(asked + '.') || asked === '');
    const kinds = [
      ...(isWanted(CodeActionKind.QuickFix) ? [CodeActionKind.QuickFix] : []),
      // Source actions are offered where they are asked for, not on every light bulb.
      ...(only && isWanted(FIX_ALL_KIND) ? [FIX_ALL_KIND] : []),
    ];
    return kinds.flatMap(kind =>
      actionsOf(context, uri, range, kind).map((action, index): CodeAction => {
        const { title, diagnostics, isPreferred } = action;
        const menuEntry: CodeAction = {
          title,
          kind,
          ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
          ...(isPreferred && { isPreferred }),
        };
        const data: Origin = { uri, range, index };
        return context.client.resolvesEdits ? { ...menuEntry, data } : withEdit(menuEntry, action, context);
      }),
    );
  },
};

/** What an action of the menu does. */
export const resolveCodeAction: RequestHandler<CodeAction, CodeAction> = {
  type: new RequestType('codeAction/resolve'),
  capability: () => ({}),
  isValid: isCodeAction,
  describe: ({ title }) => title,
  nothing: unresolved => unresolved,
  answer(context, unresolved) {
    const { uri, range, index } = unresolved.data as Origin;
    const actions = actionsOf(context, canonicalUri(uri), range, unresolved.kind ?? CodeActionKind.QuickFix);
    const same = ({ title }: Action) => title === unresolved.title;
    const action = actions[index] && same(actions[index]) ? actions[index] : actions.find(same);
    if (!action) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed, and this fix is gone');
    return withEdit(unresolved, action, context);
  },
};

/** Where an action of a menu is found again. */
interface Origin {
  readonly uri: string;
  readonly range: Range;
  /** Its place among those of its kind. */
  readonly index: number;
}

function actionsOf({ workspace, client }: RequestContext, uri: string, range: Range, kind: string): readonly Action[] {
  const actions = kind === FIX_ALL_KIND ? allFixes(workspace, uri) : menuAt(workspace, uri, range);
  return actions.filter(
    ({ createsFiles, showsRule }) => (client.createsFiles || !createsFiles) && (showsRule === undefined || showsPages(client)),
  );
}

const showing = (title: string, rule: string): Command => ({ title, command: SHOW_DOCUMENTATION, arguments: [rule] });

/** What is found is found once for both. */
function menuAt(workspace: Workspace, uri: string, range: Range): readonly Action[] {
  const document = workspace.open(uri);
  return document ? [...quickFixes(workspace, uri, range, document), ...otherActions(workspace, uri, range, document)] : [];
}

function allFixes(workspace: Workspace, uri: string): readonly Action[] {
  const action = fixAll(workspace, uri);
  return action ? [action] : [];
}

function withEdit(menuEntry: CodeAction, action: Action, context: RequestContext): CodeAction {
  if (action.showsRule !== undefined) return { ...menuEntry, command: showing(action.title, action.showsRule) };
  const { files, caret } = action.edit();
  const placeCaret = caret &&
    context.client.placesCaret && {
      command: { title: action.title, command: PLACE_CARET, arguments: [spelled(caret.uri, context), caret.position] },
    };
  return { ...menuEntry, edit: asWorkspaceEdit(files, context), ...placeCaret };
}
