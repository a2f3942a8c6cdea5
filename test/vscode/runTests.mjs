// Runs the suite in real VS Code: `node test/vscode/runTests.mjs newest oldest`. On Linux x64 with the VS Code out of npm
// packages, which needs no screen; elsewhere, or with VSCODE_DESKTOP=1, with the desktop VS Code that @vscode/test-electron fetches.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { main } from '../../scripts/npm.mjs';
import { installVSCode, VERSIONS } from '../../scripts/vscode/install.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(ROOT);
const isEmbedded = process.platform === 'linux' && process.arch === 'x64' && !process.env.VSCODE_DESKTOP;

/** Each suite, and what its workspace holds. */
const SUITES = {
  suite: folder => fs.cpSync(path.join(ROOT, 'sample'), folder, { recursive: true }),
  foreign: writeForeignFiles,
};

for (const name of process.argv.slice(2)) {
  for (const [suite, fill] of Object.entries(SUITES)) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cartridges-'));
    fill(folder);
    const options = {
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: path.join(ROOT, 'out/test/vscode', suite, 'index.js'),
      launchArgs: [folder],
    };
    if (isEmbedded) {
      process.env.VSCODE_INSTALL = await main(() => installVSCode(VERSIONS[name]));
      options.vscodeExecutablePath = path.join(ROOT, 'test/vscode/executable.mjs');
    } else {
      options.version = name === 'newest' ? 'stable' : JSON.parse(fs.readFileSync('package.json', 'utf8')).engines.vscode.slice(1);
    }
    await runTests(options);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A project that has nothing to do with this: 500 JSON files, some with names and keys that definitions have, too. */
function writeForeignFiles(folder) {
  const foreign = [
    ['src/cart', { items: [{ id: 1, price: 2 }], total: 2 }],
    ['k8s/deployment', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'shop' }, spec: { replicas: 2 } }],
    ['data/partition', { id: 'a', provider: 'x', rows: [] }],
    ['fixtures/shopping-cart', { type: 'cart', host: 'shop.example.com', value: 1 }],
    ['src/manager', { name: 'x', groups: [], components: {} }],
    ['config/settings', { name: 'x', version: '1.0.0', type: 'module' }],
  ];
  for (let i = 0; i < 500; i++) {
    const [name, content] = foreign[i % foreign.length];
    const file = path.join(folder, `${name}${i}.json`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(content, undefined, 2));
  }
}
