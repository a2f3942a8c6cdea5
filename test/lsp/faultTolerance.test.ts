import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CancellationTokenSource, FileChangeType } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { asPlainText } from '../../client/src/plainText';
import { RULES, type Rule } from '../../server/src/core';
import { canonicalUri } from '../../server/src/lsp/canonicalUri';
import { BARE, eventually, LanguageClient, RICH } from '../support/languageClient';
import { InProcess, pair, pairs } from '../support/inProcess';
import { initialize, notification, RawServer, request } from '../support/rawServer';

const worker = pair(0)[0]![1];
const manager = pair(0)[1]![1];
const at = (line: number, character: number) => ({ line, character });
const wrong = (text: string): string => text.replace('"PRIMARY"', '"SECONDARY"');

describe('invalid input of clients', () => {
  let client: LanguageClient;
  afterEach(async () => assert.equal(await client.stop(), 0));
  const change = (contentChanges: object[], version = 2, uri = client.uri('worker.json')) =>
    client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  const start = async () => {
    client = await LanguageClient.start({ 'worker.json': worker, 'manager.json': manager }, BARE);
    await client.open('worker.json');
    await client.until('worker.json', []);
  };

  it('places out of range are the nearest in range, and an end before its start is the start', async () => {
    await start();
    await change([{ range: { start: at(9999, 0), end: at(9999, 9999) }, text: '\n' }]);
    await change([{ range: { start: at(-1, -1), end: at(-1, -1) }, text: '\n' }], 3);
    await change([{ range: { start: at(0, 9999), end: at(0, 9999) }, text: '\n' }], 4);
    // "PRIMARY" becomes "SECONDARY", from the end of the line to its beginning.
    const line = worker.split('\n').findIndex(one => one.includes('PRIMARY')) + 2;
    const text = '    { "name": "SECONDARY", "value": "true" },';
    await change([{ range: { start: at(line, 9999), end: at(line, -5) }, text }], 5);
    await client.until('worker.json', ['missing-primary']);
    assert.equal(client.published.at(-1)!.version, 5);
  });

  it('several changes in one message build on each other, whole texts among them', async () => {
    await start();
    await change([
      { text: '{}' },
      { range: { start: at(0, 0), end: at(0, 2) }, text: wrong(worker) },
      { range: { start: at(0, 0), end: at(0, 0) }, text: '\n' },
    ]);
    await client.until('worker.json', ['missing-primary']);
    assert.ok(client.diagnostics('worker.json')[0]!.range.start.line > 1);
    await change([{ text: worker }]);
    await client.until('worker.json', []);
  });

  it('versions that repeat or go back: changes count in the order they come in', async () => {
    await start();
    await change([{ text: wrong(worker) }], 7);
    await client.until('worker.json', ['missing-primary']);
    await change([{ text: worker }], 7);
    await client.until('worker.json', []);
    await change([{ text: wrong(worker) }], 3);
    await client.until('worker.json', ['missing-primary']);
    assert.equal(client.published.at(-1)!.version, 3);
  });

  it('a change that cannot be understood changes nothing, and the next one counts', async () => {
    await start();
    await change([{ text: wrong(worker) }, { text: 5 }]);
    await change([{ range: { start: {}, end: {} }, text: 'x' }], 3);
    await change([{ range: null, text: 'x' }], 3);
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: client.uri('worker.json') } });
    await client.settled();
    assert.deepEqual(client.codes('worker.json'), []);
    await change([{ range: { start: at(0, 0), end: at(9999, 0) }, text: wrong(worker) }], 4);
    await client.until('worker.json', ['missing-primary']);
  });

  it('a document opened twice has the newer text; closed twice, that of the file', async () => {
    await start();
    await client.open('worker.json', wrong(worker));
    await client.until('worker.json', ['missing-primary']);
    await client.open('worker.json', worker);
    await client.until('worker.json', []);
    await client.open('worker.json', wrong(worker));
    await client.close('worker.json');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri('worker.json') } });
    await client.until('worker.json', []);
    await change([{ text: wrong(worker) }]);
    await client.settled();
    assert.deepEqual(client.codes('worker.json'), [], 'and a change of what is not open is none');
  });

  it('documents that do not exist, and uris that are not valid, are ignored', async () => {
    await start();
    const uris = [
      'untitled:Untitled-1',
      'git:/w/worker.json?%7B%22path%22%3A%22%2Fw%2Fworker.json%22%7D',
      'vscode-vfs://github/o/r/worker.json',
      'file:///a%ZZb/worker.json',
      'file:///a%/worker.json',
      'file:///%E0%A4/worker.json',
      'file:////worker.json',
      'file:///nul%00/worker.json',
      'file:',
      'C:\\w\\worker.json',
      'worker.json',
      ':',
      '%',
      '',
    ];
    for (const uri of uris) {
      const textDocument = { uri, languageId: 'json', version: 1, text: wrong(worker).replaceAll('esb', 'lonely') };
      const answered = () => client.published.findLast(one => one.uri === uri);
      await client.connection.sendNotification('textDocument/didOpen', { textDocument });
      await eventually(
        () => answered()?.diagnostics.some(({ code }) => code === 'missing-primary') === true,
        () => `nothing was said of ${uri}`,
      );
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [1, 2, 3].map(type => ({ uri, type })) });
      await client.connection.sendRequest('textDocument/codeAction', {
        textDocument,
        range: { start: at(0, 0), end: at(99, 0) },
        context: { diagnostics: [] },
      });
      await client.connection.sendNotification('textDocument/didClose', { textDocument });
      await eventually(
        () => answered()!.diagnostics.length === 0,
        () => `the findings of ${uri} have stayed`,
      );
    }
    await change([{ text: wrong(worker) }]);
    await client.until('worker.json', ['missing-primary']);
  });

  it('an event that cannot be understood does not affect the others of its message', async () => {
    await start();
    fs.writeFileSync(path.join(client.folder, 'manager.json'), wrong(manager));
    const changes = [null, {}, { uri: 'file:///%00' }, { uri: client.uri('manager.json'), type: 2 }, { uri: 'file:////x', type: 1 }, 5];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.until('manager.json', ['missing-primary']);
  });

  it('a cancelled request is answered or cancelled, and the requests after it are answered', async () => {
    await start();
    await client.type('worker.json', '"PRIMARY"', '"SECONDARY"');
    const params = {
      textDocument: { uri: client.uri('worker.json') },
      range: { start: at(0, 0), end: at(99, 0) },
      context: { diagnostics: [] },
    };
    const outcomes = Array.from({ length: 20 }, () => {
      const source = new CancellationTokenSource();
      const outcome = client.connection.sendRequest<object[]>('textDocument/codeAction', params, source.token).then(
        ({ length }) => length,
        ({ code }: { code: number }) => code,
      );
      source.cancel();
      return outcome;
    });
    const answer = await client.codeActions('worker.json');
    assert.ok(answer.length > 0);
    for (const outcome of await Promise.all(outcomes)) assert.ok(outcome === answer.length || outcome === -32800, String(outcome));
  });
});

