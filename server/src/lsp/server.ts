import type { Connection, InitializeParams, InitializeResult, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind, type FileEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, Workspace } from '../core';
import type { FileSystem } from './fileSystem';
import { registerFeatures } from './handlers';
import { Publisher } from './publisher';
import { readClient, type Client } from './client';
import { canonical } from './uris';

/** Files read, or checked, between two looks at what the client has sent. */
const SLICE = 100;

/** Files beside an opened one that are read before anything is said about it. */
const AT_ONCE = 200;

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/**
 * The language server on a connection: keeps the workspace in step with the open documents and the disk, and publishes what
 * changed. An open document beats the disk. All uris within are canonical.
 */
export function startServer(connection: Connection, fileSystem: FileSystem): void {
  const documents = new Map<string, TextDocument>();
  let client: Client;
  let workspace: Workspace;
  let publisher: Publisher;
  let roots: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = readClient(params);
    workspace = new Workspace({
      syntaxErrors: !client.reportsSyntaxErrors,
      maxFileSize: client.maxFileSize,
      onCrash: (rule, uri, error) =>
        connection.console.error(`Rule ${rule} failed on ${uri}: ${error instanceof Error ? error.stack : String(error)}`),
    });
    publisher = new Publisher(connection, workspace, documents, client);
    const capabilities = registerFeatures(connection, { workspace, documents, client });
    return { serverInfo: { name: 'cartridge-language-server' }, capabilities };
  });

  connection.onInitialized(() => {
    if (client.registersWatchers) void watchFiles();
    if (client.reportsWorkspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(onWorkspaceFolders);
    changeRoots(client.roots);
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const key = canonical(uri);
    documents.set(key, TextDocument.create(uri, languageId, version, text));
    publisher.opened(key, uri);
    workspace.set(key, text, true);
    const root = workspace.rootOf(key);
    // The files beside it decide most of what is said about it: while the workspace is read they come first, and in a loose file's
    // folder they are all there is. In a folder of thousands its partner is most likely among those whose names are most like its own.
    if (reading.has(root) || !roots.includes(root)) {
      const beside = [...fileSystem.list(folderOf(key))];
      for (const file of beside.length <= AT_ONCE ? beside : likestNames(key, beside).slice(0, AT_ONCE)) readFile(file);
    }
    flush();
    publisher.publish([key]);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = canonical(uri);
    const document = documents.get(key);
    if (!document) return;
    const updated = TextDocument.update(document, contentChanges, version);
    documents.set(key, updated);
    workspace.set(key, updated.getText(), true);
    flushSoon();
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const key = canonical(uri);
    if (!documents.delete(key)) return;
    publisher.closed(key);
    const folder = folderOf(key);
    const root = workspace.rootOf(key);
    if (roots.includes(root)) {
      if (fileSystem.isWalked(root, key)) readFile(key);
      else workspace.delete(key);
    } else if ([...documents.keys()].some(open => folderOf(open) === folder)) readFile(key);
    else forget(uri => folderOf(uri) === folder);
    flush();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const change of changes) onFileEvent(change);
    flush();
  });

  function onFileEvent({ uri, type }: FileEvent): void {
    const key = canonical(uri);
    if (type === FileChangeType.Deleted) {
      // Of a deleted folder some clients tell nothing but its own name.
      forget(file => (file === key || file.startsWith(key + '/')) && !documents.has(file));
      return;
    }
    const root = workspace.rootOf(key);
    if (key.endsWith('/.gitignore')) {
      if (roots.includes(root)) void readRoot(root);
    } else if (!roots.includes(root)) {
      if (workspace.file(key)) readFile(key);
    } else if (fileSystem.isWalked(root, key)) readFile(key);
    else if (type === FileChangeType.Created && fileSystem.isFolder(key)) {
      for (const file of fileSystem.walk(key)) if (fileSystem.isWalked(root, file)) readFile(file);
    }
  }

  function onWorkspaceFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(folder => canonical(folder.uri)));
    changeRoots([...roots.filter(root => !gone.has(root)), ...added.map(folder => canonical(folder.uri))]);
  }

  function changeRoots(next: readonly string[]): void {
    const added = next.filter(root => !roots.includes(root));
    roots = [...new Set(next)];
    workspace.setRoots(roots);
    forget(uri => !roots.includes(workspace.rootOf(uri)) && !documents.has(uri));
    for (const root of added) void readRoot(root);
    flush();
  }

  /** Those being read, each with the mark of its newest reading: an older one ends when it sees another. */
  const reading = new Map<string, symbol>();

  async function readRoot(root: string): Promise<void> {
    const mark = Symbol(root);
    reading.set(root, mark);
    workspace.setComplete(root, false);
    const seen = new Set<string>();
    for (const uri of fileSystem.walk(root)) {
      seen.add(uri);
      if (workspace.rootOf(uri) === root) readFile(uri);
      if (seen.size % SLICE === 0) await pause();
      if (reading.get(root) !== mark) return;
    }
    forget(uri => workspace.rootOf(uri) === root && !seen.has(uri) && !documents.has(uri));
    reading.delete(root);
    workspace.setComplete(root, true);
    flush();
  }

  /** Takes a file's text from the disk, unless it is open. */
  function readFile(uri: string): void {
    if (documents.has(uri)) return;
    const content = fileSystem.read(uri, client.maxFileSize);
    if (!content) workspace.delete(uri);
    else workspace.set(uri, content.text, false, content.unread);
  }

  function forget(which: (uri: string) => boolean): void {
    for (const { uri } of [...workspace.allFiles()]) if (which(uri)) workspace.delete(uri);
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
    publisher.publish(workspace.update({ only: uri => documents.has(uri) }));
    void flushRest();
  }

  let flushing = false;
  async function flushRest(): Promise<void> {
    if (flushing) return;
    flushing = true;
    const isRead = (uri: string) => !reading.has(workspace.rootOf(uri));
    try {
      for (;;) {
        const touched = workspace.update({ only: isRead, atMost: SLICE });
        if (touched.size === 0) break;
        publisher.publish(touched);
        await pause();
      }
    } finally {
      flushing = false;
    }
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
}

/** Those first that share the longest beginning with `uri`. */
function likestNames(uri: string, uris: readonly string[]): string[] {
  const shared = (other: string) => {
    let length = 0;
    while (length < other.length && other[length] === uri[length]) length++;
    return length;
  };
  return uris
    .map(other => ({ other, length: shared(other) }))
    .sort((a, b) => b.length - a.length)
    .map(({ other }) => other);
}
