import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type FileChangeType,
  type InitializeResult,
  type ProgressToken,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type WorkDoneProgressBegin,
  type WorkDoneProgressCreateParams,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonicalUri } from '../../server/src/lsp/canonicalUri';

const SERVER = path.resolve(__dirname, '../../../dist/server/main.js');

type Shown = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** A client with every capability that makes a difference. */
export const RICH: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true }, codeAction: { isPreferredSupport: true } },
};

/** A client that can do nothing at all. */
export const BARE: ClientCapabilities = {};

/** The real server on a real stdio connection, over a folder of its own. */
export class LanguageClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: Registration[] = [];
  readonly statuses = new Map<string, { text?: string; problem?: string; partner?: string }>();
  /** What was shown of work under way, by token; created ones are there from the beginning. */
  readonly progress = new Map<ProgressToken, Shown[]>();
  private readonly documents = new Map<string, TextDocument>();

  private constructor(
    readonly folder: string,
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(
    files: Record<string, string>,
    capabilities: ClientCapabilities,
    initializationOptions: object = {},
  ): Promise<LanguageClient> {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'language-server-')));
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const self = new LanguageClient(folder, child, connection);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void self.published.push(params));
    connection.onNotification('cartridge/status', ({ uri, ...status }: { uri: string }) => void self.statuses.set(uri, status));
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: Registration[] }) => void self.registrations.push(...registrations),
    );
    connection.onRequest('window/workDoneProgress/create', ({ token }: WorkDoneProgressCreateParams) => {
      const shown: Shown[] = [];
      self.progress.set(token, shown);
      connection.onProgress(WorkDoneProgress.type, token, value => void shown.push(value));
    });
    connection.listen();
    const root = URI.file(folder).toString();
    const workspaceFolders = capabilities.workspace?.workspaceFolders ? { workspaceFolders: [{ uri: root, name: 'test' }] } : {};
    self.initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: root,
      capabilities,
      initializationOptions: { debounce: 0, ...initializationOptions },
      ...workspaceFolders,
    });
    await connection.sendNotification('initialized', {});
    return self;
  }

  initialized!: InitializeResult;

  uri(name: string): string {
    return URI.file(path.join(this.folder, name)).toString();
  }

  async open(name: string, text = fs.readFileSync(path.join(this.folder, name), 'utf8'), uri = this.uri(name)): Promise<void> {
    this.documents.set(name, TextDocument.create(uri, 'json', 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
  }

  /** Replaces the first occurrence of `from` in an open document, as an incremental change. */
  async type(name: string, from: string, to: string): Promise<void> {
    const document = this.documents.get(name)!;
    const at = document.getText().indexOf(from);
    const range = { start: document.positionAt(at), end: document.positionAt(at + from.length) };
    const contentChanges = [{ range, text: to }];
    const version = document.version + 1;
    this.documents.set(name, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
  }

  async close(name: string): Promise<void> {
    const { uri } = this.documents.get(name)!;
    this.documents.delete(name);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(name: string): string {
    return this.documents.get(name)!.getText();
  }

  version(name: string): number {
    return this.documents.get(name)!.version;
  }

  async tellOfFile(name: string, type: FileChangeType): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(name), type }] });
  }

  /** The newest diagnostics of a file. */
  diagnostics(name: string): Diagnostic[] {
    return this.published.findLast(({ uri }) => canonicalUri(uri) === this.uri(name))?.diagnostics ?? [];
  }

  codes(name: string): string[] {
    return this.diagnostics(name)
      .map(({ code }) => String(code))
      .sort();
  }

  /** Waits until the diagnostics of a file have exactly these codes. */
  async until(name: string, codes: string[]): Promise<void> {
    await eventually(
      () => JSON.stringify(this.codes(name)) === JSON.stringify([...codes].sort()),
      () => `${name} has ${this.codes(name).join(', ') || 'nothing'} instead of ${codes.join(', ') || 'nothing'}`,
    );
  }

  /** An answer means that all that was sent before has been dealt with. */
  async settled(): Promise<void> {
    await this.codeActions('nowhere.json', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    await new Promise(resolve => setTimeout(resolve, 30));
    await this.codeActions('nowhere.json', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  }

  async codeActions(name: string, range = WHOLE, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(name) },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  /** The text of an open document after the edit of an action. */
  applied(name: string, edit: WorkspaceEdit): string {
    const change = edit.documentChanges?.[0];
    const edits = change && 'edits' in change ? change.edits : edit.changes![this.documents.get(name)!.uri]!;
    return TextDocument.applyEdits(this.documents.get(name)!, edits as { range: Diagnostic['range']; newText: string }[]);
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>(resolve => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    fs.rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

export async function eventually(probe: () => boolean, why: () => string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (probe()) return;
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  throw new Error(why());
}