describe('one file under several uris', () => {
  it('is checked once', () => {
    for (const same of [
      ['file:///c%3A/x/a.json', 'file:///C:/x/a.json', 'file:///c:/x/a.json', 'file:///C%3a/x/a.json'],
      ['file:///a%20b/%C3%B6.json', 'file:///a b/ö.json', 'file:///a%20b/%c3%b6.json'],
      ['file:///a/%62.json', 'file:///a/b.json', 'file://localhost/a/b.json'],
      ['file:///a%23b/c%2Bd.json', 'file:///a%23b/c+d.json'],
      ['file:///a/b', 'file:///a/b/'],
    ])
      assert.equal(new Set(same.map(canonicalUri)).size, 1, same.map(canonicalUri).join(' '));
  });

  it('other files are not mistaken for it', () => {
    for (const others of [
      ['file:///a/b.json', 'file:///A/b.json', 'file:///a/B.json', 'file:///a/b%20.json'],
      ['file:///a%2523.json', 'file:///a%23.json'],
      ['file:///a/b.json', 'git:/a/b.json', 'git:/a/b.json?x', 'file://server/a/b.json'],
    ])
      assert.equal(new Set(others.map(canonicalUri)).size, others.length, others.map(canonicalUri).join(' '));
  });

  it('is found when opened under one uri, changed under another and reported under a third', async () => {
    const client = await LanguageClient.start({ 'gr öße/worker.json': worker, 'gr öße/manager.json': manager }, BARE);
    const folder = URI.file(client.folder).toString();
    const spelled = `${folder}/gr öße/worker.json`;
    await client.open('gr öße/worker.json', undefined, spelled);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: `${folder}/gr%20%c3%b6%C3%9Fe/worker.json`, version: 2 },
      contentChanges: [{ text: wrong(worker) }],
    });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${folder}/gr%20öße/worker.json`, type: 2 }],
    });
    await client.until('gr öße/worker.json', ['missing-primary']);
    assert.equal(client.published.at(-1)!.uri, spelled);
    assert.equal(new Set(client.published.map(one => one.uri)).size, 1);
    await client.stop();
  });
});

describe('a server that is shut down while it reads thousands of files', () => {
  it('ends at once, with status 0', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'thousands-'));
    for (const [name, text] of pairs(2500)) fs.writeFileSync(path.join(folder, name), wrong(text));
    for (const farewell of [[request(2, 'shutdown'), notification('exit')], [request(2, 'shutdown')]]) {
      const server = new RawServer();
      server.write(initialize({ rootUri: URI.file(folder).toString() }), notification('initialized', {}), ...farewell);
      if (farewell.length === 1) server.child.stdin.end();
      assert.equal(await server.ended, 0, server.stderr);
      assert.equal(server.stderr, '');
      const published = server.messages().filter(({ method }) => method === 'textDocument/publishDiagnostics').length;
      assert.ok(published < 2500, `${published} files were checked`);
    }
    fs.rmSync(folder, { recursive: true });
  });

  it('reads no further files', async () => {
    const server = await InProcess.start(
      pairs(2500).map(([name, text]) => [name, wrong(text)]),
      { debounce: 1 },
    );
    await server.client.sendRequest('shutdown');
    await new Promise(resolve => setTimeout(resolve, 20));
    const { length } = server.counted.read;
    await new Promise(resolve => setTimeout(resolve, 20));
    assert.ok(length < 5000 && server.counted.read.length === length);
    assert.deepEqual(server.published, []);
  });
});

describe('an error affects its own answer only', () => {
  const throwing: Extract<Rule, { scope: 'file' }> = {
    ...RULES[0]!,
    id: 'throwing',
    scope: 'file',
    on: ['cartridge'],
    dialects: ['4.0', '4.1'],
    check: () => {
      throw new Error('the rule is broken');
    },
  };

  it('a rule that fails: the others report, and its failure is logged once for each check', async () => {
    const server = await InProcess.start(
      [
        ['worker.json', wrong(worker)],
        ['manager.json', manager],
      ],
      { rules: [throwing, ...RULES] },
    );
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), ['missing-primary']);
    assert.equal(server.log.length, server.counted.checked.length);
    assert.match(server.log.join('\n'), /Rule throwing failed on file:\/\/\/workspace\/worker\.json: Error: the rule is broken/);
  });

  it('a feature that fails: the answer is empty, the feature and the file are logged, and other files are answered', async () => {
    const unfixable: typeof throwing = {
      ...throwing,
      id: 'unfixable',
      check: (artifact, report) => {
        if (JSON.stringify(artifact).includes('"esb0xworker"') && JSON.stringify(artifact.facts).includes('"type":{"text":"esb0xworker"'))
          report({
            at: { path: [] },
            message: 'it has no fix',
            fixes: () => {
              throw new Error('the fix is broken');
            },
          });
      },
    };
    const server = await InProcess.start(
      [
        ['worker.json', wrong(worker)],
        ['manager.json', wrong(manager)],
      ],
      { rules: [unfixable, ...RULES] },
    );
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), ['missing-primary', 'unfixable']);
    assert.deepEqual(await server.codeActions('worker.json'), []);
    assert.match(server.log.join('\n'), /textDocument\/codeAction on file:\/\/\/workspace\/worker\.json failed: Error: the fix is broken/);
    assert.ok((await server.codeActions('manager.json')).length > 0);
  });

  it('a place that cannot be found: the findings of other files are published', async () => {
    const misplaced: typeof throwing = {
      ...throwing,
      id: 'misplaced',
      check: (artifact, report) => {
        if (JSON.stringify(artifact.facts).includes('"type":{"text":"esb0xworker"'))
          report({ at: { path: undefined as never }, subject: 'x', message: 'nowhere' });
      },
    };
    const server = await InProcess.start(
      [
        ['worker.json', wrong(worker)],
        ['xmanager.json', wrong(manager)],
      ],
      { rules: [misplaced, ...RULES] },
    );
    await server.idle();
    assert.deepEqual(server.codes('xmanager.json'), ['missing-primary']);
    assert.match(server.log.join('\n'), /Publishing file:\/\/\/workspace\/worker\.json failed/);
  });

  it('a disk that fails: what can be read is read, and what cannot is unknown', async () => {
    const server = await InProcess.start([
      ...pairs(150),
      ['zworker.json', worker.replace('"esb0xmgt"', '"nobody"').replaceAll('esb', 'other')],
    ]);
    server.onRead = file => {
      if (file.includes('manager00')) throw new Error('the disk is broken');
    };
    await server.idle();
    assert.ok(server.log.some(line => /^Reading file:\/\/\/workspace\/manager00007\.json failed: Error: the disk is broken/.test(line)));
    server.onRead = () => undefined;
    await server.tell(...pairs(150).map(([name]) => [name, FileChangeType.Changed] as [string, FileChangeType]));
    await server.idle();
    for (const [name] of pairs(150)) assert.deepEqual(server.codes(name), [], name);
  });
});

describe('text of a file in messages', () => {
  it('is shown as it is written', async () => {
    const odd = '<img src onerror> [x](command:evil) $(trash) **b** `c` &amp; \u0007';
    const text = worker.replace('"esb0xmgt"', JSON.stringify(odd)).replaceAll('"esb0xworker"', JSON.stringify(odd + '2'));
    const client = await LanguageClient.start({ 'worker.json': text, 'manager.json': manager }, RICH);
    await client.until('worker.json', ['unknown-manager-service-type']);
    const said = client.diagnostics('worker.json');
    for (const { message, relatedInformation } of said) {
      // A message may be marked as Markdown; it is not.
      assert.equal(typeof message, 'string');
      for (const link of relatedInformation ?? []) assert.equal(typeof link.message, 'string');
    }
    const shown = JSON.stringify(said);
    assert.ok(shown.includes('<img src onerror> [x](command:evil) $(trash) **b** `c` &amp;'), shown);
    for (const { title } of await client.codeActions('worker.json')) assert.equal(typeof title, 'string');
    await client.stop();
  });

  it('is shown neither as an icon nor as a link in VS Code', () => {
    // As VS Code has them in iconLabels.ts and linkedText.ts.
    const icon = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/;
    const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
    for (const text of ['$(trash)', 'a $$(sync~spin) b', '\\$(x)', '[x](command:evil)', '[x](command:evil "y")', '[$(x)](https://x)']) {
      assert.ok(icon.test(text) || link.test(text), text);
      const shown = asPlainText(text);
      assert.ok(!icon.test(shown) && !link.test(shown), shown);
      assert.equal(shown.replaceAll('\u2060', ''), text);
    }
    const status = 'Private PaaS 4.0 · worker · manager: esbmgt (x), same folder';
    assert.equal(asPlainText(status), status);
  });
});
