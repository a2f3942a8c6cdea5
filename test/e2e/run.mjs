// The packed extension, installed into real VS Code and used the way a person does: by keyboard.
// `node test/e2e/run.mjs newest oldest`. Takes the screenshots that the README shows; with --update they replace those in docs/images.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../scripts/npm.mjs';
import { installVSCode, vscodeIn, VERSIONS } from '../../scripts/vscode/install.mjs';
import { Editor, eventually } from './editor.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(ROOT);
const shots = path.join(ROOT, process.argv.includes('--update') ? 'docs/images' : '.vscode-test/screenshots');

const VSIX = path.resolve('dist/private-paas-cartridges.vsix');

let folder;
const read = name => fs.readFileSync(path.join(folder, name), 'utf8');

const steps = {
  async 'the Problems panel of a folder in which no file is open'(editor) {
    await editor.press('Control+Shift+M');
    const problems = await eventually('the findings', async () => {
      const rows = (await editor.problems()).join('\n');
      return /bps-worker\.json/.test(rows) && /bps-manager\.json/.test(rows) && rows;
    });
    assert.match(problems, /unknown-manager-service-type/);
    assert.match(problems, /possible worker/);
    await editor.screenshot(path.join(shots, 'problems.png'));
    await editor.press('Control+j');
  },
  async 'an underlined place, and its message with a link to the other file'(editor) {
    await editor.openFile('ec2/bps-manager.json');
    await editor.squiggles(1, 'error');
    await editor.goTo(27, 5);
    await editor.hover('.hover-row', 'bps-worker.json');
    await editor.screenshot(path.join(shots, 'squiggle.png'));
    await editor.press('Escape');
  },
  async 'the page of a rule, by the link of a finding and by a quick fix'(editor) {
    await editor.openFile('ec2/bps-worker.json');
    await editor.goTo(27, 4);
    await editor.squiggles(2, 'error');
    await (await editor.hover('a.code-link', 'missing-primary')).click();
    await editor.showsPage('missing-primary');
    await editor.screenshot(path.join(shots, 'page.png'));
    await editor.openFile('ec2/bps-worker.json');
    await editor.goTo(27, 4);
    await editor.quickFix('Show documentation');
    await editor.showsPage('missing-primary');
  },
  async 'a finding is allowed, and undo brings it back'(editor) {
    await editor.openFile('ec2/bps-worker.json');
    await editor.goTo(27, 4);
    await editor.quickFix('Allow missing-primary at PRIMARY in this file');
    await editor.page.locator('.tab.active', { hasText: '.cartridge-check.json' }).waitFor();
    await editor.caretIsIn(7);
    await editor.page.keyboard.type('the image sets it');
    await editor.shows('the image sets it'.replaceAll(' ', '\u00a0'));
    await editor.screenshot(path.join(shots, 'allow.png'));
    await editor.press('Control+s');
    await eventually('the configuration', () => read('.cartridge-check.json').includes('the image sets it'));
    const { allow } = JSON.parse(read('.cartridge-check.json'));
    assert.deepEqual(allow, [{ rule: 'missing-primary', files: ['ec2/bps-worker.json'], at: 'PRIMARY', reason: 'the image sets it' }]);
    await editor.openFile('ec2/bps-worker.json');
    await editor.goTo(27, 4);
    await editor.squiggles(1, 'error');
    await editor.openFile('.cartridge-check.json');
    for (let undone = 0; undone < 8; undone++) await editor.press('Control+z');
    await editor.openFile('ec2/bps-worker.json');
    await editor.goTo(27, 4);
    await editor.squiggles(2, 'error');
    fs.rmSync(path.join(folder, '.cartridge-check.json'), { force: true });
  },
  async 'the menu of fixes, and the insertion of all missing payload parameters'(editor) {
    await editor.openFile('ec2/bps-manager.json');
    await editor.goTo(27, 5);
    await editor.quickFixMenu('Insert all missing payload parameters');
    await editor.screenshot(path.join(shots, 'fixes.png'));
    await editor.press('Escape');
    await editor.quickFix('Insert all missing payload parameters');
    await editor.squiggles(0, 'error');
    await editor.goTo(56);
    await editor.screenshot(path.join(shots, 'fixed.png'));
  },
  async 'the file is saved with these values'(editor) {
    await editor.press('Control+s');
    await eventually('the saved file', () => read('ec2/bps-manager.json').includes('payload_parameter.WORKER_SERVICE_TYPE'));
    const { property } = JSON.parse(read('ec2/bps-manager.json'));
    assert.deepEqual(
      property.slice(-3).map(({ name, value }) => [name.split('.')[1], value]),
      [
        ['WORKER_SERVICE_TYPE', 'bpsworker'],
        ['WORKER_HOST_NAME', 'bps.example.com'],
        ['CLUSTERING', 'true'],
      ],
    );
  },
  async 'a fix in the partner file: one step, which one undo reverts'(editor) {
    await editor.openFile('openstack/esb-worker.json');
    await editor.goTo(4, 20);
    await editor.press('Control+Shift+ArrowRight');
    await editor.page.keyboard.type('esb2');
    await editor.squiggles(1, 'warning');
    await editor.goTo(4, 21);
    await editor.quickFixMenu('Set serviceGroup in esb-manager.json');
    await editor.screenshot(path.join(shots, 'partner-fix.png'));
    await editor.press('Escape');
    await editor.quickFix('Set serviceGroup in esb-manager.json');
    await editor.openFile('openstack/esb-manager.json');
    await editor.squiggles(0, 'warning');
    await editor.goTo(4);
    await editor.shows('"esb2"');
    await editor.press('Control+z');
    await editor.squiggles(1, 'warning');
    await editor.shows('"esbgroup"');
    await editor.command('File: Revert File');
    await editor.openFile('openstack/esb-worker.json');
    await editor.command('File: Revert File');
    await editor.squiggles(0, 'warning');
  },
  async 'what a reference leads to, in a hover and by a key'(editor) {
    await editor.openFile('openstack/esb-worker.json');
    await editor.goTo(40, 20);
    await editor.hover('.hover-row', 'names this cartridge as its partner');
    await editor.screenshot(path.join(shots, 'hover.png'));
    await editor.press('Escape', 'F12');
    await editor.page.locator('.tab.active', { hasText: 'esb-manager.json' }).waitFor();
    await editor.caretIsIn(2);
  },
  async 'a comparison with the clipboard: it is not a second cartridge'(editor) {
    await editor.openFile('openstack/esb-worker.json');
    await editor.press('Control+a', 'Control+c');
    await editor.command('File: Compare Active File with Clipboard');
    await editor.page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await editor.press('Control+Shift+M');
    const problems = (await editor.problems()).join('\n');
    assert.doesNotMatch(problems, /esb-worker\.json/);
    await editor.screenshot(path.join(ROOT, '.vscode-test/screenshots/comparison.png'));
    await editor.press('Control+j');
    await editor.command('View: Close Editor');
  },
  async 'a snippet in an empty file, whose problems are reported at once'(editor) {
    fs.writeFileSync(path.join(folder, 'openstack/as-worker.json'), '');
    await editor.openFile('openstack/as-worker.json');
    await editor.page.keyboard.type('cartridge-worker');
    await editor.press('Control+Space');
    await editor.page.locator('.suggest-widget .monaco-list-row', { hasText: 'cartridge-worker' }).first().waitFor();
    await editor.screenshot(path.join(shots, 'snippet.png'));
    await editor.press('Enter');
    await editor.page.locator('.view-line', { hasText: 'esbworker' }).first().waitFor();
    await editor.page.keyboard.type('asworker');
    await editor.press('Escape', 'Escape', 'Control+s');
    await eventually('the snippet on the disk', () => read('openstack/as-worker.json').includes('"type": "asworker"'));
    assert.equal(JSON.parse(read('openstack/as-worker.json')).property.length, 5);
  },
  async 'the kind of a file, in the status bar'(editor) {
    await editor.openFile('ec2/esb-worker.json');
    await editor.page.locator('[id="status.languageStatus"]').click();
    await editor.page
      .locator('.hover-language-status', { hasText: 'Private PaaS 4.0 · worker · manager: esbmgt, same folder' })
      .first()
      .waitFor();
    await editor.screenshot(path.join(shots, 'status.png'));
    await editor.press('Escape');
  },
  async 'names, role and placeholders stand out, in a light and in a dark theme'(editor) {
    fs.writeFileSync(
      path.join(folder, 'ec2/template.json'),
      read('ec2/esb-manager.json')
        .replace('"eu-west-1/ami-4b7c2d10"', '"REGION/BASE_IMAGE_ID"')
        .replace('"esb.example.com"', '"esb.${DOMAIN}"'),
    );
    await editor.openFile('ec2/template.json');
    await editor.goTo(45);
    const coloured = () =>
      editor.page.evaluate(() => {
        const colour = text => {
          const span = [...document.querySelectorAll('.editor-instance .view-line span span')].find(one => one.textContent === text);
          return span && getComputedStyle(span).color;
        };
        return { name: colour('DEPLOYMENT'), role: colour('manager'), text: colour('"payload_parameter.') ?? colour('payload_parameter.') };
      });
    for (const theme of ['Light Modern', 'Dark Modern']) {
      await editor.theme(theme);
      const { name, role, text } = await eventually('the colours', async () => {
        const found = await coloured();
        return found.name && found.role && found;
      });
      assert.ok(name !== text && role !== name, JSON.stringify({ theme, name, role, text }));
      await editor.screenshot(path.join(shots, theme.startsWith('Dark') ? 'dark.png' : 'light.png'));
    }
    await editor.theme('Light Modern');
  },
};

