import type { RequestType, ServerCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../../core';
import type { Client } from '../client';
import type { Check } from '../params';

/** What a request may look at. */
export interface RequestContext {
  readonly workspace: Workspace;
  /** By canonical uri. */
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly client: Client;
}

/** The parameters of a request about a document. */
interface AboutADocument {
  readonly textDocument: { readonly uri: string };
}

/** One request: what announces it, and what answers it. A file in this folder each, and a line in index.ts. */
export interface RequestHandler<P extends AboutADocument, A> {
  readonly type: RequestType<P, A, void>;
  readonly capability: Partial<ServerCapabilities>;
  /** Whether the parameters are what the protocol demands. */
  readonly isValid: Check;
  /** The answer for a file with nothing to say, and for one on which the request failed. */
  readonly nothing: A;
  /** `uri`: the document's, canonical. */
  readonly answer: (context: RequestContext, uri: string, params: P) => A;
}
