import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import { isIgnored, parseIgnoreFile } from '../../server/src/node/gitignore';

const FOLDER = path.resolve('/repository');

/** Whether a file is ignored, or a folder above it. */
function isOut(patterns: readonly string[], file: string, folder = FOLDER): boolean {
  const ignores = [{ folder, patterns: parseIgnoreFile(patterns.join('\n') + '\n') }];
  const names = file.split('/');
  return names.some((_, i) => isIgnored(path.join(folder, ...names.slice(0, i + 1)), i < names.length - 1, ignores));
}

describe('a .gitignore file', () => {
  const cases: [patterns: string[], ignored: string[], not: string[]][] = [
    [['*.json'], ['a.json', 'x/a.json'], ['a.jsonc']],
    [['/a.json'], ['a.json'], ['x/a.json']],
    [['x/a.json'], ['x/a.json'], ['y/x/a.json']],
    [['build/'], ['build/a.json', 'x/build/a.json'], ['build']],
    [['**/build'], ['build', 'x/y/build'], ['builds']],
    [['x/**'], ['x/a', 'x/y/a'], ['y/x/a']],
    [['x/**/a'], ['x/a', 'x/y/z/a'], ['a']],
    [['*.json', '!keep.json'], ['a.json'], ['keep.json']],
    [['x/', '!x/keep.json'], ['x/keep.json'], ['y/keep.json']],
    [
      ['# a comment', '\\#a', 'b  '],
      ['#a', 'b'],
      ['# a comment', 'b  '],
    ],
    // git takes no path apart: these parts find nothing.
    [['a/[!a]/..', 'a/./*', './*'], [], ['a', 'a/b', 'b']],
    [
      ['[a-c].json', '[!a]x'],
      ['b.json', 'bx'],
      ['d.json', 'ax'],
    ],
  ];
  for (const [patterns, ignored, not] of cases)
    it(patterns.join('  '), () => {
      for (const file of ignored) assert.equal(isOut(patterns, file), true, file);
      for (const file of not) assert.equal(isOut(patterns, file), false, file);
    });

  it('with sixty stars in each pattern takes no longer than others', () => {
    const hostile = [`${'**/a/'.repeat(60)}b`, `${'*a'.repeat(60)}b`];
    assert.equal(isOut(hostile, Array<string>(60).fill('a').join('/')), false);
    assert.equal(isOut(hostile, 'a'.repeat(200)), false);
  });
});

describe('git', () => {
  let folder: string;
  before(function () {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gitignore-'));
    // Without git there is nothing to compare with.
    if (spawnSync('git', ['init', '-q'], { cwd: folder }).status !== 0) this.skip();
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  const PARTS = ['a', 'b', '*', '?', '**', '[ab]', '[!a]', '[a-c]', '.', '\\*', '\\a', ' ', '\\ ', '[]a]', '{a,b}', '!', '#', '[', '***'];
  const segment = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 4 }).map(parts => parts.join(''));
  const pattern = fc
    .tuple(
      fc.constantFrom('', '!', '/', '\\', '#'),
      fc.array(segment, { minLength: 1, maxLength: 4 }).map(segments => segments.join('/')),
      fc.constantFrom('', '/', '  ', '\r', '/**', '\t'),
    )
    .map(parts => parts.join(''))
    // What two stars mean within a name, git itself tells differently from version to version.
    .filter(glob => !/[^/!]\*\*|\*\*[^/\s]/.test(glob));
  const name = fc
    .array(fc.constantFrom('a', 'b', 'c', '.', '*', '!', '#', ' ', '{a,b}', '['), { minLength: 1, maxLength: 3 })
    .map(parts => parts.join(''))
    .filter(one => !/^\.+$/.test(one));
  const file = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'));

  it('ignores the same files as this project does', () => {
    const seed = process.env['FUZZ_SEED'] === undefined ? 1 : Number(process.env['FUZZ_SEED']);
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.array(file, { minLength: 20, maxLength: 20 }),
        (patterns, files) => {
          fs.writeFileSync(path.join(folder, '.gitignore'), patterns.join('\n') + '\n');
          const input = files.join('\0') + '\0';
          const { stdout, status } = spawnSync('git', ['check-ignore', '-z', '-v', '-n', '--no-index', '--stdin'], { cwd: folder, input });
          assert.ok(status === 0 || status === 1);
          const told = stdout.toString().split('\0');
          files.forEach((one, i) => {
            const by = told[i * 4 + 2]!;
            assert.equal(isOut(patterns, one, folder), by !== '' && !by.startsWith('!'), `${one} by ${by}`);
          });
        },
      ),
      { numRuns: 300, seed },
    );
  });
});
