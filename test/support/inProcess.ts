import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  FileChangeType,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  type ClientCapabilities,
  type ConfigurationParams,
  type InitializeResult,
  type ProgressToken,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type TextDocumentContentChangeEvent,
  type WorkDoneProgressCreateParams,
} from 'vscode-languageserver/node';
import { folderOf, isWithin, RULES, type Rule } from '../../server/src/core';
import { STATUS, type Status } from '../../server/src/protocol';
import type { FileSystem } from '../../server/src/lsp/fileSystem';
import { nodeTimers } from '../../server/src/node/nodeHost';
import { startServer } from '../../server/src/lsp/server';
import { SOUND } from './fixture';
import { ROOT } from './workspace';

export const uri = (name: string): string => `${ROOT}/${name}`;

/** Pair number `i`: nothing of it is told by the files of another pair. */
export const pair = (i: number, folder = ''): [string, string][] =>
  (['worker', 'manager'] as const).map(role => [
    `${folder}${role}${String(i).padStart(5, '0')}.json`,
    SOUND[`${role}.json`]!.replaceAll('esb', `esb${i}x`),
  ]);
export const pairs = (count: number, folder = ''): [string, string][] => Array.from({ length: count }, (_, i) => pair(i, folder)).flat();

export interface InProcessOptions {
  readonly roots?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly rules?: readonly Rule[];
  readonly debounce?: number;
  readonly showsStatus?: boolean;
  readonly initializationOptions?: object;
  /** What the client answers to `workspace/configuration`. */
  readonly onConfiguration?: (scopeUri?: string) => unknown;
  readonly onProgress?: (this: InProcess, token: ProgressToken, kind: 'create' | 'begin') => void;
}

/** The server in this process, over files in memory: what it reads, lists and checks is counted. */
export class InProcess {
  readonly files: Map<string, string>;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  /** Uris of the files that were read and checked, and of the folders that were listed and walked, since the last `forget`. */
  counted = { read: [] as string[], listed: [] as string[], walked: [] as string[], checked: [] as string[] };
  /** The kinds of what was shown of work under way, by token. */
  readonly progress = new Map<ProgressToken, string[]>();
  /** What was said of what documents are. */
  readonly statuses: Status[] = [];
  /** The methods that the server has registered for. */
  readonly registered: string[] = [];
  /** Folders that cannot be listed. */
  readonly unlisted = new Set<string>();
  /** Folders that are marked as projects. */
  readonly projects = new Set<string>();
  /** Called when a progress is to be shown, and when one has begun. */
  onProgress: (token: ProgressToken, kind: 'create' | 'begin') => void = () => undefined;
  /** Called before a file is read. */
  onRead: (uri: string) => void = () => undefined;
  private readonly versions = new Map<string, number>();
  readonly client;
  initialized!: InitializeResult;

