import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { framed, initialize, notification, RawServer, request, SERVER } from '../support/rawServer';

describe('bytes that are not messages', () => {
  const GARBAGE: Record<string, (string | Buffer)[]> = {
    'a line of text': ['hello\n'],
    'a line that ends as header lines do': ['hello\r\n\r\n'],
    'JSON without a header': ['{"jsonrpc":"2.0","id":1,"method":"initialize"}\n'],
    'a header without a length': ['Content-Type: application/json\r\n\r\n{}'],
    'a length that is not a number': ['Content-Length: many\r\n\r\n{}'],
    'a length that is a number in part': ['Content-Length: 2x\r\n\r\n{}'],
    'a negative length': ['Content-Length: -5\r\n\r\n{}'],
    'a huge length': ['Content-Length: 99999999999\r\n\r\n{}'],
    'a header without end': ['X: ' + 'x'.repeat(100_000)],
    'a length that is too short': [initialize().replace(/\d+/, length => String(Number(length) - 5))],
    'a length that is too long': [
      initialize().replace(/\d+/, length => String(Number(length) + 5)),
      request(2, 'textDocument/codeAction', {}),
    ],
    'a body that is not JSON': [framed('{ "jsonrpc": ')],
    'a body that is not UTF-8': ['Content-Length: 3\r\n\r\n', Buffer.from([0xff, 0xfe, 0xfd])],
    'bytes at random': [Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))],
    'garbage behind a message': [initialize(), '\0\0\0\0'],
  };
  for (const [name, data] of Object.entries(GARBAGE))
    it(`${name}: is reported in one line, and the server ends`, async () => {
      const server = new RawServer();
      server.write(...data);
      assert.equal(await server.ended, 1, server.stderr);
      assert.match(server.stderr, /^cartridge-language-server: [^\n]+\n$/);
    });

  it('an input that ends within a message: is reported, and the server ends', async () => {
    const server = new RawServer();
    server.write(initialize().slice(0, -1));
    server.child.stdin.end();
    assert.equal(await server.ended, 1);
    assert.match(server.stderr, /^cartridge-language-server: [^\n]*ended[^\n]+\n$/);
  });

  it('reads a message in several chunks, and several messages in one chunk', async () => {
    const server = new RawServer();
    const all = initialize() + notification('initialized', {}) + request(2, 'shutdown');
    for (const byte of all.slice(0, 40)) {
      server.write(byte);
      await new Promise(resolve => setImmediate(resolve));
    }
    server.write(all.slice(40));
    assert.equal((await server.answer(2)).result, null);
    server.write(notification('exit'));
    assert.equal(await server.ended, 0, server.stderr);
    assert.equal(server.stderr, '');
  });

  it('reads a message with further headers, in any case', async () => {
    const server = new RawServer();
    const type = 'content-type: application/vscode-jsonrpc; charset=utf-8\r\n';
    server.write(type + initialize().replace('Content-Length', 'CONTENT-length'), request(2, 'shutdown'), notification('exit'));
    assert.equal(await server.ended, 0, server.stderr);
  });
});

