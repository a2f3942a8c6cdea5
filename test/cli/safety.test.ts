import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Workspace } from '../../server/src/core';
import { applyFixes } from '../../server/src/cli/fix';
import { CLI, CommandLine } from '../support/commandLine';
import { SOUND } from '../support/fixture';
import { LanguageClient, RICH } from '../support/languageClient';

const REPOSITORY = path.resolve(__dirname, '../../..');
const WATCHDOG = path.join(REPOSITORY, 'test/support/watchdog.cjs');

const without = (text: string, word: string): string =>
  text
    .split('\n')
    .filter(line => !line.includes(word))
    .join('\n');
const faulty = without(SOUND['manager.json']!, 'WORKER_HOST_NAME');
const FAULTY = { ...SOUND, 'manager.json': faulty };

/** What the watchdog wrote down while `task` ran. */
async function watched(task: () => unknown): Promise<string[]> {
  const place = new CommandLine();
  const log = place.path('log');
  fs.writeFileSync(log, '');
  const before = process.env['NODE_OPTIONS'];
  process.env['WATCHDOG'] = log;
  process.env['NODE_OPTIONS'] = `--require ${WATCHDOG}`;
  try {
    await task();
  } finally {
    delete process.env['WATCHDOG'];
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
  }
  const lines = fs.readFileSync(log, 'utf8').split('\n').filter(Boolean);
  place.remove();
  return lines;
}

