import assert from 'node:assert/strict';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { SOUND } from '../support/fixture';

const ROOT = path.resolve(__dirname, '../../..');

/** A worker with what browsers give to theirs, and nothing of Node. */
const PLAIN_WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const scope = require('node:vm').createContext({
    setTimeout, clearTimeout, queueMicrotask, TextEncoder, TextDecoder, MessageChannel, console,
    addEventListener() {},
    postMessage: message => parentPort.postMessage(message),
  });
  require('node:vm').runInContext(workerData, scope);
  parentPort.on('message', data => scope.onmessage({ data }));
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: PublishDiagnosticsParams;
}

describe('the language server in a web worker', () => {
  it('answers an opened document', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [path.join(ROOT, 'test/support/browserServer.ts')],
      absWorkingDir: ROOT,
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'iife',
    });
    const fromNode = Object.keys(metafile.inputs).filter(file => /^node:|^server\/src\/(node|cli)\/|[\\/]lib[\\/]node[\\/]/.test(file));
    assert.deepEqual(fromNode, []);

    const worker = new Worker(PLAIN_WORKER, { eval: true, workerData: outputFiles[0]!.text });
    try {
      const next = (is: (message: Message) => boolean) =>
        new Promise<Message>((resolve, reject) => {
          worker.once('error', reject);
          worker.on('message', (message: Message) => is(message) && resolve(message));
        });
      const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message });
      const initialized = next(({ id }) => id === 1);
      send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      await initialized;
      const published = next(({ method }) => method === 'textDocument/publishDiagnostics');
      send({ method: 'initialized', params: {} });
      const uri = 'vscode-vfs://github/somebody/cartridges/worker.json';
      const text = SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"');
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'json', version: 1, text } } });
      const { params } = await published;
      assert.equal(params!.uri, uri);
      // That no manager is known proves nothing: no folder can be listed.
      assert.deepEqual(
        params!.diagnostics.map(({ code }) => code),
        ['missing-primary'],
      );
    } finally {
      await worker.terminate();
    }
  });
});
