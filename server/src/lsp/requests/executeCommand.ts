import { ErrorCodes, RequestType, ResponseError, ShowDocumentRequest, type ExecuteCommandParams } from 'vscode-languageserver';
import { SHOW_DOCUMENTATION } from '../../protocol';
import type { ClientCapabilities } from '../clientCapabilities';
import { isExecuteCommandParams } from '../params';
import { asText } from '../errorBoundary';
import type { RequestHandler } from './requestHandler';

/** Whether the page of a rule can be shown: by a command of the client, or by a command of the server that asks the client to. */
export const showsPages = ({ showsDocumentation, showsDocuments }: ClientCapabilities): boolean => showsDocumentation || showsDocuments;

/** The command that shows the page of a rule, for clients that have none of their own. */
export const executeCommand: RequestHandler<ExecuteCommandParams, null> = {
  type: new RequestType('workspace/executeCommand'),
  capability: client =>
    showsPages(client) && !client.showsDocumentation ? { executeCommandProvider: { commands: [SHOW_DOCUMENTATION] } } : {},
  isValid: isExecuteCommandParams,
  describe: ({ command }) => command,
  nothing: () => null,
  answer({ connection, pageOf }, { command, arguments: [rule] = [] }) {
    if (command !== SHOW_DOCUMENTATION) throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}`);
    const uri = typeof rule === 'string' ? pageOf(rule) : undefined;
    if (uri === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `There is no page of the rule ${String(rule)}`);
    connection
      .sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true })
      .catch((error: unknown) => connection.console.warn(`Cannot show ${uri}: ${asText(error)}`));
    return null;
  },
};
