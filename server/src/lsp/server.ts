import type { Connection, DidChangeWatchedFilesParams, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, ErrorCodes, ResponseError, WatchKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, Workspace, type Rule } from '../core';
import { readClient, type Client } from './client';
import { diskFor } from './disk';
import { fileEventsOf } from './fileEvents';
import type { FileSystem } from './fileSystem';
import { registerFeatures } from './handlers';
import { indexingOf } from './indexing';
import { asText, attemptOn } from './isolation';
import { isAboutADocument, isChanged, isOpened, type Check } from './params';
import { Publisher } from './publisher';
import { pause, SLICE } from './slices';
import { canonical } from './uris';

export interface ServerOptions {
  /** Other rules than all. */
  readonly rules?: readonly Rule[];
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
    const client = readClient(params);
    state = 'running';
    running = serve(connection, fileSystem, client, options, () => state === 'running');
    return { serverInfo: { name: 'cartridge-language-server' }, capabilities: running.capabilities };
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
  client: Client,
  { rules }: ServerOptions,
  isRunning: () => boolean,
): Running {
  const attempt = attemptOn(connection);
  const documents = new Map<string, TextDocument>();
  const workspace = new Workspace({
    syntaxErrors: !client.reportsSyntaxErrors,
    maxFileSize: client.maxFileSize,
    onCrash: (rule, uri, error) => connection.console.error(`Rule ${rule} failed on ${uri}: ${asText(error)}`),
    ...(rules && { rules }),
  });
  const publisher = new Publisher(connection, workspace, documents, client, attempt);
  const capabilities = registerFeatures(connection, { workspace, documents, client, attempt, isRunning });
  const disk = diskFor(workspace, documents, fileSystem, client.maxFileSize, attempt);
  const indexing = indexingOf(connection, workspace, disk, fileSystem, flush);
  let roots: readonly string[] = [];
  const events = fileEventsOf({ roots: () => roots, workspace, disk, fileSystem, indexing, attempt, onTaken: flushSoon });
  let timer: NodeJS.Timeout | undefined;

  /** A notification has no answer: one that cannot be understood is logged, and changes nothing. */
  const taking =
    <P>(name: string, take: (params: P) => void, isWell: Check = () => true) =>
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
      if (client.registersWatchers) void watchFiles();
      if (client.reportsWorkspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(taking('workspace/didChangeWorkspaceFolders', onWorkspaceFolders));
      changeRoots(client.roots);
    }),
  );

  connection.onDidOpenTextDocument(
    taking(
      'textDocument/didOpen',
      ({ textDocument: { uri, languageId, version, text } }) => {
        const key = canonical(uri);
        documents.set(key, TextDocument.create(uri, languageId, version, text));
        publisher.opened(key, uri);
        workspace.set(key, text, true);
        const root = workspace.rootOf(key);
        // The files beside it decide most of what is said about it: while the workspace is read they come first, and in a loose
        // file's folder they are all there is.
        const isLoose = !roots.includes(root);
        if (isLoose || indexing.isPartial(root)) {
          const isAll = disk.readBeside(key);
          if (isLoose) workspace.setComplete(root, isAll);
        }
        flush();
        publisher.publish([key]);
      },
      isOpened,
    ),
  );

  connection.onDidChangeTextDocument(
    taking(
      'textDocument/didChange',
      ({ textDocument: { uri, version }, contentChanges }) => {
        const key = canonical(uri);
        const document = documents.get(key);
        if (!document) return;
        // Changes build on each other in the order they come in, whatever their versions say.
        const updated = TextDocument.update(document, contentChanges, version);
        documents.set(key, updated);
        workspace.set(key, updated.getText(), true);
        flushSoon();
      },
      isChanged,
    ),
  );

  connection.onDidCloseTextDocument(
    taking(
      'textDocument/didClose',
      ({ textDocument: { uri } }) => {
        const key = canonical(uri);
        if (!documents.delete(key)) return;
        publisher.closed(key);
        const folder = folderOf(key);
        const root = workspace.rootOf(key);
        if (roots.includes(root)) {
          if (attempt(`Looking for ${key}`, () => fileSystem.isWalked(root, key), false)) disk.read(key);
          else workspace.delete(key);
        } else if ([...documents.keys()].some(open => folderOf(open) === folder)) disk.read(key);
        else disk.forget(uri => folderOf(uri) === folder);
        flush();
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

  function onWorkspaceFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const named = (folders: readonly WorkspaceFolder[]) => folders.map(folder => canonical(folder.uri));
    const gone = new Set(named(removed));
    changeRoots([...roots.filter(root => !gone.has(root)), ...named(added)]);
  }

  /** Reads the folders that are new, and those whose reading was ended before they were read. */
  function changeRoots(next: readonly string[]): void {
    const before = roots;
    roots = [...new Set(next)];
    workspace.setRoots(roots);
    disk.forget(uri => !roots.includes(workspace.rootOf(uri)));
    const unread = new Set(roots.filter(root => !before.includes(root)));
    for (const root of before) {
      if (roots.includes(root)) {
        if (indexing.isPartial(root) && !indexing.isReading(root)) unread.add(root);
      } else if (indexing.forget(root)) {
        // What it held and was not read is now for the folder around it.
        unread.add(workspace.rootOf(root + '/x'));
      }
    }
    for (const root of unread) if (roots.includes(root)) indexing.start(root);
    flush();
  }

  function flushSoon(): void {
    clearTimeout(timer);
    if (client.debounce === 0) flush();
    else timer = setTimeout(flush, client.debounce);
  }

  /** Checks and publishes: what is open at once, the rest in slices. */
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isRunning()) return;
    attempt('Checking', () => publisher.publish(workspace.update({ only: uri => documents.has(uri) })), undefined);
    void flushRest();
  }

  let flushing = false;
  async function flushRest(): Promise<void> {
    if (flushing) return;
    flushing = true;
    while (isRunning() && !events.areWaiting() && attempt('Checking', checkSlice, false)) await pause();
    flushing = false;
  }

  function checkSlice(): boolean {
    const touched = workspace.update({ only: uri => !indexing.isReading(workspace.rootOf(uri)), atMost: SLICE });
    publisher.publish(touched);
    return touched.size > 0;
  }

  async function watchFiles(): Promise<void> {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/*.{json,jsonc}' },
        { globPattern: '**/.gitignore' },
        // Whole folders that come and go: the files in them are not always told one by one.
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
  }

  return {
    capabilities,
    stop() {
      clearTimeout(timer);
      indexing.stop();
      events.stop();
    },
  };
}
