import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { SOUND } from '../support/fixture';
import { CommandLine } from '../support/commandLine';

const faulty = SOUND['manager.json']!.split('\n')
  .filter(line => !line.includes('WORKER_HOST_NAME'))
  .join('\n');

const rulesOf = (findings: readonly { file: string; rule: string }[]) => findings.map(({ file, rule }) => `${file} ${rule}`);

describe('cartridge-check on files of every sort', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());

  describe('above the limit', () => {
    const large = (bytes: number) => SOUND['manager.json']!.replace('{', `{ "description": "${'x'.repeat(bytes)}",`);

    it('a file of 50 MB is reported once and not read, and its partner is not reported', () => {
      cli.write({ 'worker.json': SOUND['worker.json']!, 'manager.json': SOUND['manager.json']! });
      // Behind its beginning there is nothing but a hole: whoever reads it needs its time and memory.
      fs.truncateSync(cli.path('manager.json'), 50 * 1024 * 1024);
      const { status, files, findings } = cli.check();
      assert.deepEqual(rulesOf(findings), ['manager.json oversized-file']);
      assert.match(findings[0]!.message, /has 50 MB; the limit is 5 MB\. It is not checked/);
      assert.deepEqual([status, files], [0, 1]);
    });

    it('a file that does not look like a definition at its beginning is ignored', () => {
      cli.write({ 'a.json': `{ "a": "${'x'.repeat(2000)}" }`, 'b.json': `{ "a": "${'x'.repeat(70_000)}", "iaasProvider": [] }` });
      assert.deepEqual(cli.check('--max-size', '1KB').findings, []);
    });

    it('the limit can be given in bytes or with a unit', () => {
      cli.write({ 'worker.json': SOUND['worker.json']!, 'manager.json': large(2000) });
      for (const [size, isRead] of [
        ['2000', false],
        ['2KB', false],
        ['2 kb', false],
        ['1.5k', false],
        ['3KB', true],
        ['4000', true],
        ['1M', true],
      ] as const)
        assert.deepEqual(rulesOf(cli.check('--max-size', size).findings), isRead ? [] : ['manager.json oversized-file'], size);
      for (const size of ['', '0', '-1', 'x', '5TB', '1e9']) assert.equal(cli.run(['--max-size', size]).status, 2, size);
    });

    it('a file is not fixed', () => {
      const text = faulty.replace('{', `{ "description": "${'x'.repeat(2000)}",`);
      cli.write({ 'worker.json': SOUND['worker.json']!, 'manager.json': text });
      cli.run(['--fix', '--max-size', '2KB']);
      assert.equal(cli.read('manager.json'), text);
      cli.run(['--fix']);
      assert.notEqual(cli.read('manager.json'), text);
    });
  });

  describe('not in UTF-8', () => {
    const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
    const encodings: Record<string, (text: string) => Buffer> = {
      'UTF-16 LE': text => Buffer.from('\ufeff' + text, 'utf16le'),
      'UTF-16 BE': text => bigEndian('\ufeff' + text),
      'UTF-16 LE without a mark': text => Buffer.from(text, 'utf16le'),
      'UTF-16 BE without a mark': text => bigEndian(text),
      'Latin-1': text => Buffer.from(text.replace('"4.8.1"', '"4.8.1", "description": "für"'), 'latin1'),
      'UTF-8 cut within a letter': text => Buffer.concat([Buffer.from(text.trimEnd()), Buffer.from([0xf0, 0x9f, 0x98])]),
    };
    for (const [title, encode] of Object.entries(encodings)) {
      it(`${title}: is reported once, with nothing else, and never written`, () => {
        const bytes = encode(faulty);
        cli.write({
          'worker.json': SOUND['worker.json']!,
          'manager.json': bytes,
          'other.json': encode('{ "name": "x", "version": "4.8.1" }'),
        });
        const { status, findings } = cli.check('--fix');
        assert.deepEqual(rulesOf(findings), ['manager.json wrong-encoding']);
        assert.match(
          findings[0]!.message,
          title.startsWith('UTF-16') ? /encoded in UTF-16.*Save it as UTF-8/ : /bytes that are not UTF-8.*Save it as UTF-8/,
        );
        assert.equal(status, 1);
        assert.deepEqual(fs.readFileSync(cli.path('manager.json')), bytes);
      });
    }

    it('a replacement character in the text is not reported', () => {
      cli.write({ ...SOUND, 'manager.json': SOUND['manager.json']!.replace('"4.8.1"', '"4.8.1", "description": "\ufffd"') });
      assert.deepEqual(cli.check().findings, []);
    });
  });

  describe('that are not regular files', () => {
    it('pipes, sockets and circular links in a folder are skipped', () => {
      cli.write({ ...SOUND, 'sub/x.txt': '' });
      fs.symlinkSync('self.json', cli.path('self.json'));
      fs.symlinkSync('b.json', cli.path('a.json'));
      fs.symlinkSync('a.json', cli.path('b.json'));
      fs.symlinkSync('nowhere', cli.path('broken.json'));
      fs.symlinkSync('../sub', cli.path('sub/up'));
      fs.symlinkSync('x'.repeat(255) + '/y', cli.path('long.json'));
      fs.mkdirSync(cli.path('folder.json'));
      assert.equal(spawnSync('mkfifo', [cli.path('pipe.json')]).status, 0);
      fs.symlinkSync('pipe.json', cli.path('to-pipe.json'));
      const { status, stderr, files, findings } = cli.check();
      assert.deepEqual({ status, stderr, files, findings }, { status: 0, stderr: '', files: 2, findings: [] });
    });

    it('pipes, sockets and circular links that are named are reported', () => {
      cli.write(SOUND);
      assert.equal(spawnSync('mkfifo', [cli.path('pipe.json')]).status, 0);
      fs.symlinkSync('self.json', cli.path('self.json'));
      for (const [name, why] of [
        ['pipe.json', /pipe\.json: not a file or folder/],
        ['self.json', /self\.json: ELOOP/],
        ['x'.repeat(300), /ENAMETOOLONG/],
        ['worker.json/x', /ENOTDIR/],
      ] as const) {
        const { status, stderr, files } = cli.check('manager.json', name);
        assert.deepEqual([status, files], [2, 1]);
        assert.match(stderr, why);
      }
    });
  });

  it('a file name may have any characters', () => {
    const names = [
      'a b',
      'a#b',
      'a%b',
      'a%20b',
      'a?b',
      'größe',
      '文件',
      '😀',
      'a\nb',
      "a'b",
      'a"b',
      'a\\b',
      'a:b',
      '-a',
      'a;b&c',
      '[a]',
      'a\tb',
    ];
    cli.write(Object.fromEntries(names.map(name => [`${name}/${name}.json`, faulty])));
    const { status, stderr, files, findings } = cli.check('--fix');
    assert.deepEqual([status, stderr, files], [0, '', names.length]);
    assert.deepEqual(new Set(findings.map(({ file }) => file)), new Set(names.map(name => `${name}/${name}.json`)));
    for (const name of names) assert.equal(cli.check('--', `${name}/${name}.json`).files, 1, name);
  });

  it('a file that cannot be read is reported, and the others are checked', () => {
    cli.write({ ...SOUND, 'x.json': '{}' });
    cli.write({
      'fails.cjs':
        "const fs = require('node:fs'); const open = fs.openSync;" +
        "fs.openSync = (file, ...rest) => { if (String(file).endsWith('x.json')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }); return open(file, ...rest); };",
    });
    const { status, stdout, stderr } = cli.run([], { node: ['--require', cli.path('fails.cjs')] });
    assert.match(stderr, /x\.json: cannot be read: EACCES: permission denied\n$/);
    assert.deepEqual([status, stdout], [2, '2 definitions checked\n']);
  });

  it('a file that is deleted between listing and reading is ignored', () => {
    cli.write({ ...SOUND, 'x.json': '{ "iaasProvider": [' });
    cli.write({
      'removes.cjs':
        "const fs = require('node:fs'); const open = fs.openSync;" +
        "fs.openSync = (file, ...rest) => { if (String(file).endsWith('x.json')) fs.rmSync(file); return open(file, ...rest); };",
    });
    const { status, stdout, stderr } = cli.run([], { node: ['--require', cli.path('removes.cjs')] });
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: 'No problems, 2 definitions checked\n', stderr: '' });
  });
});