  private constructor(files: Iterable<readonly [string, string]>, { rules = RULES, onConfiguration }: InProcessOptions) {
    this.files = new Map([...files].map(([name, text]) => [uri(name), text]));
    const there = new PassThrough();
    const back = new PassThrough();
    const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
    const counter: Rule = {
      ...RULES[0]!,
      id: 'counter',
      scope: 'workspace',
      on: ['cartridge'],
      dialects: ['4.0', '4.1'],
      check: (_, __, context) => void this.counted.checked.push(context.uri),
    };
    startServer(
      connection,
      { fileSystem: this.fileSystem(), timers: nodeTimers, pageOf: rule => `file:///pages/${rule}.md` },
      { rules: [...rules, counter] },
    );
    connection.listen();
    this.client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
    this.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void this.published.push(params));
    this.client.onNotification(STATUS, (status: Status) => void this.statuses.push(status));
    this.client.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    this.client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    if (onConfiguration) {
      this.client.onRequest('workspace/configuration', async ({ items }: ConfigurationParams) => {
        assert.deepEqual([...new Set(items.map(({ section }) => section))], ['cartridge']);
        return Promise.all(items.map(({ scopeUri }) => onConfiguration(scopeUri)));
      });
    }
    this.client.onRequest('window/workDoneProgress/create', ({ token }: WorkDoneProgressCreateParams) => {
      const kinds: string[] = [];
      this.progress.set(token, kinds);
      this.client.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        kinds.push(kind);
        if (kind === 'begin') this.onProgress(token, 'begin');
      });
      this.onProgress(token, 'create');
    });
    this.client.listen();
  }

  static async start(files: Iterable<readonly [string, string]>, options: InProcessOptions = {}): Promise<InProcess> {
    const self = new InProcess(files, options);
    const { roots = [ROOT], capabilities = {}, debounce = 0, showsStatus = false, initializationOptions, onProgress } = options;
    if (onProgress) self.onProgress = onProgress.bind(self);
    self.initialized = await self.client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true }, ...capabilities },
      workspaceFolders: roots.map(root => ({ uri: root, name: root })),
      initializationOptions: { debounce, showsStatus, ...initializationOptions },
    });
    await self.client.sendNotification('initialized', {});
    return self;
  }

  private fileSystem(): FileSystem {
    const { files, unlisted } = this;
    const below = (folder: string) => [...files.keys()].filter(file => file.startsWith(folder + '/')).sort();
    const counted = () => this.counted;
    return {
      projectOf: folder => [...this.projects].filter(project => isWithin(folder, project)).sort((a, b) => b.length - a.length)[0],
      *walk(root, from = root) {
        counted().walked.push(from);
        for (const folder of unlisted) if (isWithin(folder, from)) yield { kind: 'unlisted', uri: folder };
        for (const file of below(from)) if (file.endsWith('.json')) yield { kind: 'file', uri: file };
      },
      list: (_root, folder) => {
        counted().listed.push(folder);
        return below(folder).filter(file => folderOf(file) === folder && file.endsWith('.json'));
      },
      isIncluded: (root, file) => file.startsWith(root + '/') && file.endsWith('.json'),
      isFolder: folder => below(folder).length > 0,
      isLink: () => false,
      linksTo: () => [],
      read: (file, limit) => {
        this.counted.read.push(file);
        this.onRead(file);
        const text = files.get(file);
        if (text === undefined) return undefined;
        return text.length > limit ? { text: text.slice(0, limit), skipped: { kind: 'size', size: text.length, limit } } : { text };
      },
    };
  }

  forget(): void {
    this.counted = { read: [], listed: [], walked: [], checked: [] };
    this.published.length = 0;
  }

  /** Waits until nothing has happened for a while; all that the server does, it does without waiting for a clock. */
  async idle(): Promise<void> {
    const state = () => JSON.stringify([Object.values(this.counted).map(({ length }) => length), this.published.length, this.log.length]);
    for (let before = state(), quiet = 0; quiet < 50; quiet++) {
      await this.settled();
      if (state() !== before) quiet = 0;
      before = state();
    }
  }

  /** An answer means that all that was sent before has been taken. */
  settled(): Promise<unknown> {
    return this.codeActions('nowhere.json');
  }

  codeActions(name: string): Promise<{ title: string }[]> {
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    return this.client.sendRequest('textDocument/codeAction', { textDocument: { uri: uri(name) }, range, context: { diagnostics: [] } });
  }

  open(name: string, text = this.files.get(uri(name))!): Promise<void> {
    this.versions.set(name, 1);
    return this.client.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(name), languageId: 'json', version: 1, text } });
  }

  change(name: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.versions.get(name)! + 1;
    this.versions.set(name, version);
    return this.client.sendNotification('textDocument/didChange', { textDocument: { uri: uri(name), version }, contentChanges });
  }

  close(name: string): Promise<void> {
    return this.client.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } });
  }

  /** Names, or uris, and what happened to them: one notification. */
  tell(...events: [string, FileChangeType][]): Promise<void> {
    const changes = events.map(([name, type]) => ({ uri: name.includes('://') ? name : uri(name), type }));
    return this.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  folders(added: string[], removed: string[] = []): Promise<void> {
    const named = (uris: string[]) => uris.map(one => ({ uri: one, name: one }));
    return this.client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: named(added), removed: named(removed) } });
  }

  /** The codes of what was last published of a file. */
  codes(name: string): string[] {
    const last = this.published.findLast(one => one.uri === uri(name));
    return (last?.diagnostics ?? []).map(({ code }) => String(code)).sort();
  }
}
