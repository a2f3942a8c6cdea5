import type { Location, Position } from 'vscode-languageserver';
import type { WordLocation } from '../../core';
import type { RequestContext } from './requestHandler';

/** The offset of a position, in UTF-16 code units. A position behind the end of a line or of the text is taken to that end. */
export function offsetAt({ workspace, documents }: RequestContext, uri: string, position: Position): number {
  const document = documents.get(uri) ?? workspace.open(uri)?.positions.document;
  return document?.offsetAt(position) ?? 0;
}

/** As the client spells it. */
export const spelled = (uri: string, { documents }: RequestContext): string => documents.get(uri)?.uri ?? uri;

export const asLocation = ({ uri, range }: WordLocation, context: RequestContext): Location => ({ uri: spelled(uri, context), range });
