// Starts the VS Code server of a folder made by install.mjs, bound to loopback.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { vscodeIn } from './install.mjs';

/** Settings for a VS Code that is quiet: no telemetry, no updates, no welcome, no assistant. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser it is on unless told otherwise.
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

const commonArguments = data => [
  '--accept-server-license-terms',
  '--telemetry-level',
  'off',
  '--server-data-dir',
  data,
  '--user-data-dir',
  path.join(data, 'data'),
];

export function writeSettings(data, settings) {
  fs.mkdirSync(path.join(data, 'data/User'), { recursive: true });
  fs.writeFileSync(path.join(data, 'data/User/settings.json'), JSON.stringify(settings, undefined, 2));
}

/** Everything that belongs to VS Code's server, as one process group: `stop` ends the extension host and its servers, too. */
export async function serve({ install, data, extensions, args = [], env = {} }) {
  const { root, node, version } = vscodeIn(install);
  fs.mkdirSync(extensions, { recursive: true });
  const child = spawn(
    node,
    [
      path.join(root, 'out/server-main.js'),
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      ...commonArguments(data),
      '--extensions-dir',
      extensions,
      ...args,
    ],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // No gallery: nothing is looked up outside. The runtime folder keeps sockets apart from other instances.
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', XDG_RUNTIME_DIR: data, NODE_OPTIONS: '', ...env },
    },
  );
  const stop = () =>
    new Promise(resolve => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', resolve);
      const signal = name => {
        try {
          process.kill(-child.pid, name);
        } catch {
          // It has ended already.
        }
      };
      signal('SIGTERM');
      setTimeout(signal, 3000, 'SIGKILL').unref();
    });
  const log = fs.createWriteStream(path.join(data, 'server.log'));
  let printed = '';
  const port = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code did not start:\n${printed}`)), 60_000);
    const onOutput = chunk => {
      log.write(chunk);
      printed = (printed + chunk).slice(-20_000);
      const listening = /agent listening on (\d+)/.exec(printed);
      if (!listening) return;
      clearTimeout(timer);
      resolve(Number(listening[1]));
    };
    child.stdout.on('data', onOutput);
    child.stderr.on('data', onOutput);
    child.once('exit', code => reject(new Error(`VS Code ended with ${code}:\n${printed}`)));
  });
  return { child, port, version, stop, origin: `http://127.0.0.1:${port}`, authority: `127.0.0.1:${port}` };
}
