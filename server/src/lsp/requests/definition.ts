import { RequestType, type DefinitionParams, type Location, type LocationLink } from 'vscode-languageserver';
import { definition } from '../../core';
import { isAtPosition } from '../params';
import { asLocation, offsetAt, spelled } from './places';
import type { DocumentHandler } from './requestHandler';

/** Where what a name stands for is defined. Clients that show links get the word from which they lead, too. */
export const definitionHandler: DocumentHandler<DefinitionParams, Location[] | LocationLink[]> = {
  type: new RequestType('textDocument/definition'),
  capability: () => ({ definitionProvider: true }),
  isValid: isAtPosition,
  nothing: [],
  answer(context, uri, { position }) {
    const found = definition(context.workspace, uri, offsetAt(context, uri, position));
    if (!found) return [];
    if (!context.client.takesDefinitionLinks) return found.targets.map(target => asLocation(target, context));
    return found.targets.map(({ uri: target, range }) => ({
      originSelectionRange: found.origin,
      targetUri: spelled(target, context),
      targetRange: range,
      targetSelectionRange: range,
    }));
  },
};
