import { RequestType, SymbolKind, type SymbolInformation, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { workspaceSymbols, type WorkspaceSymbolEntry } from '../../core';
import { isQuery } from '../params';
import { spelled } from './places';
import type { RequestHandler } from './requestHandler';

/** The names that files define: cartridges by type, groups, hosts, policies. */
export const workspaceSymbol: RequestHandler<WorkspaceSymbolParams, SymbolInformation[]> = {
  type: new RequestType('workspace/symbol'),
  capability: () => ({ workspaceSymbolProvider: true }),
  isValid: isQuery,
  describe: ({ query }) => query,
  nothing: () => [],
  answer: (context, { query }) =>
    workspaceSymbols(context.workspace, query)
      .filter(({ uri }) => context.isEnabled(uri))
      .map(({ name, of, uri, range, container }) => ({
        name,
        kind: kindOf(of),
        location: { uri: spelled(uri, context), range },
        containerName: `${of}, ${container}`,
      })),
};

function kindOf(of: WorkspaceSymbolEntry['of']): SymbolKind {
  switch (of) {
    case 'cartridge':
      return SymbolKind.Class;
    case 'host':
      return SymbolKind.Constant;
    case 'service group':
    case 'cartridge group':
      return SymbolKind.Namespace;
    case 'application':
      return SymbolKind.Package;
    default:
      return SymbolKind.Object;
  }
}
