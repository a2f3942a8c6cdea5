import assert from 'node:assert/strict';
import { InProcess, pair, pairs, uri } from '../support/inProcess';
import { eventually, LanguageClient, RICH } from '../support/languageClient';
import { ROOT } from '../support/workspace';

const SHOWS = { ...RICH, window: { workDoneProgress: true } };
const wrong = (text: string): string => text.replace('"PRIMARY"', '"SECONDARY"');

describe('the progress of indexing', () => {
  it('begins, counts and ends, in a client that shows it', async () => {
    const client = await LanguageClient.start(Object.fromEntries(pairs(3000)), SHOWS);
    const shown = () => [...client.progress.values()].flat();
    await eventually(
      () => shown().at(-1)?.kind === 'end',
      () => JSON.stringify(shown()),
    );
    assert.equal(client.progress.size, 1);
    const [begin, ...reports] = shown().slice(0, -1);
    assert.ok(begin?.kind === 'begin' && begin.title === 'Indexing cartridges' && begin.cancellable === true);
    assert.ok(reports.length < 6000 / 100, 'fewer than slices');
    const counts = [begin, ...reports].map(one => Number(one.kind !== 'end' && one.message?.replace(/,| files$/g, '')));
    assert.ok(counts[0]! > 500 && counts.every((count, i) => i === 0 || count > counts[i - 1]!), String(counts));
    assert.equal(await client.stop(), 0);
  });

  it('is not shown for a small workspace, or by a client that cannot show it', async () => {
    for (const [count, workDoneProgress] of [
      [250, true],
      [1000, false],
    ] as const) {
      const server = await InProcess.start(pairs(count), { capabilities: { window: { workDoneProgress } } });
      await server.idle();
      assert.equal(server.counted.read.length, 2 * count);
      assert.equal(server.progress.size, 0);
    }
  });

  it('is one for several folders', async () => {
    const roots = [uri('a'), uri('b')];
    const server = await InProcess.start([...pairs(1000, 'a/'), ...pairs(1000, 'b/')], {
      roots,
      capabilities: { window: { workDoneProgress: true } },
    });
    await server.idle();
    assert.equal(server.counted.read.length, 4000);
    const [[first, ...rest], ...others] = [...server.progress.values()] as [string[], ...string[][]];
    assert.deepEqual([first, rest.at(-1), others], ['begin', 'end', []]);
  });

  it('does not stop indexing if the client refuses to show it', async () => {
    const server = await InProcess.start(
      pairs(1000).map(([name, text]) => [name, wrong(text)]),
      {
        capabilities: { window: { workDoneProgress: true } },
        onProgress() {
          throw new Error('no');
        },
      },
    );
    await server.idle();
    assert.equal(server.published.length, 2000);
    assert.deepEqual(server.log, []);
  });

  it('can be cancelled: what was not read stays unknown, an opened file is seen with its folder, and it can begin again', async () => {
    let isPatient = false;
    const server = await InProcess.start([...pairs(2000, 'a/'), ...pair(0, 'z/'), ...pair(1, 'z/')], {
      capabilities: { window: { workDoneProgress: true } },
      onProgress(token, kind) {
        if (kind === 'begin' && !isPatient) void this.client.sendNotification('window/workDoneProgress/cancel', { token });
      },
    });
    await server.idle();
    assert.deepEqual(
      [...server.progress.values()].map(kinds => [kinds[0], kinds.at(-1), kinds.length < 40]),
      [['begin', 'end', true]],
    );
    assert.ok(server.counted.read.length < 4000, `${server.counted.read.length} files were read`);
    assert.deepEqual(server.published, [], 'nothing is said of what may be in files that were not read');
    server.forget();
    // Its partner is in its folder, and of the other one nobody knows whether it is somewhere else.
    await server.open('z/worker00000.json', pair(0)[0]![1].replace('"host": "esb', '"host": "other'));
    await server.open('z/worker00001.json', pair(1)[0]![1].replace('"esb1xmgt"', '"nobody"'));
    await server.idle();
    assert.ok(server.counted.listed.every(folder => folder === uri('z')) && server.counted.listed.length === 2);
    assert.deepEqual(server.codes('z/manager00000.json'), ['worker-host-name-mismatch']);
    assert.ok(!server.codes('z/worker00001.json').includes('unknown-manager-service-type'));
    server.forget();
    isPatient = true;
    await server.folders([uri('elsewhere')]);
    await server.idle();
    assert.deepEqual([...server.counted.walked].sort(), [ROOT, uri('elsewhere')].sort());
    assert.equal(server.counted.read.length, 4002);
    assert.ok(server.codes('z/worker00001.json').includes('unknown-manager-service-type'), String(server.codes('z/worker00001.json')));
    assert.deepEqual(
      [...server.progress.values()].map(kinds => [kinds[0], kinds.at(-1)]),
      [
        ['begin', 'end'],
        ['begin', 'end'],
      ],
    );
  });
});
