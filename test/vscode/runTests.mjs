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

for (const name of process.argv.slice(2)) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cartridges-'));
  fs.cpSync(path.join(ROOT, 'sample'), folder, { recursive: true });
  const options = {
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: path.join(ROOT, 'out/test/vscode/suite/index.js'),
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
