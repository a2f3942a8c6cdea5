// The extension in real VS Code, used the way a person does: by keyboard. Takes the screenshots that the README shows; with
// --update they replace those in docs/images.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installVSCode, VERSIONS } from '../../scripts/vscode/install.mjs';
import { Editor, eventually } from './editor.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(ROOT);
const shots = path.join(ROOT, process.argv.includes('--update') ? 'docs/images' : '.vscode-test/screenshots');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sample-'));
fs.cpSync('sample', folder, { recursive: true });
const read = name => fs.readFileSync(path.join(folder, name), 'utf8');

const steps = {
  async 'a squiggle, and its message with the other end'(editor) {
    await editor.openFile('ec2/bps-manager.json');
    await editor.squiggles(1, 'error');
    await editor.goTo(27, 5);
    await editor.press('Control+k', 'Control+i');
    await editor.page.locator('.monaco-hover', { hasText: 'bps-worker.json' }).first().waitFor();
    await editor.screenshot(path.join(shots, 'squiggle.png'));
    await editor.press('Escape');
  },
  async 'the menu of fixes, and the insertion of all missing payload parameters'(editor) {
    await editor.quickFixMenu('Insert all missing payload parameters');
    await editor.screenshot(path.join(shots, 'fixes.png'));
    await editor.press('Escape');
    await editor.quickFix('Insert all missing payload parameters');
    await editor.squiggles(0, 'error');
    await editor.goTo(56);
    await editor.screenshot(path.join(shots, 'mended.png'));
  },
  async 'saved as it stands there'(editor) {
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
  async 'the Problems panel, with the file that nobody opened'(editor) {
    await editor.press('Control+Shift+M');
    const problems = (await editor.problems()).join('\n');
    assert.match(problems, /bps-worker\.json/);
    assert.match(problems, /unknown-manager-service-type/);
    assert.match(problems, /a manager that may be meant/);
    await editor.screenshot(path.join(shots, 'problems.png'));
    await editor.press('Control+Shift+M');
  },
};

const editor = await Editor.open({ install: await installVSCode(VERSIONS.newest), folder, placeExtension });
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
console.log(`\n  ${passed} passing${failure ? `\n  ${Object.keys(steps).length - passed} failing` : ''}`);
if (failure) console.error(failure);
process.exit(failure ? 1 : 0);

/** Makes the bundled extension one of the installed ones. */
function placeExtension(extensions) {
  const { name, publisher, version, files } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const place = path.join(extensions, `${publisher}.${name}-${version}`);
  for (const part of ['package.json', ...files]) fs.cpSync(part, path.join(place, part), { recursive: true });
}
