// Checks the sample workspace, then opens it in VS Code with the extension: the desktop's `code` where there is one, else a
// VS Code in the browser.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { main, NEEDS_SHELL } from './npm.mjs';
import { bundle, installDependencies, ROOT, run } from './prepare.mjs';

const sample = path.join(ROOT, 'sample');

await main(async () => {
  await installDependencies();
  await bundle();

  console.log('\ncartridge-check sample\n');
  spawnSync(process.execPath, ['dist/cli/main.js', 'sample'], { cwd: ROOT, stdio: 'inherit' });

  if (hasDesktop()) {
    console.log('\nOpening the sample in VS Code ...');
    run('code', ['--new-window', `--extensionDevelopmentPath=${ROOT}`, sample], { shell: NEEDS_SHELL });
  } else {
    await startInBrowser();
  }
});

/** Whether a VS Code of the desktop answers to `code`. */
function hasDesktop() {
  const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: NEEDS_SHELL });
  return status === 0;
}

async function startInBrowser() {
  console.log('\nThe command "code" was not found. Using VS Code in the browser.');
  const { openInBrowser, shortAddress } = await import('./vscode/address.mjs');
  const { installVSCode, VERSIONS } = await import('./vscode/install.mjs');
  const { QUIET_SETTINGS, serve, writeSettings } = await import('./vscode/serve.mjs');
  process.chdir(ROOT);
  const install = await installVSCode(VERSIONS.newest);
  const data = path.join(ROOT, '.vscode-test/start');
  const extensions = path.join(data, 'extensions');
  writeSettings(data, QUIET_SETTINGS);
  await placeExtension(extensions);
  // Any page in the same browser could drive an editor that lets everybody in: the address carries a secret.
  const secret = randomBytes(16).toString('hex');
  const server = await serve({ install, data, extensions, args: ['--connection-token', secret] });
  const target = authority => {
    const payload = [['openFile', `vscode-remote://${authority}${sample}/ec2/bps-manager.json`]];
    return `/?tkn=${secret}&folder=${encodeURIComponent(sample)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  };
  const { address } = await shortAddress({ port: server.port, secret, target });
  console.log(`\nVS Code ${server.version} is ready. Open this address in a browser:\n\n  ${address}\n`);
  console.log(
    'In ec2/bps-manager.json, place the cursor on an underlined text and press Ctrl+. to see the fixes. Press Ctrl+C here to stop.',
  );
  openInBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.stop().then(() => process.exit(0)));
  server.child.once('exit', code => process.exit(code ?? 0));
}

/** Makes the bundled extension one of the installed ones. */
async function placeExtension(extensions) {
  const { stage } = await import('./stage.mjs');
  const { name, publisher, version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  fs.rmSync(extensions, { recursive: true, force: true });
  stage('extension', path.join(extensions, `${publisher}.${name}-${version}`));
}
