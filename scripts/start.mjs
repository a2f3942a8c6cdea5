// Checks the sample workspace, then opens it in VS Code with the extension: the desktop's `code` where there is one, else a
// VS Code in the browser.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bundle, installDependencies, ROOT } from './prepare.mjs';

installDependencies();
bundle();

console.log('\ncartridge-check sample\n');
spawnSync(process.execPath, ['dist/cli/main.js', 'sample'], { cwd: ROOT, stdio: 'inherit' });

const sample = path.join(ROOT, 'sample');
if (hasDesktop()) {
  console.log('\nOpening the sample in VS Code ...');
  execFileSync('code', ['--new-window', `--extensionDevelopmentPath=${ROOT}`, sample], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} else {
  await openInBrowser();
}

/** Whether a VS Code of the desktop answers to `code`. */
function hasDesktop() {
  const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0;
}

async function openInBrowser() {
  console.log('\nNo desktop VS Code answers to "code": using one in the browser.');
  const { installVSCode, VERSIONS } = await import('./vscode/install.mjs');
  const { QUIET_SETTINGS, serve, writeSettings } = await import('./vscode/serve.mjs');
  process.chdir(ROOT);
  const install = await installVSCode(VERSIONS.newest);
  const data = path.join(ROOT, '.vscode-test/start');
  const extensions = path.join(data, 'extensions');
  writeSettings(data, QUIET_SETTINGS);
  placeExtension(extensions);
  // Any page in the same browser could drive an editor that lets everybody in: the address carries a secret.
  const token = randomBytes(24).toString('hex');
  const server = await serve({ install, data, extensions, args: ['--connection-token', token] });
  const payload = [['openFile', `vscode-remote://${server.authority}${sample}/ec2/bps-manager.json`]];
  const address = `${server.origin}/?tkn=${token}&folder=${encodeURIComponent(sample)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  console.log(`\nVS Code ${server.version} is ready. Open this address in a browser:\n\n  ${address}\n`);
  console.log('In ec2/bps-manager.json put the caret on a squiggle and press Ctrl+. ; end with Ctrl+C.');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.stop().then(() => process.exit(0)));
  server.child.once('exit', code => process.exit(code ?? 0));
}

/** Makes the bundled extension one of the installed ones. */
function placeExtension(extensions) {
  const { name, publisher, version, files } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  fs.rmSync(extensions, { recursive: true, force: true });
  const place = path.join(extensions, `${publisher}.${name}-${version}`);
  for (const part of ['package.json', ...files]) fs.cpSync(path.join(ROOT, part), path.join(place, part), { recursive: true });
}