describe('JSON that is not a message', () => {
  it('is answered with an error at most, and the server keeps running', async () => {
    const server = new RawServer();
    server.write(initialize(), notification('initialized', {}));
    for (const body of ['null', '5', '"x"', '[]', '{}', '{"jsonrpc":"2.0"}', '{"id":77,"result":1}', '{"method":5}'])
      server.write(framed(body));
    server.write(notification('$/cancelRequest'), notification('$/cancelRequest', { id: 99 }), notification('$/progress'));
    server.write(notification('$/setTrace'), notification('window/workDoneProgress/cancel'), notification('$/unheardOf', [1]));
    server.write(request(3, 'textDocument/codeAction'), request(4, 'textDocument/codeAction', []), request(5, 'nobody/knows', {}));
    server.write(request(6, 'textDocument/codeAction', { textDocument: {}, range: {}, context: {} }));
    server.write(
      request(7, 'textDocument/codeAction', { textDocument: { uri: 'file:///x.json' }, range: { start: {}, end: {} }, context: {} }),
    );
    server.write(request(8, 'textDocument/codeAction', { textDocument: { uri: 'file:///x.json' } }));
    for (const id of [3, 4, 6, 7, 8]) {
      const { error } = await server.answer(id);
      assert.equal(error?.code, -32602, `${id}: ${JSON.stringify(error)}`);
    }
    assert.equal((await server.answer(5)).error?.code, -32601);
    for (const method of ['didOpen', 'didChange', 'didClose'])
      for (const params of [undefined, null, {}, [], { textDocument: {} }, { textDocument: { uri: 5 } }, { textDocument: { uri: 'x:y' } }])
        server.write(notification(`textDocument/${method}`, params));
    for (const method of ['workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders'])
      for (const params of [
        undefined,
        null,
        {},
        { changes: 5 },
        { changes: [null, {}, { uri: 5 }] },
        { event: {} },
        { event: { added: 1 } },
      ])
        server.write(notification(method, params));
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    server.write(request(9, 'textDocument/codeAction', { textDocument: { uri: 'file:///x.json' }, range, context: { diagnostics: [] } }));
    assert.deepEqual((await server.answer(9)).result, []);
    server.write(request(10, 'shutdown'), notification('exit'));
    assert.equal(await server.ended, 0, server.stderr);
    assert.equal(server.stderr, '');
  });
});

describe('beginning and end', () => {
  it('answers requests before "initialize" and after "shutdown" with errors', async () => {
    const server = new RawServer();
    const codeAction = (id: number) =>
      request(id, 'textDocument/codeAction', {
        textDocument: { uri: 'file:///x.json' },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      });
    const text = '{ "type": "x", "iaasProvider": [] }';
    const opened = notification('textDocument/didOpen', { textDocument: { uri: 'file:///x.json', languageId: 'json', version: 1, text } });
    server.write(codeAction(1), opened);
    assert.ok((await server.answer(1)).error);
    server.write(request(2, 'initialize', {}));
    assert.ok((await server.answer(2)).error, 'without capabilities');
    server.write(initialize());
    assert.ok((await server.answer('initialize')).result);
    server.write(request(3, 'initialize', { processId: null, rootUri: null, capabilities: {} }));
    assert.equal((await server.answer(3)).error?.code, -32600, 'a second time');
    server.write(notification('initialized', {}), codeAction(4));
    assert.deepEqual((await server.answer(4)).result, []);
    server.write(request(5, 'shutdown'), codeAction(6), opened, request(7, 'nobody/knows'), request(8, 'shutdown'));
    assert.equal((await server.answer(5)).result, null);
    assert.equal((await server.answer(6)).error?.code, -32600);
    assert.ok((await server.answer(7)).error);
    assert.ok((await server.answer(8)).error);
    server.write(notification('exit'));
    assert.equal(await server.ended, 0, server.stderr);
    assert.ok(!server.messages().some(({ method }) => method === 'textDocument/publishDiagnostics'));
  });

  it('an exit without a shutdown is a failure', async () => {
    const server = new RawServer();
    server.write(initialize(), notification('initialized', {}), notification('exit'));
    assert.equal(await server.ended, 1);
    assert.equal(server.stderr, '');
  });

  it('ends with its input: a failure, unless it was shut down', async () => {
    for (const [before, code] of [
      [[initialize()], 1],
      [[initialize(), request(2, 'shutdown')], 0],
    ] as const) {
      const server = new RawServer();
      server.write(...before);
      server.child.stdin.end();
      assert.equal(await server.ended, code);
      assert.equal(server.stderr, '');
    }
  });

  it('ends when its output is closed', async () => {
    const server = new RawServer();
    server.write(initialize());
    await server.answer('initialize');
    server.child.stdout.destroy();
    const text = '{ "type": "x", "iaasProvider": [] }';
    for (let i = 0; i < 20; i++)
      server.write(
        notification('textDocument/didOpen', { textDocument: { uri: `file:///none/${i}.json`, languageId: 'json', version: 1, text } }),
      );
    assert.equal(await server.ended, 1);
    assert.equal(server.stderr, '');
  });

  it("ends when its client's process has ended", async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise(resolve => gone.once('exit', resolve));
    const server = new RawServer();
    server.write(initialize({ processId: gone.pid }));
    assert.equal(await server.ended, 1);
    assert.equal(server.stderr, '');
  });
});

