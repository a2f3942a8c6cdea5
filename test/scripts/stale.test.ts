import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ROOT, script } from '../support/scripts';

describe('what is built', () => {
  let copy: string;
  let staleFolders: (root: string) => string[];
  let stampsOf: (root: string) => Record<string, string>;
  before(async () => {
    ({ staleFolders, stampsOf } = await script<{ staleFolders: typeof staleFolders; stampsOf: typeof stampsOf }>('prepare.mjs'));
  });
  beforeEach(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'built-'));
    const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];
    for (const name of ['client', 'server', 'test', 'scripts', ...files]) {
      fs.cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
    }
    for (const [stamp, digest] of Object.entries(stampsOf(copy))) {
      fs.mkdirSync(path.join(copy, path.dirname(stamp)));
      fs.writeFileSync(path.join(copy, stamp), digest);
    }
  });
  afterEach(() => fs.rmSync(copy, { recursive: true }));

  const change = (name: string) => fs.appendFileSync(path.join(copy, name), '\n');

  it('is up to date when the sources have not changed, or only files that are not compiled', () => {
    assert.deepEqual(staleFolders(copy), []);
    change('test/rules/missing-field.fixture');
    change('server/README.md');
    assert.deepEqual(staleFolders(copy), []);
  });

  it('is out of date when a source has changed', () => {
    change('test/rules.test.ts');
    assert.deepEqual(staleFolders(copy), ['out']);
    change('server/src/core/index.ts');
    assert.deepEqual(staleFolders(copy), ['out', 'dist']);
  });

  it('is out of date when it is missing, or a source is deleted', () => {
    fs.rmSync(path.join(copy, 'dist'), { recursive: true });
    assert.deepEqual(staleFolders(copy), ['dist']);
    fs.rmSync(path.join(copy, 'test/rules.test.ts'));
    assert.deepEqual(staleFolders(copy), ['out', 'dist']);
  });
});
