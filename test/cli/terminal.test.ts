import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { Progress } from '../../server/src/cli/progress';
import { CommandLine } from '../support/commandLine';
import { SOUND } from '../support/fixture';

const faulty = SOUND['manager.json']!.split('\n')
  .filter(line => !line.includes('WORKER_HOST_NAME'))
  .join('\n');

describe('cartridge-check at a terminal', () => {
  describe('shows how far it has come', () => {
    const at = (isTTY: boolean) => {
      const written: string[] = [];
      let now = 0;
      const progress = new Progress({ isTTY, write: text => written.push(text) }, () => now);
      return { progress, written, wait: (ms: number) => void (now += ms) };
    };

    it('in one line, when it takes long, not with every file, and takes the line away', () => {
      const { progress, written, wait } = at(true);
      progress.show('Reading 100 files…');
      wait(300);
      progress.show('Reading 200 files…');
      progress.show('Reading 300 files…');
      wait(100);
      progress.show('Reading 400 files…');
      progress.clear();
      progress.clear();
      assert.deepEqual(written, ['\r\u001b[KReading 200 files…', '\r\u001b[KReading 400 files…', '\r\u001b[K']);
    });

    it('not where it was over soon, and not where there is no terminal', () => {
      const soon = at(true);
      soon.progress.show('Reading 100 files…');
      soon.progress.clear();
      const pipe = at(false);
      pipe.wait(1000);
      pipe.progress.show('Reading 100 files…');
      pipe.progress.clear();
      assert.deepEqual([...soon.written, ...pipe.written], []);
    });
  });

  describe('ends with 130 on Ctrl+C', () => {
    let cli: CommandLine;
    beforeEach(() => (cli = new CommandLine()));
    afterEach(() => cli.remove());

    /** Presses Ctrl+C when a function of `fs` is called for the `count`th time. */
    const interruptAt = (name: string, count: number): string[] => {
      const file = cli.path('interrupts.cjs');
      fs.writeFileSync(
        file,
        `const fs = require('node:fs'); const original = fs.${name}; let count = 0;
         fs.${name} = (...args) => { if (++count === ${count}) process.kill(process.pid, 'SIGINT'); return original(...args); };`,
      );
      return ['--require', file];
    };

    it('while it reads', () => {
      cli.write(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.json`, faulty])));
      const { status, signal, stdout, stderr } = cli.run(['--fix'], { node: interruptAt('openSync', 50) });
      assert.deepEqual({ status, signal, stdout, stderr }, { status: 130, signal: null, stdout: '', stderr: '' });
      assert.equal(cli.read('0.json'), faulty);
    });

    it('while it mends: each file is whole, mended or not, and there is no other', () => {
      const folders = Array.from({ length: 9 }, (_, i) => `f${i}`);
      for (const folder of folders) cli.write({ [`${folder}/worker.json`]: SOUND['worker.json']!, [`${folder}/manager.json`]: faulty });
      const { status, stdout, stderr } = cli.run(['--fix', ...folders], { node: interruptAt('renameSync', 3) });
      assert.deepEqual({ status, stdout, stderr }, { status: 130, stdout: '', stderr: '' });
      const texts = folders.map(folder => cli.read(`${folder}/manager.json`));
      const mended = texts.filter(text => text !== faulty);
      assert.equal(mended.length, 3);
      for (const text of mended) assert.match((JSON.parse(text), text), /WORKER_HOST_NAME/);
      for (const folder of folders) assert.deepEqual(fs.readdirSync(cli.path(folder)).sort(), ['manager.json', 'worker.json']);
    });
  });
});
