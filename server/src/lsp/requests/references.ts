import { RequestType, type Location, type ReferenceParams } from 'vscode-languageserver';
import { references } from '../../core';
import { isAtPosition } from '../params';
import { asLocation, offsetAt } from './places';
import type { DocumentHandler } from './requestHandler';

/** All uses of what a name stands for. */
export const referencesHandler: DocumentHandler<ReferenceParams, Location[]> = {
  type: new RequestType('textDocument/references'),
  capability: () => ({ referencesProvider: true }),
  isValid: isAtPosition,
  nothing: [],
  answer(context, uri, { position, context: asked }) {
    const found = references(context.workspace, uri, offsetAt(context, uri, position), asked?.includeDeclaration !== false);
    return found.map(place => asLocation(place, context));
  },
};
