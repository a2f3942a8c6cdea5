// A language client that does the same with every server: starts it, opens, edits, and waits for what is published.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import rpc from 'vscode-languageserver/node';

const OURS = path.resolve(import.meta.dirname, '../dist/server/main.js');
const LEAST = path.resolve(import.meta.dirname, 'leastServer.mjs');
const VSCODE_JSON = path.resolve(import.meta.dirname, 'peers/node_modules/vscode-langservers-extracted/bin/vscode-json-language-server');
const SCHEMA = JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, 'cartridge.schema.json'), 'utf8'));

const CAPABILITIES = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true }, configuration: false },
  window: { workDoneProgress: true },
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
};

/** `pulls`: the client asks for diagnostics itself, which Visual Studio Code's JSON server then leaves to it. */
const SERVERS = {
  ours: { module: OURS },
  least: { module: LEAST },
  json: { module: VSCODE_JSON, capabilities: pulls => (pulls ? { diagnostic: { dynamicRegistration: false } } : {}) },
};

export class LanguageClient {
  #documents = new Map();
  #waiting = [];
  #mayEnd = false;
  /** Resolves when the server has read the workspace, if it shows its progress. */
  indexed;

  constructor(root, process, connection) {
    this.root = root;
    this.process = process;
    this.connection = connection;
  }

  static async start(name, root, { pulls = false, options = {} } = {}) {
    const { module, capabilities = () => ({}) } = SERVERS[name];
    const child = spawn(process.execPath, [module, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = new rpc.StreamMessageReader(child.stdout);
    // A server that is killed leaves half a message, and the timer that waits for the rest would keep this process from its end.
    reader.partialMessageTimeout = 0;
    const connection = rpc.createProtocolConnection(reader, new rpc.StreamMessageWriter(child.stdin));
    const client = new LanguageClient(root, child, connection);
    // Nobody would hear of it otherwise: what was asked for stays without an answer.
    child.once('exit', (code, signal) => {
      if (!client.#mayEnd) throw new Error(`The server ${module} ended by itself: ${signal ?? code}`);
    });
    connection.onNotification('textDocument/publishDiagnostics', params => client.#receive(params));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    client.indexed = new Promise(resolve => connection.onUnhandledProgress(({ value }) => value.kind === 'end' && resolve()));
    connection.listen();
    const rootUri = pathToFileURL(root).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: { ...CAPABILITIES, textDocument: { ...CAPABILITIES.textDocument, ...capabilities(pulls) } },
      initializationOptions: options,
    });
    await connection.sendNotification('initialized', {});
    if (name === 'json') {
      const schemas = [{ fileMatch: ['*.json'], schema: SCHEMA, url: 'bench://cartridge' }];
      await connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { json: { validate: { enable: true }, schemas } },
      });
    }
    return client;
  }

  uri(name) {
    return pathToFileURL(path.join(this.root, name)).href;
  }

  async open(name) {
    const text = fs.readFileSync(path.join(this.root, name), 'utf8');
    this.#documents.set(name, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(name), languageId: 'json', version: 1, text },
    });
  }

  /** Replaces the only occurrence of `from`, as an editor does: the change alone is sent. */
  type(name, from, to) {
    const document = this.#documents.get(name);
    const at = document.text.indexOf(from);
    if (at === -1) throw new Error(`${name} has no ${from}`);
    const before = document.text.slice(0, at).split('\n');
    const start = { line: before.length - 1, character: before.at(-1).length };
    const end = { line: start.line, character: start.character + from.length };
    document.text = document.text.slice(0, at) + to + document.text.slice(at + from.length);
    document.version++;
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version: document.version },
      contentChanges: [{ range: { start, end }, text: to }],
    });
  }

  /** The next diagnostics of each of these files. */
  published(names) {
    return Promise.all(
      names.map(
        name =>
          new Promise((resolve, reject) => {
            const late = setTimeout(() => reject(new Error(`Nothing was published for ${name}`)), 20_000);
            this.#waiting.push({ uri: this.uri(name), resolve: found => (clearTimeout(late), resolve(found)) });
          }),
      ),
    );
  }

  pull(name) {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.uri(name) } });
  }

  /** An answer means that all that was sent before has been dealt with. */
  async answered(name) {
    const nowhere = { line: 0, character: 0 };
    await this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(name) },
      range: { start: nowhere, end: nowhere },
      context: { diagnostics: [] },
    });
  }

  #receive(params) {
    this.#waiting = this.#waiting.filter(({ uri, resolve }) => {
      if (uri !== params.uri) return true;
      resolve(params.diagnostics);
      return false;
    });
  }

  async kill() {
    this.#mayEnd = true;
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
    this.connection.dispose();
  }

  async stop() {
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    this.#mayEnd = true;
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }
}
