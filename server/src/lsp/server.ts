import { ErrorCodes, ResponseError, type ServerCapabilities } from 'vscode-languageserver';
import type { Connection, DidChangeWatchedFilesParams, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { canonicalUri } from './canonicalUri';
import { readClientCapabilities } from './clientCapabilities';
import { followConfiguration, type SettingsOfUser } from './configuration';
import type { Host } from './host';
import { taking } from './notifications';
import { registerRequests } from './requests';
import { createSession, type Session, type SessionOptions } from './session';
import { registerTextSync } from './textSync';

export interface ServerOptions extends SessionOptions {
  /** What the client is told of the server. */
  readonly version?: string;
}

export interface Server {
  /** The client has asked it to end, and may now do so. */
  isShutDown(): boolean;
}

/** The language server on a connection, from its first message to its last. */
export function startServer(connection: Connection, host: Host, options: ServerOptions = {}): Server {
  let state: 'new' | 'running' | 'shut down' = 'new';
  let session: Session | undefined;

  connection.onInitialize((params: InitializeParams) => {
    if (state !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized');
    state = 'running';
    session = createSession(connection, host, readClientCapabilities(params), options);
    const capabilities: ServerCapabilities = {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...registerTextSync(session),
      ...registerRequests(session),
    };
    followFiles(session, host);
    const { version } = options;
    return { serverInfo: { name: 'cartridge-language-server', ...(version && { version }) }, capabilities };
  });

  connection.onShutdown(() => {
    if (state === 'shut down') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is already shut down');
    state = 'shut down';
    session?.stop();
  });

  return { isShutDown: () => state === 'shut down' };
}

/** Reads the workspace as soon as the client is ready for it, and follows what happens to its folders and files. */
function followFiles(session: Session, { timers }: Host): void {
  const { connection, client, projects, scheduler, queue, watchers, fileEvents } = session;
  let folders = client.roots;
  let settings: SettingsOfUser | undefined;

  const setFolders = () =>
    queue.add('Reading the folders of the workspace', async () => {
      await projects.setFolders(folders);
      scheduler.flush();
    });

  function onWorkspaceFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => canonicalUri(uri)));
    folders = [...folders.filter(folder => !gone.has(folder)), ...added.map(({ uri }) => canonicalUri(uri))];
    settings?.setFolders(folders);
    setFolders();
  }

  connection.onInitialized(
    taking(session, 'initialized', () => {
      if (client.registersWatchers) watchers.watchWorkspace();
      if (client.reportsWorkspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(taking(session, 'workspace/didChangeWorkspaceFolders', onWorkspaceFolders));
      const known = (settings = followConfiguration(session, folders, timers)).areKnown;
      queue.add('Asking for the settings', () => known);
      setFolders();
    }),
  );

  connection.onDidChangeWatchedFiles(
    taking(
      session,
      'workspace/didChangeWatchedFiles',
      ({ changes }) => fileEvents.add(changes),
      params => Array.isArray((params as Partial<DidChangeWatchedFilesParams> | null)?.changes),
    ),
  );
}
