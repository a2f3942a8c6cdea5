import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, Workspace, type Rule } from '../core';
import type { ClientCapabilities } from './clientCapabilities';
import type { DiagnosticsChannel } from './diagnosticsChannel';
import { asText, guardFor, type Guard } from './errorBoundary';
import { fileEventsOf, type FileEvents } from './fileEvents';
import { fileLoaderFor } from './fileLoader';
import type { Host } from './host';
import { indexingOf } from './indexing';
import { projectsOf, type Projects } from './projects';
import { PushDiagnostics } from './pushDiagnostics';
import { schedulerOf, type Scheduler } from './scheduler';
import { StatusNotifier } from './statusNotifier';
import { EditorSettings } from './editorSettings';
import { taskQueueFor, type TaskQueue } from './taskQueue';
import { Watchers } from './watchers';

export interface SessionOptions {
  /** Other rules than all. */
  readonly rules?: readonly Rule[];
}

/**
 * One client from its first message to its last: what it has open, what is read for it, and what is sent to it. An open document beats
 * the disk. All uris within are canonical.
 */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  /** The open documents, by uri. */
  readonly documents: Map<string, TextDocument>;
  readonly workspace: Workspace;
  readonly projects: Projects;
  readonly fileEvents: FileEvents;
  readonly scheduler: Scheduler;
  readonly channel: DiagnosticsChannel;
  /** Absent: the client does not show it. */
  readonly status: StatusNotifier | undefined;
  readonly watchers: Watchers;
  readonly guard: Guard;
  readonly queue: TaskQueue;
  readonly pageOf: Host['pageOf'];
  readonly isRunning: () => boolean;
  /** These files, or what is found in them, may be different now. */
  publish(uris: ReadonlySet<string>): void;
  /** What is on the disk counts again for a document that was closed. */
  readFromDisk(uri: string): Promise<void>;
  /** What the user has set. Nothing is read again but what was left out for its size, or may be too large now. */
  setSettings(settings: EditorSettings): void;
  /** Whether the user wants anything to be said about a file. */
  isEnabled(uri: string): boolean;
  /** Leaves all work that is under way. */
  stop(): void;
}

export function createSession(connection: Connection, host: Host, client: ClientCapabilities, { rules }: SessionOptions): Session {
  const { fileSystem, timers } = host;
  let isRunning = true;
  let settings = new EditorSettings(new Map());
  const isEnabled = (uri: string) => settings.isEnabled(uri);
  const guard = guardFor(connection);
  const queue = taskQueueFor(guard);
  const documents = new Map<string, TextDocument>();
  const workspace = new Workspace({
    syntaxErrors: !client.reportsSyntaxErrors,
    isReported: uri => isEnabled(uri) && projects.isReported(uri) && (documents.has(uri) || !settings.isOnlyForOpenFiles(uri)),
    workspaceFolderOf: uri => projects.workspaceFolderOf(uri),
    onWanted: uri => queue.add(`Reading ${uri} again`, () => readAgain(uri)),
    onCrash: (rule, uri, error) => connection.console.error(`Rule ${rule} failed on ${uri}: ${asText(error)}`),
    ...(rules && { rules }),
  });
  const channel = new PushDiagnostics(connection, workspace, documents, client, host.pageOf, guard);
  const status = client.showsStatus ? new StatusNotifier(connection, workspace, documents, isEnabled, guard) : undefined;
  const watchers = new Watchers(connection, client.registersWatchers && client.watchesFolders);
  const disk = fileLoaderFor({ workspace, documents, fileSystem, guard });
  const indexing = indexingOf({
    connection,
    workspace,
    disk,
    host,
    onRead: () => scheduler.flush(),
    onInnerProjects: (root, inner) => queue.add(`Looking for the projects in ${root}`, () => projects.setInner(root, inner)),
  });
  const projects: Projects = projectsOf({
    workspace,
    documents,
    fileSystem,
    disk,
    indexing,
    guard,
    onChange: () => watchers.watchOutside(projects.outside()),
  });
  const fileEvents = fileEventsOf({
    workspace,
    documents,
    projects,
    disk,
    host,
    indexing,
    guard,
    queue,
    onTaken: () => scheduler.flushSoon(),
  });
  const scheduler = schedulerOf({
    workspace,
    documents,
    timers,
    guard,
    onChecked: publish,
    debounce: client.debounce,
    isRunning: () => isRunning,
    isWaiting: () => fileEvents.areWaiting(),
    isReading: root => indexing.isReading(root),
  });

  function publish(uris: ReadonlySet<string>): void {
    channel.changed(uris);
    status?.changed(uris);
  }

  async function readFromDisk(uri: string): Promise<void> {
    if (documents.has(uri)) return;
    const root = workspace.rootOf(uri);
    if (!projects.isRoot(root)) {
      if (projects.isOpenFolder(root)) await disk.read(uri);
      else disk.forget(other => folderOf(other) === root);
    } else if (await guard.async(`Looking for ${uri}`, () => fileSystem.isIncluded(root, uri), false)) await disk.read(uri);
    else disk.drop(uri);
  }

  async function readAgain(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (document) workspace.setOpenText(uri, document.getText());
    // It may have left the workspace meanwhile.
    else if (workspace.file(uri)) await readFromDisk(uri);
    scheduler.flushSoon();
  }

  return {
    connection,
    client,
    documents,
    workspace,
    projects,
    fileEvents,
    scheduler,
    channel,
    status,
    publish,
    watchers,
    guard,
    queue,
    pageOf: host.pageOf,
    isRunning: () => isRunning,
    readFromDisk,
    setSettings(next) {
      settings = next;
      workspace.setUserSettings(next.configurations);
      workspace.updateReported();
      scheduler.flushSoon();
      status?.changed(documents.keys());
    },
    isEnabled,
    stop() {
      isRunning = false;
      scheduler.stop();
      indexing.stop();
      fileEvents.stop();
    },
  };
}
