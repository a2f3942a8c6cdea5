import assert from 'node:assert/strict';
import { createColors } from 'picocolors';
import { wantsColors } from '../../server/src/cli/colors';
import { summary } from '../../server/src/cli/reporters/stylish';
import type { ReportedFinding } from '../../server/src/cli/report';
import type { Severity } from '../../server/src/core';
import { CommandLine } from '../support/commandLine';
import { SOUND } from '../support/fixture';

const HINT = "Try 'cartridge-check --help' for more information.\n";
const ESCAPE = '\u001b';

describe('cartridge-check', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());

  describe('on wrong usage', () => {
    const complaint = (...args: string[]) => {
      const { status, stdout, stderr } = cli.run(args);
      assert.deepEqual([status, stdout], [2, ''], stderr);
      return stderr;
    };

    it('prints its name, what is wrong, and how to get help', () => {
      assert.equal(complaint('--unknown'), `cartridge-check: unknown option '--unknown'\n${HINT}`);
      assert.match(complaint('--format', 'xml'), /^cartridge-check: option '--format <format>' argument 'xml' is invalid\./);
      assert.match(complaint('--max-size', 'much'), /^cartridge-check: option '--max-size <size>' argument 'much' is invalid\./);
      assert.equal(complaint('--fxi'), `cartridge-check: unknown option '--fxi'\n(Did you mean --fix?)\n${HINT}`);
    });

    it('shows the given arguments without what a terminal would act on', () => {
      assert.equal(complaint(`--${ESCAPE}[31mx\nno error`), `cartridge-check: unknown option '--\\u001b[31mx\\u000ano error'\n${HINT}`);
      assert.ok(!complaint('--format', `${ESCAPE}]0;x\u0007`).includes(ESCAPE));
      const { status, stderr } = cli.run([`${ESCAPE}[31mx.json`]);
      assert.deepEqual([status, stderr], [2, 'cartridge-check: \\u001b[31mx.json: no such file or folder\n']);
    });
  });

  it('ends with 2, and not with 1 for errors found, when it fails itself', () => {
    cli.write({ ...SOUND, 'fails.cjs': "JSON.stringify = () => { throw new Error('\\u001b[31mbroken'); };" });
    const { status, stdout, stderr } = cli.run(['--format', 'json'], { node: ['--require', cli.path('fails.cjs')] });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^cartridge-check: unexpected error, please report it\nError: \\u001b\[31mbroken\n/);
  });

  it('counts errors, warnings, info and hints by these words', () => {
    const report = (counts: Record<Severity, number>) => {
      const severities = (Object.keys(counts) as Severity[]).flatMap(severity => Array<Severity>(counts[severity]).fill(severity));
      return { version: 1, files: 4, unrecognised: [], findings: severities.map(severity => ({ severity }) as ReportedFinding) } as const;
    };
    assert.equal(
      summary(report({ error: 1, warning: 2, info: 1, hint: 3 }), true, createColors(false)),
      '1 error, 2 warnings, 1 info, 3 hints; 4 definitions checked',
    );
    assert.equal(
      summary(report({ error: 2, warning: 0, info: 2, hint: 1 }), true, createColors(false)),
      '2 errors, 2 info, 1 hint; 4 definitions checked',
    );
    assert.equal(
      summary(report({ error: 0, warning: 0, info: 0, hint: 0 }), true, createColors(false)),
      'No problems, 4 definitions checked',
    );
  });

  describe('prints colours', () => {
    const coloured = (args: string[], env: Record<string, string>) =>
      cli.run(args, { env: { NO_COLOR: '', FORCE_COLOR: '', ...env } }).stdout.includes(ESCAPE);

    it('does not print them into a pipe, not even in CI', () => {
      cli.write(SOUND);
      assert.deepEqual(
        [coloured([], {}), coloured([], { CI: '1' }), coloured([], { CI: 'true', TERM: 'xterm-256color' })],
        [false, false, false],
      );
    });

    it('prints them with --color', () => {
      cli.write(SOUND);
      assert.deepEqual(
        [coloured([], { FORCE_COLOR: '1' }), coloured(['--color'], {}), coloured(['--color'], { NO_COLOR: '1' })],
        [true, true, true],
      );
      assert.deepEqual([coloured(['--no-color'], { FORCE_COLOR: '1' }), coloured([], { FORCE_COLOR: '0' })], [false, false]);
    });

    it('prints them on a terminal that shows them, unless NO_COLOR is set', () => {
      const at = (isTTY: boolean, env: Record<string, string>) => wantsColors(undefined, { isTTY }, env);
      assert.equal(at(true, { TERM: 'xterm' }), true);
      assert.equal(at(true, {}), true);
      assert.equal(at(true, { TERM: 'dumb' }), false);
      assert.equal(at(true, { NO_COLOR: '1' }), false);
      assert.equal(at(true, { NO_COLOR: '' }), true);
      assert.equal(at(true, { FORCE_COLOR: '0' }), false);
      assert.equal(at(true, { NO_COLOR: '1', FORCE_COLOR: '1' }), true);
      assert.equal(at(false, { CI: '1', TERM: 'xterm' }), false);
    });
  });
});
