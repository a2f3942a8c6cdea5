import { RequestType, type Hover, type HoverParams } from 'vscode-languageserver';
import { hover } from '../../core';
import { asMarkup } from '../markup';
import { isAtPosition } from '../params';
import { offsetAt, spelled } from './places';
import type { DocumentHandler } from './requestHandler';

/** What there is to know about what stands at a place. */
export const hoverHandler: DocumentHandler<HoverParams, Hover | null> = {
  type: new RequestType('textDocument/hover'),
  capability: () => ({ hoverProvider: true }),
  isValid: isAtPosition,
  nothing: null,
  answer(context, uri, { position }) {
    const found = hover(context.workspace, uri, offsetAt(context, uri, position));
    return found
      ? { range: found.range, contents: asMarkup(found.descriptions, context.client.hoverMarkup, target => spelled(target, context)) }
      : null;
  },
};
