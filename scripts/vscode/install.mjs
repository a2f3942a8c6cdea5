// Puts a VS Code and a headless Chromium under .vscode-test, both out of npm packages: no other download, no compiler, no root.
// The VS Code is the server that the package code-server ships; it is started directly (serve.mjs), without that package's wrapper.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npm } from '../npm.mjs';

/** The newest VS Code, and the oldest that package.json promises. */
export const VERSIONS = { newest: '4.139.1', oldest: '4.100.3' };
export const CHROMIUM = '153.0.0';

/** What may be downloaded, by integrity hash; written by lock.mjs. */
export const LOCKS = fileURLToPath(new URL('./locks', import.meta.url));

/** Where VS Code lies in a folder with its packages. */
export const PLACE_OF_VSCODE = 'node_modules/code-server/lib/vscode';

const UNUSED_EXTENSIONS = [
  'copilot',
  'github',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'terminal-suggest',
  'tunnel-forwarding',
];

const cache = () => path.resolve(process.env.VSCODE_TEST_CACHE ?? '.vscode-test');
const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Puts into `folder` the packages that a lock names, and nothing else: npm compares what it downloads with the hashes. */
async function installLocked(lock, folder, what) {
  for (const name of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(LOCKS, lock, name), path.join(folder, name));
  await npm(['ci', '--ignore-scripts'], what, { cwd: folder });
}

/** Fills `folder` by `fill` once per `version`; what was left half-filled is begun anew. */
async function once(folder, version, what, fill) {
  const stamp = path.join(folder, 'complete');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version) return folder;
  console.error(`Fetching ${what} (once) ...`);
  const begun = Date.now();
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  await fill();
  fs.writeFileSync(stamp, version);
  console.error(`  ${what} in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  return folder;
}

/** Where the server of a code-server version lies, and the Node that it runs on. */
export function vscodeIn(folder) {
  const root = path.join(folder, PLACE_OF_VSCODE);
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const node = ['node', 'node-bin']
    .map(name => path.join(folder, `node_modules/${name}-${platform}-${process.arch}/bin/node${platform === 'win' ? '.exe' : ''}`))
    .find(file => fs.existsSync(file));
  return { root, node: node ?? process.execPath, version: readJson(path.join(root, 'package.json')).version };
}

/** @returns the folder of a ready VS Code */
export function installVSCode(version) {
  const folder = path.join(cache(), `vscode-${version}`);
  const what = `VS Code (code-server ${version})`;
  return once(folder, version, what, async () => {
    await installLocked(version, folder, what);
    const root = path.join(folder, PLACE_OF_VSCODE);
    // Its own lock would come before ours, which leaves out half of it.
    fs.rmSync(path.join(root, 'npm-shrinkwrap.json'));
    await installLocked(`${version}/vscode`, root, `the packages of ${what}`);
    for (const name of UNUSED_EXTENSIONS) fs.rmSync(path.join(root, 'extensions', name), { recursive: true, force: true });
    if (fs.existsSync(path.join(folder, 'node_modules/@vscode/ripgrep'))) placeRipgrep(folder, root);
    replaceNativeParts(root);
  });
}

/** Older versions download ripgrep from elsewhere while they are installed; newer releases of the same package contain it. */
function placeRipgrep(folder, root) {
  const to = path.join(root, 'node_modules/@vscode/ripgrep');
  fs.mkdirSync(path.join(to, 'lib'), { recursive: true });
  fs.cpSync(path.join(folder, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin`), path.join(to, 'bin'), {
    recursive: true,
  });
  fs.writeFileSync(path.join(to, 'package.json'), '{ "name": "@vscode/ripgrep", "version": "1.18.0", "main": "lib/index.js" }');
  fs.writeFileSync(path.join(to, 'lib/index.js'), "exports.rgPath = require('node:path').join(__dirname, '../bin/rg');\n");
}

/** Two native packages would need a compiler: the watchdog, which we do without, and the log writer, which is easily stood in for. */
function replaceNativeParts(root) {
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    const file = path.join(root, 'node_modules', name, 'index.js');
    if (fs.existsSync(file)) fs.writeFileSync(file, 'exports.start = () => {};\n');
  }
  fs.copyFileSync(new URL('./plainLogger.cjs', import.meta.url), path.join(root, 'node_modules/@vscode/spdlog/index.js'));
}

/** @returns the path of a Chromium that needs no screen */
export async function installChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const places = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
    const found = places.find(place => fs.existsSync(place));
    if (!found) throw new Error('Chromium was not found. Set CHROMIUM_PATH to its path.');
    return found;
  }
  const folder = path.join(cache(), 'chromium');
  const executable = path.join(folder, 'chromium');
  const what = 'headless Chromium';
  await once(folder, CHROMIUM, what, async () => {
    await installLocked('chromium', folder, what);
    const packed = fs
      .readdirSync(path.join(folder, 'node_modules/@sparticuz/chromium/bin'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !/arm64/.test(path.join(entry.parentPath, entry.name)))
      .map(entry => path.join(entry.parentPath, entry.name));
    const unpack = async (name, to) => {
      const from = packed.find(file => path.basename(file) === name);
      if (from) await pipeline(fs.createReadStream(from), zlib.createBrotliDecompress(), fs.createWriteStream(to));
      return from !== undefined;
    };
    await unpack('chromium.br', executable);
    fs.chmodSync(executable, 0o755);
    for (const [archive, to] of [
      ['fonts.tar.br', 'fonts'],
      ['al2023.tar.br', 'al2023'],
      ['swiftshader.tar.br', '.'],
    ]) {
      const tar = path.join(folder, 'archive.tar');
      if (!(await unpack(archive, tar))) continue;
      fs.mkdirSync(path.join(folder, to), { recursive: true });
      execFileSync('tar', ['-xf', tar, '-C', path.join(folder, to)]);
      fs.rmSync(tar);
    }
    fs.rmSync(path.join(folder, 'node_modules'), { recursive: true });
  });
  return executable;
}
