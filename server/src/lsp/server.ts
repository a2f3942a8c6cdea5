import type { Connection, DidChangeWatchedFilesParams, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { ErrorCodes, ResponseError, TextDocumentSyncKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, Workspace, type Rule } from '../core';
import { readClientCapabilities, type ClientCapabilities } from './clientCapabilities';
import { fileLoaderFor } from './fileLoader';
import { fileEventsOf } from './fileEvents';
import type { FileSystem } from './fileSystem';
import { indexingOf } from './indexing';
import { asText, guardFor } from './errorBoundary';
import { isAboutADocument, isChanged, isOpened, type ParamsValidator } from './params';
import { projectsOf, type Projects } from './projects';
import { Publisher } from './publisher';
import { registerRequests } from './requests';
import { schedulerOf } from './scheduler';
import { canonicalUri } from './canonicalUri';
import { Watchers } from './watchers';

export interface ServerOptions {
  /** Other rules than all. */
  readonly rules?: readonly Rule[];
  /** What the client is told of the server. */
  readonly version?: string;
}

export interface Server {
  /** The client has asked it to end, and may now do so. */
  isShutDown(): boolean;
}

/** The language server on a connection, from its first message to its last. */
export function startServer(connection: Connection, fileSystem: FileSystem, options: ServerOptions = {}): Server {
  let state: 'new' | 'running' | 'shut down' = 'new';
  let running: Running | undefined;

  connection.onInitialize((params: InitializeParams) => {
    if (state !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, 'The server has been initialized before');
    const client = readClientCapabilities(params);
    state = 'running';
    running = serve(connection, fileSystem, client, options, () => state === 'running');
    const { version } = options;
    return { serverInfo: { name: 'cartridge-language-server', ...(version && { version }) }, capabilities: running.capabilities };
  });

  connection.onShutdown(() => {
    if (state === 'shut down') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down before');
    state = 'shut down';
    running?.stop();
  });

  return { isShutDown: () => state === 'shut down' };
}

interface Running {
  readonly capabilities: ServerCapabilities;
  /** Leaves all work that is under way. */
  stop(): void;
}

/**
 * Keeps the workspace in step with the open documents and the disk, and publishes what changed. An open document beats the
 * disk. All uris within are canonical.
 */
function serve(
  connection: Connection,
  fileSystem: FileSystem,
  client: ClientCapabilities,
  { rules }: ServerOptions,
  isRunning: () => boolean,
): Running {
  const attempt = guardFor(connection);
  const documents = new Map<string, TextDocument>();
  const workspace = new Workspace({
    syntaxErrors: !client.reportsSyntaxErrors,
    maxFileSize: client.maxFileSize,
    isReported: uri => projects.isReported(uri),
    onCrash: (rule, uri, error) => connection.console.error(`Rule ${rule} failed on ${uri}: ${asText(error)}`),
    ...(rules && { rules }),
  });
  const publisher = new Publisher(connection, workspace, documents, client, attempt);
  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...registerRequests(connection, { workspace, documents, client }, attempt, isRunning),
  };
  const watchers = new Watchers(connection, client.registersWatchers && client.watchesFolders);
  const disk = fileLoaderFor(workspace, documents, fileSystem, client.maxFileSize, attempt);
  const indexing = indexingOf({
    connection,
    workspace,
    disk,
    fileSystem,
    onRead: () => scheduler.flush(),
    onInnerProjects: (root, inner) => projects.setInner(root, inner),
  });
  const projects: Projects = projectsOf({
    workspace,
    documents,
    fileSystem,
    disk,
    indexing,
    onChange: () => watchers.watchOutside(projects.outside()),
  });
  const events = fileEventsOf({
    workspace,
    documents,
    projects,
    disk,
    fileSystem,
    indexing,
    attempt,
    onTaken: () => scheduler.flushSoon(),
  });
  const scheduler = schedulerOf({
    workspace,
    documents,
    publisher,
    attempt,
    debounce: client.debounce,
    isRunning,
    isWaiting: () => events.areWaiting(),
    isReading: root => indexing.isReading(root),
  });
  /** All folders of the workspace. */
  let folders = client.roots;

  /** A notification has no answer: one that cannot be understood is logged, and changes nothing. */
  const taking =
    <P>(name: string, take: (params: P) => void, isWell: ParamsValidator = () => true) =>
    (params: P): void => {
      if (!isRunning()) return;
      attempt(
        name,
        () => {
          if (!isWell(params)) throw new TypeError('its parameters are not those of the protocol');
          take(params);
        },
        undefined,
      );
    };

  connection.onInitialized(
    taking('initialized', () => {
      if (client.registersWatchers) watchers.watchWorkspace();
      if (client.reportsWorkspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(taking('workspace/didChangeWorkspaceFolders', onWorkspaceFolders));
      projects.setFolders(folders);
      scheduler.flush();
    }),
  );

  connection.onDidOpenTextDocument(
    taking(
      'textDocument/didOpen',
      ({ textDocument: { uri, languageId, version, text } }) => {
        const key = canonicalUri(uri);
        documents.set(key, TextDocument.create(uri, languageId, version, text));
        publisher.opened(key, uri);
        workspace.setOpenText(key, text);
        workspace.updateReported(key);
        projects.opened(key);
        scheduler.flush();
        publisher.publish([key]);
      },
      isOpened,
    ),
  );

  connection.onDidChangeTextDocument(
    taking(
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
      'textDocument/didClose',
      ({ textDocument: { uri } }) => {
        const key = canonicalUri(uri);
        if (!documents.delete(key)) return;
        publisher.closed(key);
        workspace.setDeleted(key, false);
        closed(key);
        workspace.updateReported(key);
        projects.closed(key);
        scheduler.flush();
      },
      isAboutADocument,
    ),
  );

  connection.onDidChangeWatchedFiles(
    taking(
      'workspace/didChangeWatchedFiles',
      ({ changes }) => events.add(changes),
      params => Array.isArray((params as Partial<DidChangeWatchedFilesParams> | null)?.changes),
    ),
  );

  /** What is on the disk counts again. */
  function closed(uri: string): void {
    const root = workspace.rootOf(uri);
    if (!projects.isRoot(root)) {
      if ([...documents.keys()].some(open => folderOf(open) === root)) disk.read(uri);
      else disk.forget(other => folderOf(other) === root);
    } else if (attempt(`Looking for ${uri}`, () => fileSystem.isIncluded(root, uri), false)) disk.read(uri);
    else workspace.delete(uri);
  }

  function onWorkspaceFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const named = (folders: readonly WorkspaceFolder[]) => folders.map(folder => canonicalUri(folder.uri));
    const gone = new Set(named(removed));
    folders = [...folders.filter(folder => !gone.has(folder)), ...named(added)];
    projects.setFolders(folders);
    scheduler.flush();
  }

  return {
    capabilities,
    stop() {
      scheduler.stop();
      indexing.stop();
      events.stop();
    },
  };
}
