import assert from 'node:assert/strict';
import { CommandLine } from '../support/commandLine';
import { SOUND } from '../support/fixture';

describe('files that are not definitions, on the command line', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());

  it('are named where they were asked for by name', () => {
    cli.write({ ...SOUND, 'package.json': '{ "name": "x" }', 'broken.json': '{ "name": ' });
    const { status, stdout } = cli.run(['package.json', 'broken.json', 'worker.json']);
    assert.deepEqual(
      [status, stdout],
      [
        0,
        'broken.json: not a Private PaaS definition, not checked\n' +
          'package.json: not a Private PaaS definition, not checked\n\n' +
          'No problems, 1 definition checked\n',
      ],
    );
    const report = JSON.parse(cli.run(['package.json', 'worker.json', '--format', 'json']).stdout) as { unrecognised: string[] };
    assert.deepEqual(report.unrecognised, ['package.json']);
  });

  it('are ignored in folders', () => {
    cli.write({ ...SOUND, 'package.json': '{ "name": "x" }' });
    assert.equal(cli.run([]).stdout, 'No problems, 2 definitions checked\n');
  });

  it('are not called free of problems', () => {
    cli.write({ 'package.json': '{ "name": "x" }' });
    assert.deepEqual([cli.run([]).stdout, cli.run([]).status], ['No Private PaaS definitions found\n', 0]);
  });

  it('are not what a path that cannot be read is: there is an error, and no word of success', () => {
    cli.write(SOUND);
    const { status, stdout, stderr } = cli.run(['missing.json']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^cartridge-check: missing\.json: no such file or folder\n$/);
    assert.equal(cli.run(['missing.json', 'worker.json', 'manager.json']).stdout, '2 definitions checked\n');
  });

  it('are none of those that do not parse and would be definitions', () => {
    cli.write({ 'group.json': '{ "name": "outer", "cartridges": ["c1" "c2"] }' });
    const { status, stdout } = cli.run(['group.json']);
    assert.equal(status, 1);
    assert.match(stdout, /syntax-error/);
    assert.doesNotMatch(stdout, /not a Private PaaS definition/);
  });
});
