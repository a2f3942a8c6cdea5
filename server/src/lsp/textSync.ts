import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonicalUri } from './canonicalUri';
import { taking } from './notifications';
import { isAboutADocument, isChanged, isOpened } from './params';
import type { Session } from './session';

/**
 * Follows the documents that the client opens, changes and closes. Their texts are taken at once, so that the next message finds
 * them; what has to be read beside them comes after that, in order.
 */
export function registerTextSync(session: Session): Pick<ServerCapabilities, 'textDocumentSync'> {
  const { connection, documents, workspace, projects, scheduler, channel, status, queue } = session;

  connection.onDidOpenTextDocument(
    taking(
      session,
      'textDocument/didOpen',
      ({ textDocument: { uri, languageId, version, text } }) => {
        const key = canonicalUri(uri);
        documents.set(key, TextDocument.create(uri, languageId, version, text));
        projects.opening(key);
        channel.opened(key, uri);
        workspace.setOpenText(key, text);
        queue.add(`Reading what stands beside ${key}`, async () => {
          if (documents.has(key)) await projects.opened(key);
          scheduler.flush();
          session.publish(new Set([key]));
        });
      },
      isOpened,
    ),
  );

  connection.onDidChangeTextDocument(
    taking(
      session,
      'textDocument/didChange',
      ({ textDocument: { uri, version }, contentChanges }) => {
        const key = canonicalUri(uri);
        const document = documents.get(key);
        if (!document) return;
        // Changes build on each other in the order they come in, whatever their versions say.
        const updated = TextDocument.update(document, contentChanges, version);
        documents.set(key, updated);
        workspace.setOpenText(key, updated.getText());
        scheduler.flushSoon();
      },
      isChanged,
    ),
  );

  connection.onDidCloseTextDocument(
    taking(
      session,
      'textDocument/didClose',
      ({ textDocument: { uri } }) => {
        const key = canonicalUri(uri);
        if (!documents.delete(key)) return;
        channel.closed(key);
        status?.closed(key);
        projects.closing(key);
        workspace.setDeleted(key, false);
        queue.add(`Reading ${key} from the disk`, async () => {
          await session.readFromDisk(key);
          workspace.updateReported(key);
          await projects.closed(key);
          scheduler.flush();
        });
      },
      isAboutADocument,
    ),
  );

  return { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } };
}
