import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileStatus, diagnostics, isSameValue, PositionedDocuments, type FileStatus, type Workspace } from '../core';
import { STATUS, type Status } from '../protocol';
import type { ClientCapabilities } from './clientCapabilities';
import type { Guard } from './errorBoundary';

const NOTHING: readonly Diagnostic[] = [];

/** Sends diagnostics and descriptions to the client, each only when it differs from what was sent last. */
export class Publisher {
  private readonly sent = new Map<string, readonly Diagnostic[]>();
  private readonly statuses = new Map<string, FileStatus | undefined>();
  /** Documents that were opened, and of which nothing has been said since. */
  private readonly unanswered = new Set<string>();
  private readonly spellings = new Map<string, string>();
  private located: PositionedDocuments | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly documents: ReadonlyMap<string, TextDocument>,
    private readonly client: ClientCapabilities,
    private readonly attempt: Guard,
  ) {}

  /** An opened file of ours gets an answer even if there is nothing wrong with it. */
  opened(uri: string, spelled: string): void {
    this.unanswered.add(uri);
    this.spellings.set(uri, spelled);
  }

  closed(uri: string): void {
    this.unanswered.delete(uri);
    this.statuses.delete(uri);
  }

  publish(uris: Iterable<string>): void {
    // Of two keystrokes the second finds the partner's file as the first has left it, prepared.
    this.located = new PositionedDocuments(this.workspace, this.documents, this.located);
    for (const uri of uris) {
      this.attempt(`Publishing ${uri}`, () => this.publishOne(uri), undefined);
      // What a file is depends on no more than its findings do.
      const document = this.client.showsStatus ? this.documents.get(uri) : undefined;
      if (document) this.attempt(`Describing ${uri}`, () => this.sendStatus(uri, document), undefined);
    }
  }

  private publishOne(uri: string): void {
    const file = this.workspace.file(uri);
    const document = this.documents.get(uri);
    // While a document is broken it keeps what was said of the last whole text: the client moves it along as it edits.
    if (file?.isUnparsable && document && file.facts && this.client.reportsSyntaxErrors) return;
    this.send(uri, diagnostics(this.workspace, uri, this.located), document, document !== undefined && file?.facts !== undefined);
  }

  private send(uri: string, found: Diagnostic[], document: TextDocument | undefined, evenNothing: boolean): void {
    const diagnostics = found.map(diagnostic => this.asShown(diagnostic));
    const isAnswer = this.unanswered.delete(uri) && evenNothing;
    if (!isAnswer && isSameValue(this.sent.get(uri) ?? (evenNothing ? undefined : NOTHING), diagnostics)) return;
    if (diagnostics.length === 0 && !document) this.sent.delete(uri);
    else this.sent.set(uri, diagnostics);
    void this.connection.sendDiagnostics({
      uri: this.spelled(uri),
      diagnostics,
      ...(document && { version: document.version }),
    });
  }

  private sendStatus(uri: string, document: TextDocument): void {
    const status = fileStatus(this.workspace, uri);
    if (isSameValue(this.statuses.get(uri), status)) return;
    this.statuses.set(uri, status);
    void this.connection.sendNotification(STATUS, { uri: document.uri, ...status } satisfies Status);
  }

  private asShown({ relatedInformation, ...diagnostic }: Diagnostic): Diagnostic {
    if (!relatedInformation || !this.client.takesRelatedInformation) return diagnostic;
    const links = relatedInformation.map(({ message, location: { uri, range } }) => ({
      message,
      location: { uri: this.spelled(uri), range },
    }));
    return { ...diagnostic, relatedInformation: links };
  }

  /** The client's own spelling of a uri, where it has told it. */
  private spelled(uri: string): string {
    return this.spellings.get(uri) ?? uri;
  }
}
