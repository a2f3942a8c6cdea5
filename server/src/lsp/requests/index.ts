import { ErrorCodes, ResponseError, type ServerCapabilities } from 'vscode-languageserver';
import { canonicalUri } from '../canonicalUri';
import type { Session } from '../session';
import { codeAction, resolveCodeAction } from './codeAction';
import { definitionHandler } from './definition';
import { documentSymbol } from './documentSymbol';
import { documentHighlight } from './documentHighlight';
import { executeCommand } from './executeCommand';
import { hoverHandler } from './hover';
import { referencesHandler } from './references';
import { prepareRenameHandler, renameHandler } from './rename';
import { workspaceSymbol } from './workspaceSymbol';
import type { AboutADocument, DocumentHandler, RequestHandler } from './requestHandler';

/** A handler whose parameters have been looked at by its own `isValid`, so that what they are is its own affair. */
type AnyHandler = RequestHandler<unknown, unknown>;

const anyParams = <P, A>(handler: RequestHandler<P, A>): AnyHandler => handler as unknown as AnyHandler;

/** Of a document about which the user wants nothing to be said there is nothing. */
const onDocument = <P extends AboutADocument, A>({ nothing, answer, ...handler }: DocumentHandler<P, A>): AnyHandler =>
  anyParams<P, A>({
    ...handler,
    describe: ({ textDocument }) => canonicalUri(textDocument.uri),
    nothing: () => nothing,
    answer: (context, params) => {
      const uri = canonicalUri(params.textDocument.uri);
      return context.isEnabled(uri) ? answer(context, uri, params) : nothing;
    },
  });

/** THE list of requests that are answered. */
const HANDLERS: readonly AnyHandler[] = [
  onDocument(codeAction),
  anyParams(resolveCodeAction),
  anyParams(executeCommand),
  onDocument(definitionHandler),
  onDocument(referencesHandler),
  onDocument(documentHighlight),
  onDocument(hoverHandler),
  onDocument(documentSymbol),
  onDocument(prepareRenameHandler),
  onDocument(renameHandler),
  anyParams(workspaceSymbol),
];

/** Answers requests, and returns what announces them. One that fails costs its own answer. */
export function registerRequests(session: Session): Partial<ServerCapabilities> {
  const { connection, guard, isRunning } = session;
  for (const { type, isValid, describe, nothing, answer } of HANDLERS) {
    connection.onRequest(type, params => {
      if (!isRunning()) return new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down');
      if (!isValid(params)) return new ResponseError(ErrorCodes.InvalidParams, `The parameters are not those of ${type.method}`);
      const respond = () => {
        try {
          return answer(session, params);
        } catch (error) {
          if (error instanceof ResponseError) return error as ResponseError<void>;
          throw error;
        }
      };
      return guard(`${type.method} on ${describe(params)}`, respond, nothing(params));
    });
  }
  return Object.assign({}, ...HANDLERS.map(({ capability }) => capability(session.client))) as Partial<ServerCapabilities>;
}
