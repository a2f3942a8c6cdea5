import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT, script } from '../support/scripts';

interface Lock {
  readonly packages: Record<
    string,
    { readonly integrity?: string; readonly resolved?: string; readonly dependencies?: Record<string, string> }
  >;
}

const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as T;

describe('the lock files', () => {
  const locks = ['.', 'bench/peers', 'scripts/vscode/locks'].flatMap(folder =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: folder.endsWith('locks'), encoding: 'utf8' })
      .filter(file => path.basename(file) === 'package-lock.json')
      .map(file => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
  );

  it('exist for each VS Code, what it needs, and the browser', async () => {
    const { VERSIONS } = await script<{ VERSIONS: Record<string, string> }>('vscode/install.mjs');
    const expected = Object.values(VERSIONS).flatMap(version => [version, `${version}/vscode`]);
    assert.deepEqual(
      locks.sort(),
      [
        'bench/peers/package-lock.json',
        'package-lock.json',
        ...[...expected, 'chromium'].map(folder => `scripts/vscode/locks/${folder}/package-lock.json`),
      ].sort(),
    );
  });

  it('have a hash of every package, and name no registry', () => {
    for (const file of locks) {
      const packages = Object.entries(readJson<Lock>(file).packages).filter(([place]) => place !== '');
      assert.ok(packages.length > 0, file);
      for (const [place, { integrity, resolved }] of packages) {
        assert.match(integrity ?? '', /\bsha512-[\w+/]{86}==/, `${file}: ${place}`);
        assert.equal(resolved, undefined, `${file}: ${place}`);
      }
    }
  });

  it('match the packages that they belong to', () => {
    for (const file of locks) {
      const { dependencies } = readJson<{ dependencies?: object }>(path.posix.join(path.posix.dirname(file), 'package.json'));
      assert.deepEqual(readJson<Lock>(file).packages['']!.dependencies, dependencies, file);
    }
  });
});
