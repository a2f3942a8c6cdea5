import { LSPErrorCodes, RequestType, ResponseError } from 'vscode-languageserver';
import type { PrepareRenameParams, PrepareRenameResult, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { prepareRename, rename, RenameRefused } from '../../core';
import { isAtPosition, isRename } from '../params';
import { offsetAt } from './places';
import type { DocumentHandler } from './requestHandler';
import { asWorkspaceEdit } from './workspaceEdit';

/** Gives a name another text in all uses that mean the same. */
export const renameHandler: DocumentHandler<RenameParams, WorkspaceEdit | null> = {
  type: new RequestType('textDocument/rename'),
  capability: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  isValid: isRename,
  nothing: null,
  answer: (context, uri, { position, newName }) =>
    orRefusal(() => {
      const files = rename(context.workspace, uri, offsetAt(context, uri, position), newName);
      return files ? asWorkspaceEdit(files, context) : null;
    }),
};

/** What would be renamed: the word, or why that cannot be. */
export const prepareRenameHandler: DocumentHandler<PrepareRenameParams, PrepareRenameResult | null> = {
  type: new RequestType('textDocument/prepareRename'),
  capability: () => ({}),
  isValid: isAtPosition,
  nothing: null,
  answer: (context, uri, { position }) => orRefusal(() => prepareRename(context.workspace, uri, offsetAt(context, uri, position)) ?? null),
};

/** A refusal is an answer: the client shows its reason. */
function orRefusal<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    throw error instanceof RenameRefused ? new ResponseError(LSPErrorCodes.RequestFailed, error.message) : error;
  }
}
