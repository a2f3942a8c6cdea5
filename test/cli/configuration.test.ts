import assert from 'node:assert/strict';
import { RULES, TEXT_RULES } from '../../server/src/core';
import { CommandLine } from '../support/commandLine';
import { SOUND } from '../support/fixture';

const WRONG = { ...SOUND, 'worker.json': SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"') };
const OFF = '{ "rules": { "missing-primary": "off" } }';

describe('the configuration of the command line', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());

  const rules = (...args: string[]) => cli.check(...args).findings.map(({ rule }) => rule);

  it('is that of the project, wherever the check begins', () => {
    cli.write({ '.cartridge-check.json': OFF, ...Object.fromEntries(Object.entries(WRONG).map(([name, text]) => [`a/${name}`, text])) });
    assert.deepEqual([rules(), rules('a'), rules('a/worker.json')], [[], [], []]);
    assert.deepEqual(rules('--no-config'), ['missing-primary']);
  });

  it('is reported where it is not valid, and the rest of it holds', () => {
    cli.write({ ...WRONG, '.cartridge-check.json': '{ "rules": { "missing-primary": "off", "nothing": "off" } }' });
    assert.deepEqual(rules(), ['invalid-configuration']);
  });

  it('is another file with --config', () => {
    cli.write({ ...WRONG, 'other.json': '{ "rules": { "missing-primary": "hint" } }', '.cartridge-check.json': OFF });
    assert.match(cli.run(['--config', 'other.json']).stdout, /hint {2}PRIMARY is missing/);
  });

  it('that --config names stops the check where it is missing or not valid', () => {
    cli.write({ ...SOUND, 'other.json': '{ "rules": { "missing-primry": "off" } }' });
    const { status, stdout, stderr } = cli.run(['--config', 'other.json']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(
      stderr,
      /^cartridge-check: other\.json: rules\.missing-primry: There is no rule "missing-primry"\. .*Use "missing-primary"\.\n$/,
    );
    assert.equal(cli.run(['--config', 'gone.json']).stderr, 'cartridge-check: gone.json: there is no such file\n');
  });

  it('is shown for a file, with the file that each value is from', () => {
    cli.write({
      '.git/HEAD': '',
      '.cartridge-check.json': '{ "rules": { "missing-primary": "off", "same-host": "hint" }, "placeholders": ["#*#"], "dialect": "4.1" }',
      'a/.cartridge-check.json':
        '{ "overrides": [{ "files": ["x.json"], "rules": { "same-host": "warning" } }], "ignore": ["y.json"], "allow": [{ "rule": "same-host", "reason": "r" }], "placeholders": ["%%*"] }',
    });
    const print = (file: string) =>
      JSON.parse(cli.run(['--print-config', file]).stdout) as {
        configurations: string[];
        ignored: boolean;
        rules: Record<string, { severity: string; from: string }>;
        allow: unknown[];
        placeholders: unknown[];
        dialect: unknown;
        maxFileSize: unknown;
      };
    const { configurations, ignored, rules, allow, placeholders, dialect, maxFileSize } = print('a/x.json');
    assert.deepEqual(configurations, ['a/.cartridge-check.json', '.cartridge-check.json']);
    assert.deepEqual(
      [rules['same-host'], rules['missing-primary'], rules['missing-clustering'], ignored],
      [
        { severity: 'warning', from: 'a/.cartridge-check.json' },
        { severity: 'off', from: '.cartridge-check.json' },
        { severity: 'error', from: 'default' },
        false,
      ],
    );
    assert.deepEqual(placeholders, [
      { pattern: '%%*', from: 'a/.cartridge-check.json' },
      { pattern: '#*#', from: '.cartridge-check.json' },
    ]);
    assert.deepEqual(
      [dialect, maxFileSize],
      [
        { value: '4.1', from: '.cartridge-check.json' },
        { value: 5 * 1024 * 1024, from: 'default' },
      ],
    );
    assert.deepEqual(allow, [{ rule: 'same-host', reason: 'r', from: 'a/.cartridge-check.json' }]);
    assert.equal(print('a/y.json').ignored, true);
  });

  it('is none where the file cannot be read', () => {
    cli.write({ ...WRONG, '.cartridge-check.json/x.txt': '', 'folder/x.txt': '' });
    assert.deepEqual(rules(), ['missing-primary']);
    assert.equal(cli.run(['--print-config', 'worker.json']).status, 0);
    const { status, stderr } = cli.run(['--config', 'folder']);
    assert.deepEqual([status, stderr], [2, 'cartridge-check: folder: there is no such file\n']);
  });

  it('sets the limit of size, unless --max-size sets another', () => {
    cli.write({ ...SOUND, '.cartridge-check.json': '{ "maxFileSize": "100 B" }', '!first.json': SOUND['worker.json']! });
    assert.deepEqual([...new Set(rules())], ['oversized-file']);
    assert.deepEqual(rules('--max-size', '1MB', 'worker.json'), ['duplicate-service-type']);
    cli.write({
      '.cartridge-check.json': `{ "maxFileSize": ${6 * 1024 * 1024} }`,
      '!first.json': SOUND['worker.json']! + ' '.repeat(5.5 * 1024 * 1024),
    });
    assert.deepEqual([...new Set(rules())], ['duplicate-service-type'], 'a file that is read before the configuration');
  });

  it('is in the list of all rules', () => {
    cli.write({ '.cartridge-check.json': OFF });
    const { status, stdout } = cli.run(['--rules']);
    assert.equal(status, 0);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map(line => line.split(' ')[0]),
      [...RULES, ...TEXT_RULES].map(({ id }) => id).sort(),
    );
    assert.match(stdout, /^missing-primary +off +\S/m);
    assert.match(stdout, /^same-host +error +\S/m);
  });
});

describe('the page of a rule, on the command line', () => {
  const cli = new CommandLine();
  after(() => cli.remove());

  it('is printed', () => assert.match(cli.run(['--explain', 'missing-primary']).stdout, /^# `missing-primary`\n/));

  it('of an id that no rule has is an error of usage, with the nearest id', () => {
    const { status, stdout, stderr } = cli.run(['--explain', 'missing-primry']);
    assert.deepEqual(
      [status, stdout, stderr],
      [2, '', 'cartridge-check: there is no rule "missing-primry". Did you mean "missing-primary"?\n'],
    );
  });
});
