import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { ROOT, script } from '../support/scripts';

interface Options {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly patience?: number;
  readonly say?: (text: string) => void;
}

describe('a download by npm', () => {
  let folder: string;
  let npm: (args: string[], what: string, options: Options) => Promise<void>;
  let server: http.Server | undefined;
  let hasTo: (request: http.IncomingMessage, response: http.ServerResponse) => void;

  before(async () => ({ npm } = await script<{ npm: typeof npm }>('npm.mjs')));
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'npm-'));
    server = http.createServer((request, response) => hasTo(request, response));
    await new Promise<void>(resolve => server!.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const registry = () => `http://127.0.0.1:${(server!.address() as AddressInfo).port}/`;
  const closeServer = async () => {
    const address = registry();
    await new Promise(resolve => server!.close(resolve));
    return address;
  };
  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
  const environment = (address: string, more: NodeJS.ProcessEnv = {}) => ({
    ...process.env,
    npm_config_registry: address,
    npm_config_cache: path.join(folder, 'cache'),
    npm_config_fetch_retries: '0',
    ...more,
  });

  /** A package that wants another one, which has this hash according to its lock. */
  const writeLocked = (integrity: string) => {
    write('package.json', '{ "dependencies": { "thing": "1.0.0" } }');
    const packages = { '': { dependencies: { thing: '1.0.0' } }, 'node_modules/thing': { version: '1.0.0', integrity } };
    write('package-lock.json', JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
  };
  const hashOf = (content: Buffer | string) => `sha512-${createHash('sha512').update(content).digest('base64')}`;

  /** A registry that has the package, and says of it that it has this hash. */
  const serve = (claimed?: string) => {
    const source = path.join(folder, 'source');
    fs.mkdirSync(path.join(source, 'package'), { recursive: true });
    fs.writeFileSync(path.join(source, 'package/package.json'), '{ "name": "thing", "version": "1.0.0" }');
    assert.equal(spawnSync('tar', ['-czf', 'thing.tgz', 'package'], { cwd: source }).status, 0);
    const archive = fs.readFileSync(path.join(source, 'thing.tgz'));
    hasTo = ({ url }, response) => {
      if (url!.endsWith('.tgz')) return void response.end(archive);
      const dist = { tarball: `${registry()}thing/-/thing-1.0.0.tgz`, integrity: claimed ?? hashOf(archive) };
      response.setHeader('content-type', 'application/json');
      const versions = { '1.0.0': { name: 'thing', version: '1.0.0', dist } };
      response.end(JSON.stringify({ name: 'thing', 'dist-tags': { latest: '1.0.0' }, versions }));
    };
    return hashOf(archive);
  };
  const installed = () => fs.existsSync(path.join(folder, 'node_modules/thing/package.json'));
  const refused = async (run: Promise<void>): Promise<string> => {
    const error = await run.then(
      () => assert.fail('it succeeded'),
      (error: Error) => error,
    );
    return error.message;
  };

  it('prints nothing when it succeeds, and asks the registry that the user has configured', async () => {
    writeLocked(serve());
    const said: string[] = [];
    await npm(['ci'], 'a thing', { cwd: folder, env: environment(registry()), say: text => said.push(text) });
    assert.ok(installed());
    assert.deepEqual(said, []);
  });

  it('asks the registry that a file of the user configures', async () => {
    writeLocked(serve());
    write('their.npmrc', `registry=${registry()}\ncache=${path.join(folder, 'cache')}\n`);
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_(registry|cache)$/i.test(name)));
    await npm(['ci'], 'a thing', { cwd: folder, env: { ...env, npm_config_userconfig: path.join(folder, 'their.npmrc') } });
    assert.ok(installed());
  });

  it('ignores the settings of the script that it is started by', async () => {
    writeLocked(serve());
    const of = { npm_config_dry_run: 'true', npm_config_loglevel: 'silent', npm_config_omit: 'optional', npm_package_name: 'x' };
    await npm(['ci'], 'a thing', { cwd: folder, env: environment(registry(), of) });
    assert.ok(installed());
  });

  it('prints what it waits for when nothing arrives', async () => {
    writeLocked(serve());
    const answer = hasTo;
    const said: string[] = [];
    let mayAnswer: () => void;
    const saidTwice = new Promise<void>(resolve => (mayAnswer = resolve));
    hasTo = (request, response) => void saidTwice.then(() => answer(request, response));
    const say = (text: string) => {
      if (said.push(text) === 2) mayAnswer();
    };
    await npm(['ci'], 'a thing', { cwd: folder, env: environment(registry()), patience: 2000, say });
    assert.deepEqual(said.slice(0, 2), [
      'Still waiting for the npm registry (2 s): fetching a thing ...',
      'Still waiting for the npm registry (4 s): fetching a thing ...',
    ]);
    assert.ok(installed());
  });

  it('fails in one sentence when the registry cannot be reached', async () => {
    writeLocked(hashOf('anything'));
    const message = await refused(npm(['ci'], 'a thing', { cwd: folder, env: environment(await closeServer()) }));
    assert.equal(
      message,
      'Could not fetch a thing: the npm registry cannot be reached (ECONNREFUSED); check the network and npm\'s settings "registry" and "proxy", then run the command again.',
    );
  });

  it('fails in one sentence when the registry refuses', async () => {
    writeLocked(hashOf('anything'));
    hasTo = (_request, response) => void response.writeHead(403).end('{}');
    const message = await refused(npm(['ci'], 'a thing', { cwd: folder, env: environment(registry()) }));
    assert.match(message, /^Could not fetch a thing: npm ended with E403 \(403 .*\); the log of npm is .*\.$/);
    assert.doesNotMatch(message, /\n/);
  });

  for (const [title, claims] of [
    ['its content', (locked: string) => locked],
    ['its content and the hash that the registry tells', () => undefined],
  ] as const) {
    it(`fails when a package is not the one that the lock names: ${title}`, async () => {
      const locked = hashOf('what was locked');
      serve(claims(locked));
      writeLocked(locked);
      const message = await refused(npm(['ci'], 'a thing', { cwd: folder, env: environment(registry()) }));
      assert.match(message, /^Could not fetch a thing: a downloaded package does not match the lock file \(.*\); check .*\.$/);
      assert.ok(!installed());
    });
  }

  it('ends npm start with status 1, one sentence and no stack trace', () => {
    for (const name of ['package.json', 'package-lock.json', 'scripts']) {
      fs.cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    }
    // Nothing listens on port 1.
    const { status, stdout, stderr } = spawnSync('npm', ['start', '--silent'], {
      cwd: folder,
      env: environment('http://127.0.0.1:1/'),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    assert.equal(status, 1);
    assert.equal(stdout, 'Installing dependencies (once) ...\n');
    assert.match(stderr, /^\nCould not fetch the dependencies: the npm registry cannot be reached \(ECONNREFUSED\); [^\n]*\.\n$/);
  });
});
