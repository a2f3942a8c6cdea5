import { ErrorCodes, ResponseError, type Connection, type ServerCapabilities } from 'vscode-languageserver';
import type { Attempt } from '../isolation';
import { canonical } from '../uris';
import { codeAction } from './codeAction';
import type { RequestContext } from './requestHandler';

/** THE list of requests that are answered. */
const HANDLERS = [codeAction];

/** Answers requests about documents, and returns what announces them. One that fails costs its own answer. */
export function registerRequests(
  connection: Connection,
  context: RequestContext,
  attempt: Attempt,
  isRunning: () => boolean,
): Partial<ServerCapabilities> {
  for (const { type, isValid, nothing, answer } of HANDLERS) {
    connection.onRequest(type, params => {
      if (!isRunning()) return new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down');
      if (!isValid(params)) return new ResponseError(ErrorCodes.InvalidParams, `The parameters are not those of ${type.method}`);
      const uri = canonical(params.textDocument.uri);
      return attempt(`${type.method} on ${uri}`, () => answer(context, uri, params), nothing);
    });
  }
  return Object.assign({}, ...HANDLERS.map(({ capability }) => capability)) as Partial<ServerCapabilities>;
}
