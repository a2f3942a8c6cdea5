import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { CommandLine } from '../support/commandLine';
import { SOUND } from '../support/fixture';

const worker = SOUND['worker.json']!;
const manager = SOUND['manager.json']!;
const wrong = worker.replace('"PRIMARY"', '"SECONDARY"');

describe('which files cartridge-check reads', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());
  const found = (...args: string[]) =>
    cli
      .check(...args)
      .findings.map(({ file, rule }) => `${file.split('/').at(-1)} ${rule}`)
      .sort();

  describe('a project', () => {
    beforeEach(() => {
      fs.mkdirSync(cli.path('.git'));
      cli.write({ 'w/worker.json': worker, 'm/manager.json': manager });
    });

    it('is looked up as a whole, whatever part of it is asked for', () => {
      for (const asked of ['.', 'w', 'w/worker.json', 'm']) assert.deepEqual(found(asked), [], asked);
      fs.rmSync(cli.path('m/manager.json'));
      for (const asked of ['.', 'w', 'w/worker.json']) assert.deepEqual(found(asked), ['worker.json unknown-manager-service-type'], asked);
    });

    it('is reported only as far as it was asked for', () => {
      cli.write({ 'w/worker.json': wrong, 'm/other.json': wrong.replaceAll('esb', 'other') });
      const { files, findings } = cli.check('w');
      assert.equal(files, 1);
      assert.deepEqual(new Set(findings.map(({ file }) => file.split('/').at(-1))), new Set(['worker.json']));
    });

    it('does not reach into a repository within it', () => {
      cli.write({ 'm/manager.json': '{}', 'inner/manager.json': manager, 'inner/worker.json': wrong });
      fs.mkdirSync(cli.path('inner/.git'));
      assert.deepEqual(found('w'), ['worker.json unknown-manager-service-type']);
      assert.deepEqual(found('.'), ['worker.json missing-primary', 'worker.json unknown-manager-service-type'], 'asked for, both are read');
    });

    it('begins at the outermost .cartridge-check.json where there is no repository', () => {
      fs.rmSync(cli.path('.git'), { recursive: true });
      assert.deepEqual(found('w'), ['worker.json unknown-manager-service-type']);
      cli.write({ '.cartridge-check.json': '{}', 'w/.cartridge-check.json': '{}' });
      assert.deepEqual(found('w'), []);
    });

    it('is written to only as far as it was asked for', () => {
      const faulty = manager.replace('"payload_parameter.CLUSTERING"', '"payload_parameter.CLUSTERIN"');
      cli.write({ 'm/manager.json': faulty });
      cli.run(['--fix', 'w']);
      assert.equal(cli.read('m/manager.json'), faulty);
      cli.run(['--fix', 'm']);
      assert.notEqual(cli.read('m/manager.json'), faulty);
    });
  });

  describe('links', () => {
    it('a file outside with two links to it is checked once, and is not a duplicate', () => {
      cli.write({ 'out/worker.json': wrong, 'out/manager.json': manager, 'in/manager.json': manager });
      fs.symlinkSync('../out/worker.json', cli.path('in/a.json'));
      fs.symlinkSync('../out/worker.json', cli.path('in/b.json'));
      assert.deepEqual(found('in'), ['a.json missing-primary']);
    });

    it('a link to an ignored file is checked by the name of the link', () => {
      cli.write({ 'in/.gitignore': 'hidden/', 'in/hidden/worker.json': wrong, 'in/manager.json': manager });
      fs.symlinkSync('hidden/worker.json', cli.path('in/a.json'));
      assert.deepEqual(found('in'), ['a.json missing-primary']);
    });

    it('a link to a file that is checked anyway adds nothing', () => {
      cli.write({ 'in/worker.json': wrong, 'in/manager.json': manager });
      fs.symlinkSync('worker.json', cli.path('in/a.json'));
      assert.deepEqual(found('in'), ['worker.json missing-primary']);
    });

    it('a fix is not written through a link to a file that was not asked for', () => {
      cli.write({ 'b/real.json': wrong, 'b/manager.json': manager, 'a/manager.json': manager });
      fs.mkdirSync(cli.path('.git'));
      fs.symlinkSync('../b/real.json', cli.path('a/link.json'));
      cli.run(['--fix', 'a']);
      assert.equal(cli.read('b/real.json'), wrong);
    });
  });

  it('a name that is not UTF-8 is reported, and the other files are checked', function () {
    cli.write({ 'worker.json': wrong, 'manager.json': manager });
    try {
      fs.writeFileSync(Buffer.concat([Buffer.from(cli.path('b')), Buffer.from([0xff]), Buffer.from('.json')]), worker);
    } catch {
      this.skip();
    }
    const { status, stderr, findings } = cli.check('.');
    assert.equal(status, 2);
    assert.match(stderr, /its name is not valid UTF-8/);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['missing-primary'],
    );
  });

  describe('endless files', () => {
    const gitignores: [string, (file: string) => void][] = [
      ['a link to a device', file => fs.symlinkSync('/dev/zero', file)],
      ['a pipe', file => execFileSync('mkfifo', [file])],
      ['a folder', file => fs.mkdirSync(file)],
    ];
    for (const [what, make] of gitignores)
      it(`a .gitignore that is ${what} is ignored`, function () {
        if (process.platform === 'win32') this.skip();
        cli.write({ 'worker.json': wrong, 'manager.json': manager });
        make(cli.path('.gitignore'));
        assert.deepEqual(found('.'), ['worker.json missing-primary']);
      });

    it('a link to an endless file is read no further than the limit', function () {
      if (!fs.existsSync('/proc/self/pagemap')) this.skip();
      cli.write({ 'worker.json': wrong, 'manager.json': manager });
      fs.symlinkSync('/proc/self/pagemap', cli.path('x.json'));
      assert.deepEqual(found('.'), ['worker.json missing-primary']);
    });
  });
});
