import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import { InProcess, pair, pairs, uri } from '../support/inProcess';
import { ROOT } from '../support/workspace';

const each = (uris: readonly string[]): string[] => [...uris].sort();
const once = (uris: readonly string[], why: string) => assert.equal(new Set(uris).size, uris.length, why);
const wrong = (text: string): string => text.replace('"PRIMARY"', '"SECONDARY"');

describe('what is read and checked for an event', () => {
  it('the beginning: every file is read once and checked once', async () => {
    const server = await InProcess.start(pairs(1000));
    await server.idle();
    assert.deepEqual(each(server.counted.read), each([...server.files.keys()]));
    assert.deepEqual(each(server.counted.checked), each([...server.files.keys()]));
    assert.deepEqual(server.published, []);
  });

  it('opening a file while the workspace is read: its folder comes first', async () => {
    const server = await InProcess.start([...pairs(2000, 'a/'), ...pairs(3, 'z/')]);
    await server.open('z/worker00001.json', wrong(pair(1)[0]![1]));
    while (server.published.length === 0) await server.settled();
    assert.deepEqual(server.counted.listed, [uri('z')]);
    assert.deepEqual(each(server.counted.read.filter(file => file.startsWith(uri('z/')))), [
      uri('z/manager00000.json'),
      uri('z/manager00001.json'),
      uri('z/manager00002.json'),
      uri('z/worker00000.json'),
      uri('z/worker00002.json'),
    ]);
    assert.ok(server.counted.read.length < 2000, 'and not behind all others');
    assert.deepEqual(server.codes('z/worker00001.json'), ['missing-primary']);
    await server.idle();
  });

  it('opening a file of a workspace that was read: nothing is read, and nothing checked again but the file', async () => {
    const server = await InProcess.start(pairs(300));
    await server.idle();
    server.forget();
    await server.open('worker00007.json');
    await server.idle();
    assert.deepEqual(server.counted, { read: [], listed: [], walked: [], checked: [] });
    await server.open('worker00008.json', wrong(pair(8)[0]![1]));
    await server.idle();
    assert.deepEqual(server.counted.read, []);
    assert.deepEqual(each(server.counted.checked), each([uri('manager00008.json'), uri('worker00008.json')]));
  });

  it('a keystroke: nothing is read, and one file is checked; two if the partner depends on it', async () => {
    const server = await InProcess.start(pairs(300));
    await server.open('worker00007.json');
    await server.idle();
    server.forget();
    const text = pair(7)[0]![1];
    await server.change('worker00007.json', { text: text.replace('"proxyPort": 443', '"proxyPort": 444') });
    await server.idle();
    assert.deepEqual(server.counted, { read: [], listed: [], walked: [], checked: [uri('worker00007.json')] });
    server.forget();
    await server.change('worker00007.json', { text: text.replace('"host": "esb', '"host": "other') });
    await server.idle();
    assert.deepEqual(each(server.counted.checked), each([uri('manager00007.json'), uri('worker00007.json')]));
    assert.deepEqual(server.counted.read, []);
    assert.deepEqual(
      server.published.map(one => [one.uri, one.version, one.diagnostics.length]),
      [[uri('manager00007.json'), undefined, 1]],
    );
  });

  it('an event of a file: that file is read', async () => {
    const server = await InProcess.start(pairs(300));
    await server.idle();
    server.forget();
    server.files.set(uri('worker00007.json'), wrong(pair(7)[0]![1]));
    await server.tell(['worker00007.json', FileChangeType.Changed]);
    await server.idle();
    assert.deepEqual(server.counted.read, [uri('worker00007.json')]);
    assert.deepEqual(server.codes('worker00007.json'), ['missing-primary']);
    assert.equal(server.counted.walked.length + server.counted.listed.length, 0);
  });

  for (const [files, name, notifications, debounce] of [
    [10_000, 'in one message', 1, 0],
    [2000, 'in ten messages', 10, 1000],
    [2000, 'in a thousand messages', 1000, 1000],
  ] as const)
    it(`${files} files that change ${name}: each is read once, checked once and published once`, async () => {
      const server = await InProcess.start(pairs(files / 2), { debounce });
      await server.idle();
      assert.equal(server.counted.checked.length, files);
      server.forget();
      // Of each pair the worker is wrong now, and the manager differs by a blank.
      for (const [file, text] of server.files) server.files.set(file, file.includes('worker') ? wrong(text) : text + '\n');
      const all = [...server.files.keys()];
      const size = all.length / notifications;
      for (let i = 0; i < notifications; i++)
        void server.tell(...all.slice(i * size, (i + 1) * size).map(file => [file, FileChangeType.Changed] as [string, FileChangeType]));
      let answers = 0;
      while (server.published.length === 0) {
        await server.settled();
        answers++;
      }
      assert.ok(answers > 10, `answered ${answers} requests meanwhile`);
      while (server.published.length < files / 2) await server.settled();
      await server.idle();
      assert.deepEqual(each(server.counted.read), each(all));
      once(server.counted.checked, 'checked once');
      once(
        server.published.map(one => one.uri),
        'published once',
      );
      assert.equal(server.published.length, files / 2);
    });

  it('10,000 files that are deleted: none is read', async () => {
    const server = await InProcess.start(pairs(5000).map(([name, text]) => [name, wrong(text)]));
    await server.idle();
    server.forget();
    const all = [...server.files.keys()];
    server.files.clear();
    await server.tell(...all.map(file => [file, FileChangeType.Deleted] as [string, FileChangeType]));
    await server.idle();
    assert.deepEqual(server.counted.read, []);
    assert.deepEqual(server.counted.checked, []);
    assert.equal(server.published.length, 10_000);
    assert.ok(server.published.every(({ diagnostics }) => diagnostics.length === 0));
  });

  it('many events of one file: it is read once, and the last one counts', async () => {
    const server = await InProcess.start(pairs(2));
    await server.idle();
    server.forget();
    const name = 'worker00000.json';
    await server.tell([name, FileChangeType.Changed], [name, FileChangeType.Deleted], [name, FileChangeType.Created]);
    await server.idle();
    assert.deepEqual(server.counted.read, [uri(name)]);
    assert.deepEqual(server.published, []);
    server.files.delete(uri(name));
    server.forget();
    await server.tell([name, FileChangeType.Created], [name, FileChangeType.Changed], [name, FileChangeType.Deleted]);
    await server.idle();
    assert.deepEqual(server.counted.read, []);
    assert.deepEqual(server.codes('manager00000.json'), ['unknown-worker-service-type']);
  });

  it('another .gitignore, or none: the folder is walked once, however much came with it', async () => {
    const server = await InProcess.start(pairs(20));
    await server.idle();
    for (const type of [FileChangeType.Changed, FileChangeType.Deleted] as const) {
      server.forget();
      const others = [...server.files.keys()].map(file => [file, FileChangeType.Changed] as [string, FileChangeType]);
      await server.tell(['.gitignore', type], ...others, ['a/.gitignore', type]);
      await server.idle();
      assert.deepEqual(server.counted.walked, [ROOT]);
      assert.deepEqual(each(server.counted.read), each([...server.files.keys()]));
    }
  });

  it('files of a renamed folder are found before the deletion of the old one is reported', async () => {
    const server = await InProcess.start(pairs(1, 'a/').map(([name, text]) => [name, wrong(text)]));
    await server.idle();
    server.forget();
    for (const [name, text] of pairs(1, 'a/')) server.files.set(uri(name), text);
    await server.tell(
      ['a/worker00000.json', FileChangeType.Created],
      ['a/manager00000.json', FileChangeType.Created],
      ['a', FileChangeType.Deleted],
    );
    await server.idle();
    assert.deepEqual(each(server.counted.read), each([...server.files.keys()]));
    assert.deepEqual(server.codes('a/worker00000.json'), []);
    server.files.delete(uri('a/worker00000.json'));
    await server.tell(['a/worker00000.json', FileChangeType.Deleted]);
    await server.idle();
    assert.deepEqual(server.codes('a/manager00000.json'), ['unknown-worker-service-type'], 'and the other one is known');
  });

  for (const order of [
    [0, 1],
    [1, 0],
  ] as const)
    it(`a file renamed by case only is one file, with its ${order[0] === 0 ? 'deletion' : 'creation'} reported first`, async () => {
      const server = await InProcess.start(pair(0).map(([name, text]) => [name, wrong(text)]));
      await server.idle();
      assert.deepEqual(server.codes('worker00000.json'), ['missing-primary']);
      server.files.set(uri('Worker00000.json'), server.files.get(uri('worker00000.json'))!);
      server.files.delete(uri('worker00000.json'));
      const events: [string, FileChangeType][] = [
        ['worker00000.json', FileChangeType.Deleted],
        ['Worker00000.json', FileChangeType.Created],
      ];
      await server.tell(...order.map(i => events[i as number]!));
      await server.idle();
      assert.deepEqual(server.codes('worker00000.json'), []);
      assert.deepEqual(server.codes('Worker00000.json'), ['missing-primary'], 'and no second one of its service type');
    });

  it('a folder that is removed while it is read is read no further, and its files are forgotten', async () => {
    const server = await InProcess.start([...pairs(1000, 'a/').map(([name, text]) => [name, wrong(text)] as const), ...pairs(1)]);
    while (server.counted.read.length === 0) await server.settled();
    await server.folders([], [ROOT]);
    await server.idle();
    assert.ok(server.counted.read.length < 1000, `${server.counted.read.length} files were read`);
    assert.deepEqual(server.published, []);
    await server.open('worker00000.json', pair(0)[0]![1].replace('"esb0xmgt"', '"nobody"'));
    await server.idle();
    assert.ok(server.codes('worker00000.json').includes('unknown-manager-service-type'), 'its own folder is all there is, and known');
  });

  it('in a folder outside of the workspace that is too large to be read, a file that is missing may be there', async () => {
    const server = await InProcess.start(pairs(200), { roots: [] });
    await server.open('worker00007.json');
    await server.idle();
    assert.ok(!server.counted.read.includes(uri('manager00007.json')), 'its manager is not among those that were read');
    assert.deepEqual(server.codes('worker00007.json'), []);
  });

  it('what an inner folder had not read when it was removed is read for the outer one', async () => {
    const inner = `${ROOT}/inner`;
    const server = await InProcess.start([...pairs(1), ...pairs(500, 'inner/').map(([name, text]) => [name, wrong(text)] as const)]);
    await server.idle();
    await server.folders([inner]);
    server.forget();
    while (server.counted.read.length === 0) await server.settled();
    await server.folders([], [inner]);
    await server.idle();
    server.forget();
    await server.tell(['inner/worker00499.json', FileChangeType.Changed]);
    await server.idle();
    server.files.delete(uri('inner/worker00499.json'));
    await server.tell(['inner/worker00499.json', FileChangeType.Deleted]);
    await server.idle();
    assert.ok(
      server.codes('inner/manager00499.json').includes('unknown-worker-service-type'),
      String(server.codes('inner/manager00499.json')),
    );
  });
});
