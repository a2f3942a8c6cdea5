import { RequestType, SymbolKind, type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation } from 'vscode-languageserver';
import { documentSymbols, type OutlineEntry } from '../../core';
import { isAboutADocument } from '../params';
import { spelled } from './places';
import type { DocumentHandler } from './requestHandler';

/** The outline of a file, for clients that have none of JSON. */
export const documentSymbol: DocumentHandler<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]> = {
  type: new RequestType('textDocument/documentSymbol'),
  capability: ({ showsOutline }) => (showsOutline ? {} : { documentSymbolProvider: true }),
  isValid: isAboutADocument,
  nothing: [],
  answer(context, uri) {
    const entries = documentSymbols(context.workspace, uri);
    return context.client.takesTreeOfSymbols ? entries.map(asTree) : flat(entries, spelled(uri, context));
  },
};

const KINDS: Record<OutlineEntry['type'], SymbolKind> = {
  object: SymbolKind.Module,
  list: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
};

const asTree = ({ name, detail, type, range, selection, children }: OutlineEntry): DocumentSymbol => ({
  name,
  ...(detail !== undefined && { detail }),
  kind: KINDS[type],
  range,
  selectionRange: selection,
  children: children.map(asTree),
});

function flat(entries: readonly OutlineEntry[], uri: string, containerName?: string): SymbolInformation[] {
  return entries.flatMap(({ name, type, range, children }) => [
    { name, kind: KINDS[type], location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flat(children, uri, name),
  ]);
}
