import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileStatus, isSameValue, type FileStatus, type Workspace } from '../core';
import { STATUS, type Status } from '../protocol';
import type { Guard } from './errorBoundary';

/** Tells a client that shows it what an open document is, each time that is different. */
export class StatusNotifier {
  private readonly sent = new Map<string, FileStatus | undefined>();

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly documents: ReadonlyMap<string, TextDocument>,
    private readonly isEnabled: (uri: string) => boolean,
    private readonly guard: Guard,
  ) {}

  closed(uri: string): void {
    this.sent.delete(uri);
  }

  /** These files may be something else now. What a file is depends on no more than its findings do. */
  changed(uris: Iterable<string>): void {
    for (const uri of uris) {
      const document = this.documents.get(uri);
      if (document) this.guard(`Describing ${uri}`, () => this.send(uri, document), undefined);
    }
  }

  private send(uri: string, document: TextDocument): void {
    const status = this.isEnabled(uri) ? fileStatus(this.workspace, uri) : undefined;
    if (isSameValue(this.sent.get(uri), status)) return;
    this.sent.set(uri, status);
    void this.connection.sendNotification(STATUS, { uri: document.uri, ...status } satisfies Status);
  }
}