describe('an unexpected failure', () => {
  /** Runs code in the server's process once it listens. */
  const meanwhile = (code: string): string[] => [
    '--import',
    `data:text/javascript,${encodeURIComponent(`process.stdin.on('newListener', event => event === 'data' && setImmediate(() => { ${code} }))`)}`,
  ];

  it('in a task is logged, and the server keeps running', async () => {
    const server = new RawServer(['--stdio'], meanwhile('Promise.reject(new Error("nobody waits"))'));
    server.write(initialize());
    await server.answer('initialize');
    server.write(request(2, 'shutdown'));
    assert.equal((await server.answer(2)).result, null);
    const logged = server.messages().filter(({ method }) => method === 'window/logMessage');
    assert.equal(logged.length, 1);
    assert.match(JSON.stringify(logged), /nobody waits/);
    server.write(notification('exit'));
    assert.equal(await server.ended, 0);
    assert.equal(server.stderr, '');
  });

  it('in the process ends it, and names the error', async () => {
    const server = new RawServer(['--stdio'], meanwhile('throw new Error("too far")'));
    server.write(initialize());
    assert.equal(await server.ended, 1);
    assert.match(server.stderr, /^cartridge-language-server: internal error: Error: too far\n/);
  });

  it('does not write console output between the messages', async () => {
    const server = new RawServer(['--stdio'], meanwhile('console.log("a word")'));
    server.write(initialize(), request(2, 'shutdown'));
    await server.answer(2);
    server.write(notification('exit'));
    assert.equal(await server.ended, 0);
    assert.equal(server.stderr, 'a word\n');
  });
});

describe('transports', () => {
  const nobody = path.join(os.tmpdir(), 'nobody-listens-here.sock');
  for (const args of [
    ['--socket=1'],
    ['--socket', '1'],
    ['--socket=none'],
    ['--socket=70000'],
    ['--socket'],
    [`--pipe=${nobody}`],
    ['--pipe', nobody],
    ['--pipe'],
    ['--node-ipc'],
  ])
    it(`${args.join(' ').replace(nobody, 'NAME')} without a client: is reported in one line, and the server ends`, async () => {
      const server = new RawServer(args);
      assert.equal(
        await server.ended,
        args.length === 1 && !args[0]!.includes('=') ? 2 : /none|70000/.test(args[0]!) ? 2 : 1,
        server.stderr,
      );
      assert.match(server.stderr, /^cartridge-language-server: [^\n]+\n$/);
    });

  it('speaks over a socket, and ends with it', async () => {
    for (const farewell of [request(2, 'shutdown'), '', 'hello\n']) {
      const listener = net.createServer();
      await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve));
      const server = new RawServer([`--socket=${(listener.address() as net.AddressInfo).port}`]);
      const socket = await new Promise<net.Socket>(resolve => listener.once('connection', resolve));
      socket.on('error', () => undefined);
      socket.write(initialize());
      let answer = '';
      await new Promise<void>(resolve =>
        socket.on('data', (chunk: Buffer) => {
          answer += chunk.toString();
          if (answer.includes('"capabilities"')) resolve();
        }),
      );
      socket.end(farewell);
      assert.equal(await server.ended, farewell.startsWith('Content') ? 0 : 1);
      assert.equal(server.stderr === '', farewell !== 'hello\n', server.stderr);
      listener.close();
    }
  });

  it('speaks to the process that has forked it, and ends with it', async () => {
    const child = fork(SERVER, ['--node-ipc'], { silent: true });
    const ended = new Promise(resolve => child.once('exit', resolve));
    const answer = new Promise<{ id: number; result: object }>(resolve => child.once('message', resolve));
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    assert.ok('capabilities' in (await answer).result);
    child.disconnect();
    assert.equal(await ended, 1);
  });
});
