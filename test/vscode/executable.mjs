#!/usr/bin/env node
// Stands in for a VS Code executable in runTests of @vscode/test-electron: takes its arguments, runs the suite in the extension
// host of the VS Code server, shows what it prints, and ends with its outcome.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../scripts/vscode/browser.mjs';
import { QUIET_SETTINGS, serve, writeSettings } from '../../scripts/vscode/serve.mjs';

const LIMIT = 240_000;

const given = { extensions: [] };
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (!name) given.folder ??= path.resolve(argument);
  else if (name === 'extensionDevelopmentPath') given.extensions.push(path.resolve(value));
  else if (name === 'extensionTestsPath') given.tests = path.resolve(value);
}

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-test-'));
const output = path.join(data, 'output');
const outcome = path.join(data, 'outcome');
fs.writeFileSync(output, '');
writeSettings(data, { ...QUIET_SETTINGS, 'security.workspace.trust.enabled': false });

/** The extension host prints into a file: its own console is not ours to see. */
let shown = 0;
const show = () => {
  const text = fs.readFileSync(output);
  process.stdout.write(text.subarray(shown));
  shown = text.length;
};
const ticker = setInterval(show, 100);

let server;
let browser;
let failure;
try {
  server = await serve({
    install: process.env.VSCODE_INSTALL,
    data,
    extensions: path.join(data, 'extensions'),
    // From 1.10x on, a page may name tests to run only where the smoke test driver is on. For tests alone.
    args: ['--without-connection-token', '--disable-workspace-trust', '--enable-smoke-test-driver'],
    env: { SUITE: given.tests, SUITE_OUTPUT: output, SUITE_OUTCOME: outcome },
  });
  const opened = await openBrowser();
  browser = opened.browser;
  const { page } = opened;
  const ended = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    void page.exposeFunction('codeAutomationLog', (level, parts) =>
      fs.appendFileSync(path.join(data, 'workbench.log'), `${level} ${parts.join(' ')}\n`),
    );
    page.on('crash', () => reject(new Error('the page crashed')));
    setTimeout(() => reject(new Error(`no end in ${LIMIT / 1000} s`)), LIMIT).unref();
  });
  const remote = file => `vscode-remote://${server.authority}${file}`;
  const payload = [
    ...given.extensions.map(extension => ['extensionDevelopmentPath', remote(extension)]),
    ['extensionTestsPath', remote(fileURLToPath(new URL('./extensionHostEntry.cjs', import.meta.url)))],
  ];
  console.log(`VS Code ${server.version}`);
  await page.goto(`${server.origin}/?folder=${encodeURIComponent(given.folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  await ended;
  // VS Code in a browser reports success, too, when its extension host dies: only the suite's own word counts.
  const said = fs.existsSync(outcome) ? fs.readFileSync(outcome, 'utf8') : 'the extension host ended before the suite did';
  if (said !== 'passed') throw new Error(said);
} catch (error) {
  failure = error;
}
clearInterval(ticker);
show();
await browser?.close().catch(() => {});
await server?.stop();
if (failure) console.error(`${failure}\nLogs: ${data}`);
else fs.rmSync(data, { recursive: true, force: true });
process.exit(failure ? 1 : 0);
