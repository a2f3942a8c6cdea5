import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { FileChangeType } from 'vscode-languageserver';
import { canonicalUri } from '../../server/src/lsp/canonicalUri';
import { SOUND } from '../support/fixture';
import { LanguageClient, RICH } from '../support/languageClient';

const large = (text: string, bytes: number): string => text.replace('{', `{ "description": "${'x'.repeat(bytes)}",`);

describe('the language server on files of every sort', () => {
  let client: LanguageClient;
  afterEach(async () => assert.equal(await client.stop(), 0));

  it('reports a file above the limit, open or not, and nothing else in it', async () => {
    const files = { ...SOUND, 'manager.json': large(SOUND['manager.json']!, 3000) };
    client = await LanguageClient.start(files, RICH, { maxFileSize: 2000, showsStatus: true });
    await client.until('manager.json', ['oversized-file']);
    assert.match(client.diagnostics('manager.json')[0]!.message as string, /^The file has 3\.\d KB; the limit is 2 KB/);
    assert.deepEqual(client.codes('worker.json'), [], 'nobody knows what its partner says');

    await client.open('manager.json');
    await client.settled();
    assert.deepEqual(client.codes('manager.json'), ['oversized-file']);
    assert.match([...client.statuses.values()].at(-1)!.problem!, /larger than the size limit/);
    assert.deepEqual(await client.codeActions('manager.json'), []);

    await client.type('manager.json', 'x'.repeat(3000), '');
    await client.until('manager.json', []);
    await client.type('manager.json', '"description": ""', `"description": "${'y'.repeat(2000)}"`);
    await client.until('manager.json', ['oversized-file']);
    await client.close('manager.json');
    await client.settled();
    assert.deepEqual(client.codes('manager.json'), ['oversized-file']);
  });

  it('uses the default limit if the client gives none, or an invalid one', async () => {
    const padded = SOUND['manager.json']! + ' '.repeat(6 * 1024 * 1024);
    client = await LanguageClient.start({ ...SOUND, 'manager.json': padded }, RICH, { maxFileSize: 'x' });
    await client.until('manager.json', ['oversized-file']);
    assert.match(client.diagnostics('manager.json')[0]!.message as string, /the limit is 5 MB/);
  });

  it('reports a file in UTF-16 until it is saved as UTF-8', async () => {
    client = await LanguageClient.start(SOUND, RICH);
    const file = path.join(client.folder, 'manager.json');
    fs.writeFileSync(file, Buffer.from('\ufeff' + SOUND['manager.json'], 'utf16le'));
    await client.tellOfFile('manager.json', FileChangeType.Changed);
    await client.until('manager.json', ['wrong-encoding']);
    assert.deepEqual(client.codes('worker.json'), []);
    fs.writeFileSync(file, SOUND['manager.json']!);
    await client.tellOfFile('manager.json', FileChangeType.Changed);
    await client.until('manager.json', []);
  });

  it('treats a uri that is encoded in another way as the same file', async () => {
    const faulty = SOUND['manager.json']!.replace('"manager"', '"boss"');
    client = await LanguageClient.start({ 'a b(1)/mänager.json': faulty }, RICH);
    await client.until('a b(1)/mänager.json', ['invalid-deployment']);
    const spelled = client.uri('a b(1)/mänager.json').replace('%281%29', '(1)').replace('%C3%A4', 'ä');
    await client.open('a b(1)/mänager.json', faulty, spelled);
    await client.type('a b(1)/mänager.json', '"boss"', '"manager"');
    await client.until('a b(1)/mänager.json', ['unknown-worker-service-type']);
    assert.equal(new Set(client.published.map(({ uri }) => canonicalUri(uri))).size, 1);
  });

  it('keeps running when it gets invalid uris', async () => {
    client = await LanguageClient.start(SOUND, RICH);
    const text = SOUND['manager.json']!;
    for (const uri of ['file:////x//y.json', 'file:///a%00b/c.json', 'file:///%E0%A4%A.json', 'untitled:Untitled-1', '', 'x']) {
      await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: FileChangeType.Created }] });
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
    await client.settled();
    assert.equal(client.process.exitCode, null);
    fs.writeFileSync(path.join(client.folder, 'manager.json'), text.replace('"manager"', '"boss"'));
    await client.tellOfFile('manager.json', FileChangeType.Changed);
    await client.until('manager.json', ['invalid-deployment']);
  });
});
