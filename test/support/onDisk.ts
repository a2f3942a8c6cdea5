import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { PassThrough } from 'node:stream';
import { URI } from 'vscode-uri';
import {
  createConnection,
  createProtocolConnection,
  FileChangeType,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { nodeHost } from '../../server/src/node/nodeHost';
import { startServer } from '../../server/src/lsp/server';
import { SlowFileSystem } from './slowFileSystem';

/** A folder on the disk that servers in this process look at. */
export class Folder {
  readonly path = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'folder-')));

  at(name: string): string {
    return path.join(this.path, name);
  }

  uri(name: string): string {
    return URI.file(this.at(name)).toString();
  }

  write(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(this.at(name)), { recursive: true });
      fs.writeFileSync(this.at(name), text);
    }
  }

  link(name: string, to: string): void {
    fs.symlinkSync(to, this.at(name));
  }

  remove(name = ''): void {
    fs.rmSync(this.at(name), { recursive: true, force: true });
  }
}

/** A server in this process over the files of a folder, and what its client sees. */
export class OnDisk {
  private readonly findings = new Map<string, string[]>();
  private readonly documents = new Map<string, string>();
  private messages = 0;

  private constructor(
    private readonly folder: Folder,
    private roots: readonly string[],
    private readonly client: ReturnType<typeof createProtocolConnection>,
    private readonly slow: SlowFileSystem | undefined,
  ) {}

  /** `roots`: names of the workspace folders. */
  /** `disk`: `slow` answers later than it was asked. */
  static async start(folder: Folder, roots: readonly string[] = [''], disk: 'fast' | 'slow' = 'fast'): Promise<OnDisk> {
    const there = new PassThrough();
    const back = new PassThrough();
    const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
    const host = nodeHost(() => undefined);
    const slow = disk === 'slow' ? new SlowFileSystem(host.fileSystem) : undefined;
    startServer(connection, { ...host, ...(slow && { fileSystem: slow }) });
    connection.listen();
    const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
    const self = new OnDisk(folder, roots, client, slow);
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      self.messages++;
      self.findings.set(
        uri,
        diagnostics.map(({ code }) => String(code)),
      );
    });
    client.onNotification('window/logMessage', () => void self.messages++);
    client.listen();
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: roots.map(name => ({ uri: folder.uri(name), name })),
      initializationOptions: { debounce: 0 },
    });
    await client.sendNotification('initialized', {});
    await self.idle();
    return self;
  }

  isRoot(name: string): boolean {
    return this.roots.includes(name);
  }

  isOpen(name: string): boolean {
    return this.documents.has(name);
  }

  /** Another server over what this one has now: the same folders, the same open documents. */
  async fresh(): Promise<OnDisk> {
    const other = await OnDisk.start(this.folder, this.roots);
    for (const [name, text] of this.documents) await other.open(name, text);
    // That a file is gone whose document is open, no server can see by itself.
    const gone = [...this.documents.keys()].filter(name => !fs.existsSync(this.folder.at(name)));
    await other.tell(...gone.map(name => [name, 'deleted'] as const));
    await other.idle();
    return other;
  }

  async open(name: string, text = fs.readFileSync(this.folder.at(name), 'utf8')): Promise<void> {
    this.documents.set(name, text);
    await this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.folder.uri(name), languageId: 'json', version: 1, text },
    });
  }

  async change(name: string, text: string): Promise<void> {
    this.documents.set(name, text);
    await this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.folder.uri(name), version: 2 },
      contentChanges: [{ text }],
    });
  }

  async close(name: string): Promise<void> {
    this.documents.delete(name);
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri: this.folder.uri(name) } });
  }

  async tell(...events: readonly (readonly [name: string, what: keyof typeof KINDS])[]): Promise<void> {
    const changes = events.map(([name, what]) => ({ uri: this.folder.uri(name), type: KINDS[what] }));
    await this.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Names of the folders that leave the workspace and that come. */
  async folders(removed: readonly string[], added: readonly string[] = []): Promise<void> {
    this.roots = [...this.roots.filter(root => !removed.includes(root)), ...added];
    const named = (names: readonly string[]) => names.map(name => ({ uri: this.folder.uri(name), name }));
    await this.client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: named(added), removed: named(removed) } });
  }

  /** Waits until nothing has happened for a while; what the server does, it does without waiting for a clock. */
  async idle(): Promise<void> {
    for (let quiet = 0, before = -1; quiet < 30; quiet++) {
      await this.client.sendRequest('textDocument/codeAction', {
        textDocument: { uri: 'file:///nowhere.json' },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      });
      if (this.messages !== before || this.slow?.waiting) quiet = 0;
      before = this.messages;
    }
  }

  /** By name, what is shown of each file that has findings. */
  async shown(): Promise<Record<string, string[]>> {
    await this.idle();
    const all = [...this.findings]
      .filter(([, codes]) => codes.length > 0)
      .map(([uri, codes]) => [this.nameOf(uri), [...codes].sort()] as const);
    return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  stop(): void {
    this.client.dispose();
  }

  private nameOf(uri: string): string {
    return path.relative(this.folder.path, URI.parse(uri).fsPath);
  }
}

const KINDS = { created: FileChangeType.Created, changed: FileChangeType.Changed, deleted: FileChangeType.Deleted };
