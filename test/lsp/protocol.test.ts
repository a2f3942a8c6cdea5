import assert from 'node:assert/strict';
import { spawnSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { SOUND } from '../support/fixture';
import { BARE, eventually, LanguageClient, RICH } from '../support/languageClient';

const worker = SOUND['worker.json']!;
const manager = SOUND['manager.json']!;
const without = (text: string, line: RegExp): string =>
  text
    .split('\n')
    .filter(one => !line.test(one))
    .join('\n');
const SERVER = path.resolve(__dirname, '../../../dist/server/main.js');

for (const [profile, capabilities] of [
  ['a client with every capability', RICH],
  ['a client without any capability', BARE],
] as const) {
  describe(`language server with ${profile}`, () => {
    let client: LanguageClient;
    const start = async (files: Record<string, string>, options = {}) =>
      (client = await LanguageClient.start(files, capabilities, options));
    afterEach(async () => assert.equal(await client.stop(), 0));
    const rich = capabilities === RICH;

    it('publishes diagnostics of files that are not open', async () => {
      await start({ 'ec2/worker.json': worker, 'ec2/manager.json': manager.replace('"esb.example.com"', '"esb.example.org"') });
      await client.until('ec2/manager.json', ['worker-host-name-mismatch']);
      const [diagnostic] = client.diagnostics('ec2/manager.json');
      assert.equal(diagnostic!.source, 'cartridge');
      assert.equal(diagnostic!.severity, 2);
      assert.deepEqual(diagnostic!.range, { start: { line: 13, character: 61 }, end: { line: 13, character: 78 } });
      const related = diagnostic!.relatedInformation;
      if (!rich) assert.equal(related, undefined);
      else
        assert.deepEqual(related, [
          {
            location: { uri: client.uri('ec2/worker.json'), range: { start: { line: 4, character: 10 }, end: { line: 4, character: 27 } } },
            message: 'host of "esbworker"',
          },
        ]);
      assert.ok(!client.published.some(({ uri }) => uri === client.uri('ec2/worker.json')), 'and not one word on the sound one');
    });

    it("uses the text of an open document, and the file's again when it is closed", async () => {
      await start({ 'worker.json': worker, 'manager.json': manager });
      await client.open('worker.json');
      await client.type('worker.json', '"esb.example.com"', '"esb.example.org"');
      await client.until('manager.json', ['worker-host-name-mismatch']);
      fs.writeFileSync(path.join(client.folder, 'worker.json'), worker + '\n');
      await client.tellOfFile('worker.json', FileChangeType.Changed);
      await client.settled();
      await client.until('manager.json', ['worker-host-name-mismatch']);
      await client.close('worker.json');
      await client.until('manager.json', []);
    });

    it('publishes with the version of the document, and only when something changed', async () => {
      await start({ 'worker.json': worker, 'manager.json': manager });
      await client.open('worker.json');
      await client.until('worker.json', []);
      await client.type('worker.json', '"PRIMARY"', '"SECONDARY"');
      await client.until('worker.json', ['missing-primary']);
      const last = client.published.findLast(({ uri }) => uri === client.uri('worker.json'))!;
      assert.equal(last.version, client.version('worker.json'));
      const count = client.published.length;
      await client.type('worker.json', 'ami-4b7c2d10', 'ami-4b7c2d11');
      await client.type('worker.json', 'ami-4b7c2d11', 'ami-4b7c2d10');
      await client.settled();
      assert.equal(client.published.length, count);
      await client.type('worker.json', '{', '{\n');
      await eventually(
        () => client.published.length > count,
        () => 'the finding moved and was not published again',
      );
    });

    if (rich)
      it('moves links into a file with its text', async () => {
        await start({ 'worker.json': worker, 'manager.json': manager.replace('"esb.example.com"', '"esb.example.org"') });
        await client.until('manager.json', ['worker-host-name-mismatch']);
        await client.open('worker.json');
        await client.type('worker.json', '{', '{\n\n');
        const line = () => client.diagnostics('manager.json')[0]?.relatedInformation?.[0]?.location.range.start.line;
        await eventually(
          () => line() === 6,
          () => `the link is at line ${line()}`,
        );
      });

    it('follows files that are deleted, created and renamed', async () => {
      await start({ 'ec2/worker.json': worker, 'ec2/manager.json': manager.replace('"esb.example.com"', '"esb.example.org"') });
      await client.until('ec2/manager.json', ['worker-host-name-mismatch']);
      fs.rmSync(path.join(client.folder, 'ec2/manager.json'));
      await client.tellOfFile('ec2/manager.json', FileChangeType.Deleted);
      await client.until('ec2/manager.json', []);
      await client.until('ec2/worker.json', ['unknown-manager-service-type']);
      fs.writeFileSync(path.join(client.folder, 'ec2/new.json'), manager);
      await client.tellOfFile('ec2/new.json', FileChangeType.Created);
      await client.until('ec2/worker.json', []);
      // Of a folder that is gone, only the folder itself is told.
      fs.rmSync(path.join(client.folder, 'ec2'), { recursive: true });
      fs.mkdirSync(path.join(client.folder, 'os'));
      fs.writeFileSync(path.join(client.folder, 'os/worker.json'), worker);
      await client.tellOfFile('ec2', FileChangeType.Deleted);
      await client.tellOfFile('os', FileChangeType.Created);
      await client.until('os/worker.json', ['unknown-manager-service-type']);
    });

    it('offers fixes as code action literals, the only right value preferred', async () => {
      await start({ 'worker.json': worker, 'manager.json': without(manager, /WORKER_SERVICE_TYPE|WORKER_HOST_NAME/) });
      await client.open('manager.json');
      await client.until('manager.json', ['missing-worker-host-name', 'missing-worker-service-type']);
      const actions = await client.codeActions('manager.json');
      assert.deepEqual(
        actions.map(({ title, kind, isPreferred }) => ({ title, kind, isPreferred })),
        [
          { title: 'Insert WORKER_SERVICE_TYPE "esbworker" (type in worker.json)', kind: 'quickfix', isPreferred: true },
          { title: 'Insert WORKER_HOST_NAME "esb.example.com" (host in worker.json)', kind: 'quickfix', isPreferred: true },
          {
            title: 'Insert all missing payload parameters (WORKER_SERVICE_TYPE, WORKER_HOST_NAME)',
            kind: 'quickfix',
            isPreferred: undefined,
          },
        ],
      );
      const edit = actions[2]!.edit!;
      if (rich)
        assert.deepEqual(
          edit.documentChanges!.map(change => 'textDocument' in change && change.textDocument),
          [{ uri: client.uri('manager.json'), version: 1 }],
        );
      else assert.deepEqual(Object.keys(edit.changes!), [client.uri('manager.json')]);
      const mended = client.applied('manager.json', edit);
      assert.equal(
        mended,
        manager
          .replace(/.*WORKER_(SERVICE_TYPE|HOST_NAME).*\n/g, '')
          .replace(
            /(COMMIT_ENABLED.*)\n/,
            '$1,\n    { "name": "payload_parameter.WORKER_SERVICE_TYPE", "value": "esbworker" },\n    { "name": "payload_parameter.WORKER_HOST_NAME", "value": "esb.example.com" }\n',
          ),
      );
      await client.type('manager.json', client.text('manager.json'), mended);
      await client.until('manager.json', []);
      assert.deepEqual(await client.codeActions('manager.json'), []);
    });

    it('offers Fix All only on request', async () => {
      await start({
        'worker.json': worker,
        'manager.json': without(manager, /WORKER_SERVICE_TYPE/).replace('SERIVCE_GROUP', 'SERVICE_GROUP'),
      });
      await client.open('manager.json');
      await client.until('manager.json', ['missing-worker-service-type', 'unread-service-group-spelling']);
      for (const only of ['source.fixAll.cartridge', 'source.fixAll', 'source']) {
        const actions = await client.codeActions('manager.json', undefined, [only]);
        assert.deepEqual(
          actions.map(({ kind }) => kind),
          ['source.fixAll.cartridge'],
        );
        assertMends(actions[0]!.edit!);
      }
      assert.deepEqual(await client.codeActions('manager.json', undefined, ['refactor']), []);

      function assertMends(edit: Parameters<LanguageClient['applied']>[1]) {
        const mended = client.applied('manager.json', edit);
        assert.ok(mended.includes('SERIVCE_GROUP') && mended.includes('"esbworker"'), mended);
      }
    });

    it('ignores JSON that is not a Private PaaS file', async () => {
      await start({ 'package.json': '{ "name": "x", "type": "module" }', 'broken.json': '{ "a": [' });
      await client.open('package.json');
      await client.open('broken.json');
      await client.settled();
      assert.deepEqual(client.published, []);
      assert.deepEqual(await client.codeActions('package.json'), []);
    });

    it('treats two spellings of a uri as one file', async () => {
      await start({ 'größe 1/worker.json': worker, 'größe 1/manager.json': manager });
      const spelled = client.uri('größe 1/worker.json').replace('%C3%B6', 'ö').replace('%C3%9F', 'ß');
      await client.open('größe 1/worker.json', undefined, spelled);
      await client.type('größe 1/worker.json', '"PRIMARY"', '"SECONDARY"');
      await client.until('größe 1/worker.json', ['missing-primary']);
      assert.equal(client.published.at(-1)!.uri, spelled, "in the client's own spelling");
      await client.until('größe 1/manager.json', []);
    });

    it('checks a file outside of every folder with the others of its own folder', async () => {
      await start({});
      const beside = await LanguageClient.start({ 'worker.json': worker, 'manager.json': manager }, BARE);
      await client.open('x', worker.replace('"esbmgt"', '"esbmg"'), beside.uri('worker.json'));
      await eventually(
        () => client.published.some(({ uri, diagnostics }) => uri === beside.uri('worker.json') && diagnostics[0]?.severity === 1),
        () => JSON.stringify(client.published),
      );
      await client.close('x');
      await client.settled();
      assert.deepEqual(client.published.at(-1)!.diagnostics, []);
      await beside.stop();
    });
  });
}

describe('language server', () => {
  let client: LanguageClient;
  afterEach(() => client.stop());

  it('registers watchers if the client can, and announces its capabilities', async () => {
    client = await LanguageClient.start({}, RICH);
    await eventually(
      () => client.registrations.length > 0,
      () => 'nothing was registered',
    );
    assert.deepEqual(
      client.registrations.map(({ method }) => method),
      ['workspace/didChangeWatchedFiles'],
    );
    assert.deepEqual(client.initialized.capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(client.initialized.capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.cartridge'] });
    const { version } = JSON.parse(fs.readFileSync(path.resolve(SERVER, '../../../package.json'), 'utf8')) as { version: string };
    assert.deepEqual(client.initialized.serverInfo, { name: 'cartridge-language-server', version });
  });

  it('registers nothing if the client cannot', async () => {
    client = await LanguageClient.start({ 'worker.json': worker }, BARE);
    await client.until('worker.json', ['unknown-manager-service-type']);
    assert.deepEqual(client.registrations, []);
  });

  it('follows workspace folders that are added and removed', async () => {
    client = await LanguageClient.start({ 'a/worker.json': worker, 'b/manager.json': manager }, RICH);
    await client.settled();
    const folder = (name: string) => ({ uri: URI.file(path.join(client.folder, name)).toString(), name });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder('a')], removed: [folder('.')] },
    });
    await client.until('a/worker.json', ['unknown-manager-service-type']);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder('a')] } });
    await client.until('a/worker.json', []);
  });

  it('reports syntax errors of definitions to clients that do not report them themselves', async () => {
    client = await LanguageClient.start({}, BARE);
    await client.open('x.json', '{ "cartridgeType": "x", "alias": "x", "_a": [ }');
    await client.until('x.json', ['syntax-error']);
    await client.type('x.json', '[', '[]');
    await client.until('x.json', []);
    await client.stop();
    client = await LanguageClient.start({}, BARE, { reportsSyntaxErrors: true });
    await client.open('x.json', '{ "cartridgeType": "x", "alias": "x", "_a": [ }');
    await client.settled();
    assert.deepEqual(client.codes('x.json'), []);
  });

  it('sends the status of a file to clients that show it', async () => {
    client = await LanguageClient.start({ 'ec2/worker.json': worker, 'ec2/manager.json': manager }, RICH, { showsStatus: true });
    await client.open('ec2/worker.json');
    const status = (name: string) => client.statuses.get(client.uri(name));
    await eventually(
      () => status('ec2/worker.json')?.text === 'Private PaaS 4.0 · worker · manager: esbmgt, same folder',
      () => JSON.stringify([...client.statuses]),
    );
    assert.equal(status('ec2/worker.json')!.partner, client.uri('ec2/manager.json'));
    await client.type('ec2/worker.json', '"esbmgt"', '"esb"');
    await eventually(
      () => status('ec2/worker.json')?.text === 'Private PaaS 4.0 · worker · manager: esb, not found',
      () => JSON.stringify([...client.statuses]),
    );
    await client.open('x.json', '{ "serviceGroup": "g" }');
    await eventually(
      () => status('x.json')?.problem !== undefined,
      () => JSON.stringify([...client.statuses]),
    );
    await client.open('package.json', '{ "name": "x" }');
    await client.settled();
    assert.equal(status('package.json'), undefined);
  });

  it('answers requests for unknown documents with nothing, and ignores notifications about them', async () => {
    client = await LanguageClient.start({}, BARE);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///nowhere.json', version: 1 },
      contentChanges: [{ text: 'x' }],
    });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    assert.deepEqual(await client.codeActions('nowhere.json', undefined, ['source.fixAll']), []);
  });
});

describe('cartridge-language-server', () => {
  it('prints its usage when it is started without a transport', () => {
    const { status, stderr } = spawnSync(process.execPath, [SERVER], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /--stdio/);
  });

  it('ends by itself when its client has ended', async () => {
    const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.stdin.end();
    await ended;
  });
});
