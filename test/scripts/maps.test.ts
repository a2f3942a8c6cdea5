import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ROOT, script } from '../support/scripts';

const BUNDLES = ['client/extension', 'client/client', 'client/recognition', 'server/main', 'cli/main'];

/** Where a word stands in a text, counted from 1 as V8 counts. */
function placeOf(text: string, word: string): string {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

describe('the source maps', () => {
  let readable: (trace: string) => string;
  before(async () => ({ readable } = await script<{ readable: typeof readable }>('stack.mjs')));

  const bundle = (name: string) => fs.readFileSync(path.join(ROOT, 'dist', `${name}.js`), 'utf8');
  const source = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

  it('of each bundle name files of the repository, and no bundle names its map', () => {
    for (const name of BUNDLES) {
      const { sources } = JSON.parse(source(`dist/maps/${name}.js.map`)) as { sources: string[] };
      // Packages bring maps of their own, to sources that they do not bring.
      const own = sources.filter(file => !/node_modules|^\w+:/.test(file));
      assert.ok(own.length > 0, name);
      for (const file of own)
        assert.ok(/^(client\/src|server\/src|scripts)\//.test(file) && fs.existsSync(path.join(ROOT, file)), `${name}: ${file}`);
      assert.doesNotMatch(bundle(name), /^\/\/[#@] sourceMappingURL=/m, name);
    }
  });

  it('turn a place in a bundle into the place in the source, in every form of a stack trace', () => {
    const word = 'No problems, ';
    const at = placeOf(bundle('cli/main'), word);
    for (const [before, folder, after] of [
      ['    at aB (', '/usr/lib/node_modules/private-paas-cartridges/', ')'],
      ['    at async ', 'file:///home/somebody/', ''],
      ['    at Object.<anonymous> (', 'C:\\Users\\Some Body (work)\\', ')'],
      ['[Error - 10:00:00] it ended (', '/home/somebody/', ')'],
    ]) {
      const separator = folder!.includes('\\') ? '\\' : '/';
      const place = `${folder}${['dist', 'cli', 'main.js'].join(separator)}:${at}`;
      const [, file, line] = /^(\S+?):(\d+):\d+$/.exec(
        readable(before + place + after).slice(before!.length, -after!.length || undefined),
      )!;
      assert.match(source(file!).split('\n')[Number(line) - 1]!, new RegExp(word), `${before}${place}`);
    }
  });

  it('do not change the rest of a trace', () => {
    const trace = 'TypeError: x\n    at f (/home/somebody/dist/other/main.js:1:1)\n    at node:internal/main:28:49\n';
    assert.equal(readable(trace), trace);
  });

  it('show where in the sources a bundle threw', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trace-'));
    try {
      const hook = path.join(folder, 'hook.cjs');
      fs.writeFileSync(hook, "process.stdout.on = () => { throw new Error('on purpose'); };");
      const program = path.join(ROOT, 'dist/cli/main.js');
      const env = { ...process.env, NODE_OPTIONS: '' };
      const { stderr } = spawnSync(process.execPath, ['--require', hook, program], { encoding: 'utf8', env });
      const [, file, line] = /^ {4}at [^\n]*?(server\/src\/\S+?):(\d+):\d+\)$/m.exec(readable(stderr)) ?? assert.fail(stderr);
      assert.equal(file, 'server/src/cli/main.ts');
      assert.match(source(file).split('\n')[Number(line) - 1]!, /process\.stdout\.on\('error'/);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