let failed = 0;
for (const name of process.argv.slice(2).filter(argument => argument in VERSIONS)) failed += (await drive(name)) ? 0 : 1;
process.exit(failed > 0 ? 1 : 0);

/** Runs all steps in one VS Code; whether they passed. */
async function drive(name) {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sample-'));
  fs.cpSync('sample', folder, { recursive: true });
  const install = await main(() => installVSCode(VERSIONS[name]));
  const editor = await Editor.open({ install, folder, placeExtension: (extensions, data) => installExtension(install, extensions, data) });
  console.log(`VS Code ${editor.server.version}`);
  let passed = 0;
  let failure;
  for (const [title, step] of Object.entries(steps)) {
    try {
      await step(editor);
      console.log(`    ✔ ${title}`);
      passed++;
    } catch (error) {
      failure = error;
      await editor.screenshot(path.join(ROOT, '.vscode-test/screenshots/failed.png'));
      console.log(`    ✘ ${title}\n${error.stack}`);
      break;
    }
  }
  if (!failure && editor.outside.size > 0) failure = new Error(`something outside was asked for: ${[...editor.outside].join(', ')}`);
  await editor.close();
  fs.rmSync(folder, { recursive: true, force: true });
  console.log(`\n  ${passed} passing${failure ? `\n  ${Object.keys(steps).length - passed || 1} failing` : ''}\n`);
  if (failure) console.error(failure);
  return !failure;
}

/** Installs the .vsix, as a user does. */
function installExtension(install, extensions, data) {
  const { root, node } = vscodeIn(install);
  const place = ['--server-data-dir', data, '--user-data-dir', path.join(data, 'data'), '--extensions-dir', extensions];
  execFileSync(
    node,
    [
      path.join(root, 'out/server-main.js'),
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      ...place,
      '--install-extension',
      VSIX,
    ],
    { stdio: 'ignore' },
  );
  assert.ok(
    fs.readdirSync(extensions).some(entry => entry.startsWith('cartridge-tools.private-paas-cartridges-')),
    'the extension was not installed',
  );
}
