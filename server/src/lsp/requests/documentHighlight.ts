import { DocumentHighlightKind, RequestType, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import { usesInDocument } from '../../core';
import { isAtPosition } from '../params';
import { offsetAt } from './places';
import type { DocumentHandler } from './requestHandler';

/** The uses of a name in the document itself. */
export const documentHighlight: DocumentHandler<DocumentHighlightParams, DocumentHighlight[]> = {
  type: new RequestType('textDocument/documentHighlight'),
  capability: () => ({ documentHighlightProvider: true }),
  isValid: isAtPosition,
  nothing: [],
  answer: (context, uri, { position }) =>
    usesInDocument(context.workspace, uri, offsetAt(context, uri, position)).map(({ range, role }) => ({
      range,
      kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })),
};
