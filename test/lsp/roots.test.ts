import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { SOUND } from '../support/fixture';
import { Folder, OnDisk } from '../support/onDisk';

const worker = SOUND['worker.json']!;
const manager = SOUND['manager.json']!;
const wrong = worker.replace('"PRIMARY"', '"SECONDARY"');

describe('what is read and what is reported', () => {
  let folder: Folder;
  let server: OnDisk;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => {
    server.stop();
    folder.remove();
  });

  /** What the server shows is this, and a fresh one shows the same. */
  async function expectShown(shown: Record<string, string[]>, why?: string): Promise<void> {
    assert.deepEqual(await server.shown(), shown, why);
    const fresh = await server.fresh();
    assert.deepEqual(await fresh.shown(), shown, `a fresh server${why ? `: ${why}` : ''}`);
    fresh.stop();
  }
  const UNKNOWN = ['unknown-manager-service-type'];
  const WRONG = ['missing-primary'];

  it('a workspace folder leaves while one of its files is open', async () => {
    folder.write({
      'a/worker.json': wrong,
      'a/manager.json': manager,
      'a/deep/other.json': wrong.replaceAll('esb', 'bps'),
      'b/x.json': '{}',
    });
    server = await OnDisk.start(folder, ['a', 'b']);
    await server.open('a/worker.json');
    await server.folders(['a']);
    await expectShown({ 'a/worker.json': WRONG }, 'its folder is still read for it, and nothing else of it is reported');
    await server.close('a/worker.json');
    await expectShown({});
  });

  it('a workspace folder within another one leaves, and is part of that again', async () => {
    folder.write({ 'worker.json': worker, 'in/manager.json': manager, 'in/worker.json': wrong.replaceAll('esb', 'bps') });
    server = await OnDisk.start(folder, ['', 'in']);
    const both = await server.shown();
    await server.folders(['in']);
    await expectShown(await (await server.fresh()).shown());
    await server.folders([], ['in']);
    await expectShown(both);
  });

  it('a .gitignore above the workspace folder counts, and its changes, too', async () => {
    folder.write({ '.gitignore': 'old/\n', 'a/worker.json': wrong, 'a/manager.json': manager, 'a/old/worker.json': wrong });
    fs.mkdirSync(folder.at('.git'));
    server = await OnDisk.start(folder, ['a']);
    await expectShown({ 'a/worker.json': WRONG });
    folder.write({ '.gitignore': 'a/worker.json\n' });
    await server.tell(['.gitignore', 'changed']);
    assert.deepEqual(Object.keys(await server.shown()), ['a/old/worker.json']);
    folder.remove('.gitignore');
    await server.tell(['.gitignore', 'deleted']);
    await expectShown(await (await server.fresh()).shown());
  });

  it('a repository is made of a folder above, and is no more', async () => {
    folder.write({ 'a/worker.json': worker, 'b/manager.json': manager });
    server = await OnDisk.start(folder, ['a']);
    await expectShown({ 'a/worker.json': UNKNOWN });
    fs.mkdirSync(folder.at('.git'));
    await server.tell(['.git', 'created']);
    await expectShown({});
    folder.remove('.git');
    await server.tell(['.git', 'deleted']);
    await expectShown({ 'a/worker.json': UNKNOWN });
  });

  it('a workspace folder is ignored by the repository around it', async () => {
    folder.write({ 'a/worker.json': wrong, 'a/manager.json': manager });
    fs.mkdirSync(folder.at('.git'));
    server = await OnDisk.start(folder, ['a']);
    folder.write({ '.gitignore': 'a/' });
    await server.tell(['.gitignore', 'created']);
    await expectShown({ 'a/worker.json': WRONG });
  });

  it('a repository is made within the workspace', async () => {
    folder.write({ 'a/worker.json': worker, 'manager.json': manager });
    server = await OnDisk.start(folder);
    await expectShown({});
    fs.mkdirSync(folder.at('a/.git'));
    await server.tell(['a/.git', 'created']);
    await expectShown(await (await server.fresh()).shown());
    assert.deepEqual((await server.shown())['a/worker.json'], UNKNOWN);
    folder.remove('a/.git');
    await server.tell(['a/.git', 'deleted']);
    await expectShown({});
  });

  it('the partner of a file outside of all projects comes later', async () => {
    folder.write({ 'a/worker.json': worker });
    server = await OnDisk.start(folder, []);
    await server.open('a/worker.json');
    await expectShown({ 'a/worker.json': UNKNOWN });
    folder.write({ 'a/manager.json': manager });
    await server.tell(['a/manager.json', 'created']);
    await expectShown({});
    folder.remove('a/manager.json');
    await server.tell(['a/manager.json', 'deleted']);
    await expectShown({ 'a/worker.json': UNKNOWN });
  });

  it('a .gitignore comes beside a file outside of all projects', async () => {
    folder.write({ 'a/worker.json': worker, 'a/manager.json': manager });
    server = await OnDisk.start(folder, []);
    await server.open('a/worker.json');
    await expectShown({});
    folder.write({ 'a/.gitignore': 'manager.json' });
    await server.tell(['a/.gitignore', 'created']);
    await expectShown({ 'a/worker.json': UNKNOWN });
  });

  it('events out of a linked folder bring nothing in', async () => {
    folder.write({ 'a/worker.json': worker, 'out/manager.json': manager });
    folder.link('a/link', '../out');
    server = await OnDisk.start(folder, ['a']);
    await expectShown({ 'a/worker.json': UNKNOWN });
    await server.tell(['a/link', 'created'], ['a/link/manager.json', 'created'], ['a/link/manager.json', 'changed']);
    await expectShown({ 'a/worker.json': UNKNOWN });
  });

  it('a folder comes that the walk leaves out', async () => {
    folder.write({ '.gitignore': 'a/\n', 'manager.json': '{}' });
    server = await OnDisk.start(folder);
    folder.write({ 'a/worker.json': wrong, 'node_modules/worker.json': wrong });
    await server.tell(['a', 'created'], ['node_modules', 'created']);
    await expectShown({});
  });

  it('another workspace folder comes in the place of one', async () => {
    folder.write({ 'a/worker.json': wrong, 'a/manager.json': manager });
    server = await OnDisk.start(folder, ['a']);
    await expectShown({ 'a/worker.json': WRONG });
    folder.remove('a');
    folder.write({ 'a/other.json': wrong, 'a/manager.json': manager });
    await server.tell(['a', 'deleted'], ['a', 'created']);
    await expectShown({ 'a/other.json': WRONG });
  });

  it('a folder leaves that is about to be read again', async () => {
    folder.write({ 'a/worker.json': wrong, 'b/x.json': '{}' });
    server = await OnDisk.start(folder, ['a', 'b']);
    folder.write({ 'a/.gitignore': '' });
    await server.tell(['a/.gitignore', 'created']);
    await server.folders(['a']);
    await expectShown({});
  });

  it('a file changes, and its folder is deleted while it is open', async () => {
    folder.write({ 'w/a/manager.json': manager });
    server = await OnDisk.start(folder, ['']);
    await server.open('w/a/manager.json');
    folder.write({ 'w/worker.json': worker, 'w/a/manager.json': '{}' });
    folder.remove('w/a');
    await server.tell(['w/worker.json', 'created'], ['w/a/manager.json', 'changed'], ['w/a', 'deleted']);
    await expectShown({ 'w/worker.json': UNKNOWN });
  });

  it('a link to a file comes, leads to another one, and goes', async () => {
    folder.write({ 'a/worker.json': worker, 'out/manager.json': manager, 'out/other.json': manager.replaceAll('esb', 'bps') });
    server = await OnDisk.start(folder, ['a']);
    folder.link('a/manager.json', '../out/manager.json');
    await server.tell(['a/manager.json', 'created']);
    await expectShown({});
    folder.remove('a/manager.json');
    folder.link('a/manager.json', '../out/other.json');
    await server.tell(['a/manager.json', 'changed']);
    await expectShown(await (await server.fresh()).shown());
    assert.deepEqual((await server.shown())['a/worker.json'], UNKNOWN);
    folder.remove('a/manager.json');
    await server.tell(['a/manager.json', 'deleted']);
    await expectShown({ 'a/worker.json': UNKNOWN });
  });

  it('a link counts in the project in which its target is ignored, and in no other', async () => {
    folder.write({ '.gitignore': 'worker.json\n', 'w/a/worker.json': worker });
    folder.link('w/link.json', 'a/worker.json');
    server = await OnDisk.start(folder, ['', 'w']);
    await server.tell(['w/a/worker.json', 'changed']);
    await expectShown({ 'w/a/worker.json': UNKNOWN });
    await server.folders(['w']);
    await expectShown({ 'w/link.json': UNKNOWN });
  });

  it('a project that is left while it is read again is read as a folder', async () => {
    folder.write({ 'w/worker.json': worker, 'w/manager.json': manager });
    server = await OnDisk.start(folder, ['w'], 'slow');
    await server.open('w/worker.json');
    folder.write({ '.gitignore': '\n', 'w/manager.json': '{}' });
    await server.tell(['.gitignore', 'created']);
    await server.folders(['w']);
    await server.tell(['w/manager.json', 'changed']);
    await expectShown({ 'w/worker.json': UNKNOWN });
  });

  it('a file that is deleted and comes back while it is still being read is there', async () => {
    folder.write({ 'a.json': '{}' });
    server = await OnDisk.start(folder, [''], 'slow');
    folder.write({ 'worker.json': worker });
    await server.tell(['worker.json', 'created']);
    await server.tell(['worker.json', 'deleted'], ['worker.json', 'created']);
    await expectShown({ 'worker.json': UNKNOWN });
  });

  it('the whole project of an opened file is read, and it alone is reported', async () => {
    folder.write({
      'w/worker.json': worker,
      'm/manager.json': manager.replace('"true"', '"x"'),
      'm/worker.json': wrong.replaceAll('esb', 'bps'),
    });
    fs.mkdirSync(folder.at('.git'));
    server = await OnDisk.start(folder, []);
    await server.open('w/worker.json');
    await expectShown({});
    folder.remove('m/manager.json');
    await server.tell(['m/manager.json', 'deleted']);
    await expectShown({ 'w/worker.json': UNKNOWN });
  });
});
