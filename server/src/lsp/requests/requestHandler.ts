import type { Connection, RequestType, ServerCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../../core';
import type { ClientCapabilities } from '../clientCapabilities';
import type { Host } from '../host';
import type { ParamsValidator } from '../params';

/** What a request may look at. */
export interface RequestContext {
  readonly connection: Connection;
  readonly workspace: Workspace;
  /** By canonical uri. */
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly client: ClientCapabilities;
  /** The address of the page of a rule. */
  readonly pageOf: Host['pageOf'];
  /** Whether the user wants anything to be said about a file. */
  readonly isEnabled: (uri: string) => boolean;
}

/** The parameters of a request about a document. */
export interface AboutADocument {
  readonly textDocument: { readonly uri: string };
}

/** One request: what announces it, and what answers it. A file in this folder each, and a line in index.ts. */
export interface RequestHandler<P, A> {
  readonly type: RequestType<P, A, void>;
  readonly capability: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  /** Whether the parameters are what the protocol demands. */
  readonly isValid: ParamsValidator;
  /** What it is about, for the log. */
  readonly describe: (params: P) => string;
  /** The answer where there is nothing, and where the request failed. */
  readonly nothing: (params: P) => A;
  /** Throws a `ResponseError` to answer with that. */
  readonly answer: (context: RequestContext, params: P) => A;
}

/** The same for a request about one document. `uri`: the document's, canonical. */
export interface DocumentHandler<P extends AboutADocument, A> {
  readonly type: RequestType<P, A, void>;
  readonly capability: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  readonly isValid: ParamsValidator;
  readonly nothing: A;
  readonly answer: (context: RequestContext, uri: string, params: P) => A;
}
