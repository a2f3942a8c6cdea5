import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import { SOUND } from '../support/fixture';
import { InProcess, pair, pairs, uri } from '../support/inProcess';

const worker = SOUND['worker.json']!;
const manager = SOUND['manager.json']!;
const wrong = (text: string): string => text.replace('"PRIMARY"', '"SECONDARY"');

describe('an event that fails', () => {
  it('does not stop the events after it', async () => {
    const server = await InProcess.start(pairs(3).map(([name, text]) => [name, wrong(text)]));
    await server.idle();
    assert.deepEqual(server.codes('worker00002.json'), ['missing-primary']);
    server.onRead = file => {
      if (file.endsWith('worker00000.json')) throw new Error('the disk is on fire');
    };
    await server.tell(['worker00000.json', FileChangeType.Changed], ['worker00001.json', FileChangeType.Changed]);
    await server.idle();
    assert.ok(server.log.some(line => line.includes('the disk is on fire')));
    server.files.set(uri('worker00001.json'), pair(1)[0]![1]);
    server.files.delete(uri('worker00002.json'));
    await server.tell(['worker00001.json', FileChangeType.Changed], ['worker00002.json', FileChangeType.Deleted]);
    await server.idle();
    assert.deepEqual(server.codes('worker00001.json'), []);
    assert.deepEqual(server.codes('worker00002.json'), []);
    server.onRead = () => undefined;
    await server.open('worker00000.json');
    await server.change('worker00000.json', { text: pair(0)[0]![1] });
    await server.idle();
    assert.deepEqual(server.codes('worker00000.json'), []);
  });

  it('a group with its name defined twice is added, changed, moved and deleted', async () => {
    const group = '{ "name": "g", "cartridges": ["a"], "groups": [{ "name": "g", "cartridges": ["b"] }] }';
    const server = await InProcess.start([
      ['worker.json', worker],
      ['manager.json', manager],
      ['group.json', group],
    ]);
    await server.idle();
    server.files.set(uri('group.json'), group.replace('"b"', '"c"'));
    await server.tell(['group.json', FileChangeType.Changed]);
    await server.idle();
    server.files.delete(uri('group.json'));
    server.files.set(uri('moved.json'), group);
    await server.tell(['group.json', FileChangeType.Deleted], ['moved.json', FileChangeType.Created]);
    await server.idle();
    server.files.delete(uri('moved.json'));
    server.files.set(uri('worker.json'), wrong(worker));
    await server.tell(['moved.json', FileChangeType.Deleted], ['worker.json', FileChangeType.Changed]);
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), ['missing-primary']);
    assert.deepEqual(server.codes('moved.json'), []);
    assert.deepEqual(
      server.log.filter(line => /fail/i.test(line)),
      [],
    );
  });
});

describe('a document that is opened', () => {
  it('replaces the findings of the file if its text differs', async () => {
    const server = await InProcess.start([
      ['worker.json', wrong(worker)],
      ['manager.json', manager],
    ]);
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), ['missing-primary']);
    await server.open('worker.json', '{}');
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), []);
  });
});

describe('a file that is deleted while it is open', () => {
  it('keeps its findings, and answers no look-up until it is back', async () => {
    const server = await InProcess.start([
      ['worker.json', wrong(worker)],
      ['manager.json', manager],
    ]);
    await server.open('worker.json');
    await server.idle();
    const text = server.files.get(uri('worker.json'))!;
    server.files.delete(uri('worker.json'));
    await server.tell(['worker.json', FileChangeType.Deleted]);
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), ['missing-primary']);
    assert.deepEqual(server.codes('manager.json'), ['unknown-worker-service-type']);
    server.files.set(uri('worker.json'), text);
    await server.tell(['worker.json', FileChangeType.Created]);
    await server.idle();
    assert.deepEqual(server.codes('manager.json'), []);
  });

  it('is deleted for good when it is closed', async () => {
    const server = await InProcess.start([
      ['worker.json', wrong(worker)],
      ['manager.json', manager],
    ]);
    await server.open('worker.json');
    server.files.delete(uri('worker.json'));
    await server.tell(['worker.json', FileChangeType.Deleted]);
    await server.close('worker.json');
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), []);
    assert.deepEqual(server.codes('manager.json'), ['unknown-worker-service-type']);
  });

  it('behaves the same when its folder is deleted as well', async () => {
    const server = await InProcess.start([
      ['a/worker.json', worker],
      ['a/manager.json', manager],
      ['b/worker.json', worker],
    ]);
    await server.open('a/manager.json');
    await server.idle();
    for (const name of ['a/worker.json', 'a/manager.json']) server.files.delete(uri(name));
    await server.tell(['a', FileChangeType.Deleted]);
    await server.idle();
    assert.deepEqual(server.codes('b/worker.json'), ['unknown-manager-service-type']);
  });
});

describe('a folder that cannot be listed', () => {
  it('may hold the partner, so its absence is not reported', async () => {
    const server = await InProcess.start([]);
    server.unlisted.add(uri('b'));
    server.files.set(uri('a/worker.json'), worker);
    await server.tell(['.gitignore', FileChangeType.Changed]);
    await server.idle();
    assert.deepEqual(server.codes('a/worker.json'), []);
    server.unlisted.clear();
    await server.tell(['.gitignore', FileChangeType.Changed]);
    await server.idle();
    assert.deepEqual(server.codes('a/worker.json'), ['unknown-manager-service-type']);
  });
});

describe('what is done for many events and documents', () => {
  it('100,000 events of other files: no folder is walked, and each file is read once', async () => {
    const server = await InProcess.start(pairs(1));
    await server.idle();
    server.forget();
    const names = Array.from({ length: 50_000 }, (_, i) => `d${i % 100}/x${i}.json`);
    const events = names.map(name => [name, FileChangeType.Changed] as [string, FileChangeType]);
    await server.tell(...events, ...events);
    while (server.counted.read.length < names.length) await server.settled();
    await server.idle();
    assert.equal(server.counted.read.length, names.length);
    assert.deepEqual(server.counted.walked, []);
    assert.deepEqual(server.counted.checked, []);
  });

  it('the status is sent for the opened document only', async () => {
    const server = await InProcess.start(pairs(40), { showsStatus: true });
    await server.idle();
    for (let i = 0; i < 40; i++) await server.open(pair(i)[0]![0]);
    await server.idle();
    assert.equal(server.statuses.length, 40);
    server.statuses.length = 0;
    server.forget();
    await server.change('worker00007.json', { text: pair(7)[0]![1].replace('"esb7xmgt"', '"nobody"') });
    await server.idle();
    assert.deepEqual(
      server.statuses.map(({ uri }) => uri),
      [uri('worker00007.json')],
    );
  });
});