describe('what runs', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());

  describe('processes, network and writes', () => {
    it('the watchdog of these tests sees processes, network and writes', async () => {
      const acts = [
        "require('child_process').spawnSync('true')",
        "require('net').connect(1).on('error', () => {})",
        "require('http').get('http://127.0.0.1:1').on('error', () => {})",
        "require('dns').lookup('localhost', () => {})",
        "require('fs').writeFileSync('x', '')",
        "require('fs').openSync('y', 'w')",
      ];
      for (const act of acts) {
        const seen = await watched(() => spawnSync(process.execPath, ['-e', act], { cwd: cli.folder }));
        assert.ok(seen.length > 0, act);
      }
    });

    it('the command line starts no process, uses no network and writes no file', async () => {
      cli.write(FAULTY);
      for (const args of [[], ['--format', 'json'], ['manager.json'], ['nowhere'], ['--help']])
        assert.deepEqual(await watched(() => cli.run(args)), [], args.join(' '));
      assert.equal(cli.read('manager.json'), faulty);
    });

    it('--fix writes the files that it fixes, and no other', async () => {
      cli.write(FAULTY);
      const seen = await watched(() => cli.run(['--fix']));
      assert.ok(seen.length > 0 && seen.every(line => /^fs\.\w+ /.test(line)), seen.join('\n'));
      const named = seen.map(line => line.slice(line.indexOf(' ') + 1)).filter(argument => !/^\d+$/.test(argument));
      assert.ok(
        named.every(name => name.startsWith(cli.path('manager.json'))),
        seen.join('\n'),
      );
      assert.notEqual(cli.read('manager.json'), faulty);
      assert.deepEqual(await watched(() => cli.run(['--fix'])), [], 'there is nothing left to mend');
    });

    it('the language server starts no process, uses no network and writes no file', async () => {
      const seen = await watched(async () => {
        const client = await LanguageClient.start(FAULTY, RICH, { showsStatus: true });
        await client.until('manager.json', ['missing-worker-host-name']);
        await client.open('manager.json');
        await client.type('manager.json', '"true"', '"false"');
        await client.codeActions('manager.json');
        await client.codeActions('manager.json', undefined, ['source.fixAll.cartridge']);
        await client.close('manager.json');
        await client.settled();
        assert.equal(await client.stop(), 0);
      });
      assert.deepEqual(seen, []);
    });

    it('the extension has no code for it but the libraries that start the server', () => {
      const requiredBy = (bundle: string) =>
        [...fs.readFileSync(path.join(REPOSITORY, 'dist', bundle), 'utf8').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) =>
          name!.replace('node:', ''),
        );
      const outward = ['http', 'https', 'http2', 'dns', 'dgram', 'tls', 'cluster', 'inspector'];
      for (const bundle of ['client/extension.js', 'client/client.js', 'client/recognition.js', 'server/main.js', 'cli/main.js'])
        assert.deepEqual(
          requiredBy(bundle).filter(name => outward.includes(name)),
          [],
          bundle,
        );
      assert.deepEqual(new Set(requiredBy('client/extension.js')), new Set(['vscode', './client.js', './recognition.js']));
    });
  });

  describe('what --fix writes', () => {
    const linksOut = (make: (target: string, link: string) => void) => () => {
      cli.write({ 'in/worker.json': SOUND['worker.json']!, 'out/manager.json': faulty });
      make(cli.path('out/manager.json'), cli.path('in/manager.json'));
      const { status } = cli.run(['--fix', 'in']);
      assert.equal(cli.read('out/manager.json'), faulty);
      return status;
    };

    it('does not write to a file outside through a link', () => assert.equal(linksOut(fs.symlinkSync)(), 2));
    it('does not write to a file outside through two links', () =>
      assert.equal(
        linksOut((target, link) => {
          fs.symlinkSync(target, cli.path('out/between.json'));
          fs.symlinkSync('../out/between.json', link);
        })(),
        2,
      ));
    it('replaces its own name of a file that has a second name outside', () => {
      assert.equal(linksOut(fs.linkSync)(), 0);
      assert.notEqual(cli.read('in/manager.json'), faulty);
    });
    it('does not write into a folder that is a link', () => {
      cli.write({ 'in/x.txt': '', 'out/worker.json': SOUND['worker.json']!, 'out/manager.json': faulty });
      fs.symlinkSync('../out', cli.path('in/sub'));
      cli.run(['--fix', 'in']);
      assert.equal(cli.read('out/manager.json'), faulty);
      cli.run(['--fix', 'in/sub']);
      assert.notEqual(cli.read('out/manager.json'), faulty, 'it was asked for');
    });

    it('adds no errors where the fixes of all files together would', () => {
      // Each has its role at last, and then asks for the partner that the other one is not.
      cli.write({
        'worker.json': SOUND['worker.json']!.replace('"esbworker"', '"publisher"').replace(
          'payload_parameter.DEPLOYMENT',
          'pyload_parameter.DEPLOYMENT',
        ),
        'manager.json': SOUND['manager.json']!.replace('"esbmgt"', '"keymanager"').replace('payload_parameter.DEPLOYMENT', 'DEPLOYMENT'),
      });
      const errors = () => Number(/^(\d+) errors?\b/m.exec(cli.run(['.']).stdout)?.[1] ?? 0);
      const before = errors();
      cli.run(['--fix', '.']);
      assert.equal(errors(), before);
    });

    const mendAfter = async (meanwhile: () => void): Promise<string[]> => {
      cli.write({ 'in/worker.json': SOUND['worker.json']!, 'in/sub/manager.json': faulty, 'out/manager.json': faulty });
      const workspace = new Workspace();
      const uri = (name: string) => pathToFileURL(cli.path(name)).href;
      workspace.setRoots([uri('in')]);
      for (const name of ['in/worker.json', 'in/sub/manager.json']) workspace.setDiskContent(uri(name), { text: cli.read(name) });
      workspace.update();
      meanwhile();
      const complaints: string[] = [];
      const complain = (_file: string, why: string) => void complaints.push(why);
      await applyFixes(workspace, [uri('in/sub/manager.json')], [cli.path('in')], complain, () => Promise.resolve());
      assert.equal(cli.read('out/manager.json'), faulty);
      return complaints;
    };

    it('fixes the file if nothing else changes it meanwhile', async () => {
      assert.deepEqual(await mendAfter(() => undefined), []);
      assert.notEqual(cli.read('in/sub/manager.json'), faulty);
    });
    it('does not write to a file that has become a link to the outside meanwhile', async () => {
      const complaints = await mendAfter(() => {
        fs.rmSync(cli.path('in/sub/manager.json'));
        fs.symlinkSync('../../out/manager.json', cli.path('in/sub/manager.json'));
      });
      assert.match(complaints.join(), /a link to a file outside/);
    });
    it('does not write into a folder that has become a link meanwhile', async () => {
      const complaints = await mendAfter(() => {
        fs.rmSync(cli.path('in/sub'), { recursive: true });
        fs.symlinkSync('../out', cli.path('in/sub'));
      });
      assert.match(complaints.join(), /a link to a file outside/);
    });
    it('does not write to a file that has been changed or deleted, or has become a folder meanwhile', async () => {
      const file = () => cli.path('in/sub/manager.json');
      assert.match((await mendAfter(() => fs.appendFileSync(file(), '\n'))).join(), /another program changed it/);
      fs.rmSync(file());
      assert.match((await mendAfter(() => (fs.rmSync(file()), fs.mkdirSync(file())))).join(), /another program changed it/);
      fs.rmdirSync(file());
      assert.match((await mendAfter(() => fs.rmSync(file()))).join(), /ENOENT/);
      assert.deepEqual(fs.readdirSync(cli.path('in/sub')), []);
    });
    it('does not write to a read-only file', () => {
      cli.write(FAULTY);
      fs.chmodSync(cli.path('manager.json'), 0o444);
      const { status, stderr } = cli.run(['--fix']);
      assert.equal(status, 2);
      assert.match(stderr, /manager\.json: not fixed: it is read-only\n$/);
      assert.equal(cli.read('manager.json'), faulty);
    });
  });

  describe('text of files', () => {
    const EVIL = [
      '\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u0007',
      '\u009b2J',
      '\r\noverwritten',
      '\u202egnp.exe\u2066',
      '<img src=x onerror=alert(1)>',
      '[x](command:evil)',
      '$(rm -rf /) `id`',
      '\u0000\u0008\u007f\u200b\ufeff',
    ];
    const ACTED_ON = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

    it('is printed without control characters, in messages, fixes, links and names of files', () => {
      for (const [i, word] of EVIL.entries()) {
        const value = JSON.stringify(word);
        const worker = SOUND['worker.json']!.replaceAll('"esbworker"', value).replaceAll('"esbgroup"', value).replace('"wso2"', value);
        const manager = faulty.replaceAll('"esbworker"', value).replace('"esbgroup"', '"other"').replace('"manager"', value);
        const name = word.replace(/[\u0000/]/g, '') || 'x';
        cli.write({
          [`${i}${name}/worker.json`]: worker,
          [`${i}${name}/m${name}.json`]: manager,
          [`${i}${name}/b.json`]: `{ "iaasProvider": ${value} `,
        });
        fs.rmSync(cli.path('gone'), { force: true });
      }
      const { stdout, stderr } = cli.run(['.', 'no\u001b[31mwhere'.replace('\u0000', '')]);
      assert.match(stdout, /\\u001b\[31mred/);
      assert.match(stdout, /<img src=x onerror=alert\(1\)>/);
      assert.match(stderr, /no\\u001b\[31mwhere: no such/);
      assert.doesNotMatch(stdout + stderr, ACTED_ON);

      const asJson = cli.run(['--format', 'json']).stdout;
      assert.doesNotMatch(asJson, ACTED_ON);
      const { findings } = JSON.parse(asJson) as { findings: { file: string; message: string }[] };
      for (const [i] of EVIL.entries()) assert.ok(findings.some(({ file }) => file.startsWith(String(i))));
      assert.ok(
        findings.some(({ file }) => fs.existsSync(cli.path(file)) && file.includes('\u001b')),
        'and names are whole in it',
      );
    });
  });

  it('ends without an error when its output is closed', () => {
    cli.write(FAULTY);
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${CLI}" | true`], { cwd: cli.folder, encoding: 'utf8' });
    assert.equal(stderr, '');
  });
});
