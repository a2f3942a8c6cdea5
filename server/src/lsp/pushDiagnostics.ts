import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnostics, isSameValue, PositionedDocuments, type Workspace } from '../core';
import type { ClientCapabilities } from './clientCapabilities';
import type { DiagnosticsChannel } from './diagnosticsChannel';
import type { Guard } from './errorBoundary';
import type { Host } from './host';

const NOTHING: readonly Diagnostic[] = [];

/** Sends diagnostics to the client, each only when it differs from what was sent last. */
export class PushDiagnostics implements DiagnosticsChannel {
  private readonly sent = new Map<string, readonly Diagnostic[]>();
  /** Documents that were opened, and of which nothing has been sent since. */
  private readonly unanswered = new Set<string>();
  private readonly spellings = new Map<string, string>();
  private positions: PositionedDocuments | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly documents: ReadonlyMap<string, TextDocument>,
    private readonly client: ClientCapabilities,
    private readonly pageOf: Host['pageOf'],
    private readonly guard: Guard,
  ) {}

  opened(uri: string, spelled: string): void {
    this.unanswered.add(uri);
    this.spellings.set(uri, spelled);
  }

  closed(uri: string): void {
    this.unanswered.delete(uri);
  }

  changed(uris: Iterable<string>): void {
    // Of two keystrokes the second finds the partner's file as the first has left it, prepared.
    this.positions = new PositionedDocuments(this.workspace, this.documents, this.positions);
    for (const uri of uris) this.guard(`Publishing ${uri}`, () => this.publish(uri), undefined);
  }

  private publish(uri: string): void {
    const file = this.workspace.file(uri);
    const document = this.documents.get(uri);
    // While a document cannot be parsed it keeps the findings of the last text that could: the client moves them along as it edits.
    if (file?.isUnparsable && document && file.facts && this.client.reportsSyntaxErrors) return;
    this.send(uri, diagnostics(this.workspace, uri, this.positions), document, document !== undefined && file?.facts !== undefined);
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

  private asShown({ relatedInformation, ...rest }: Diagnostic): Diagnostic {
    const href = this.client.takesCodeDescriptions ? this.pageOf(String(rest.code)) : undefined;
    const diagnostic: Diagnostic = { ...rest, ...(href !== undefined && { codeDescription: { href } }) };
    if (!relatedInformation || !this.client.takesRelatedInformation) return diagnostic;
    const links = relatedInformation.map(({ message, location: { uri, range } }) => ({
      message,
      location: { uri: this.spelled(uri), range },
    }));
    return { ...diagnostic, relatedInformation: links };
  }

  /** The client's own spelling of a uri, where it is known. */
  private spelled(uri: string): string {
    return this.spellings.get(uri) ?? uri;
  }
}
