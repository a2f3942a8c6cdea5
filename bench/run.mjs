// The benchmark: workspaces of its own, ours and the others side by side in one run. Prints medians and ratios, and writes the table
// of the last run to RESULTS.md. A ratio can be compared between machines, a time cannot.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../scripts/npm.mjs';
import { installDependencies, ROOT, runScript } from '../scripts/prepare.mjs';

runScript('package');
await main(() => installDependencies('bench/peers', '--ignore-scripts'));

const { commandLine, withConfigurations } = await import('./commandLine.mjs');
const { firstDiagnostics, growth, keystrokes, memory } = await import('./servers.mjs');
const { growth: shapesThatGrow } = await import('./growth.mjs');
const { configure, SHAPES, writeWorkspace } = await import('./workspaces.mjs');

const SIZES = [100, 1_000, 10_000];
const LARGEST = SIZES.at(-1);
/** Start-up decides about few files, and checking about many; why not less, docs/performance.md tells. */
const WANTED = { 100: 1.35, 10_000: 3.5 };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cartridge-bench-'));
const rows = [];
/** `must`: the largest ratio that is wanted. */
const row = (figure, shape, ours, against, unit, must) => {
  rows.push({ figure, shape, ours, against, unit, ratio: ours / against, must });
  const wanted = must === undefined ? '' : `, at most ${must} wanted`;
  console.log(`${figure} · ${shape}: ${round(ours)} ${unit} to ${round(against)} ${unit}, ${(ours / against).toFixed(2)} ×${wanted}`);
};

try {
  for (const { shape, less, more } of shapesThatGrow()) row('four times as much, processor time', shape, more, less, 'ms', 8);
  for (const shape of Object.keys(SHAPES)) await measure(shape);
  const size = file => fs.statSync(path.join(ROOT, file)).size / 1024;
  row('packed extension', '', size('dist/private-paas-cartridges.vsix'), 500, 'KB', 1);
  row("the client's entry", '', size('dist/client/extension.js'), 50, 'KB', 1);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
fs.writeFileSync(path.join(ROOT, 'bench/RESULTS.md'), asMarkdown());

async function measure(shape) {
  const places = new Map();
  for (const size of SIZES) {
    const root = path.join(folder, shape, String(size));
    places.set(size, { root, pair: writeWorkspace(root, shape, size) });
  }
  for (const [size, { root }] of places) {
    const { ours, floor, native } = commandLine(root, size === LARGEST ? 7 : 5);
    row(`command line, ${size} files, to Node reading and parsing them`, shape, ours, floor, 'ms', WANTED[size]);
    if (native !== undefined) row(`command line, ${size} files, to a native schema validator`, shape, ours, native, 'ms');
  }
  const configuredRoot = path.join(folder, shape, 'configured');
  writeWorkspace(configuredRoot, shape, LARGEST);
  configure(configuredRoot);
  const { plain, configured } = withConfigurations(places.get(LARGEST).root, configuredRoot, 9);
  row('command line, 10,000 files with a configuration in every folder, to the same without', shape, configured, plain, 'ms', 1.1);
  const large = await keystrokes(places.get(LARGEST));
  const keystroke = "keystroke to both files' diagnostics";
  row(`${keystroke}, p50, to a server that only pushes`, shape, large.ours.p50, large.least.p50, 'ms', 4);
  row(`${keystroke}, p99, to a server that only pushes`, shape, large.ours.p99, large.least.p99, 'ms', 4);
  row(`${keystroke}, p50, to the JSON server's`, shape, large.ours.p50, large.json.p50, 'ms');
  row(`${keystroke}, p99, to the JSON server's`, shape, large.ours.p99, large.json.p99, 'ms', 1);
  row('the same as configured, p50, to what the JSON server pushes', shape, large.configured.p50, large.jsonPushed.p50, 'ms', 0.2);
  const { description, type } = await growth([places.get(LARGEST), places.get(SIZES[0])]);
  row('keystroke in a description, 10,000 files to 100', shape, ...description, 'ms', 1.2);
  row('keystroke in a service type, 10,000 files to 100', shape, ...type, 'ms', 1.2);
  const first = await firstDiagnostics(places.get(LARGEST));
  row('start to first diagnostics, to the JSON server', shape, first.ours, first.json, 'ms', 1);
  const held = await memory(places.get(LARGEST));
  row('memory of the server, to Node holding the values', shape, held.ours, held.values, 'MB', 2);
}

function round(number) {
  return number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2);
}

function asMarkdown() {
  const cpu = os.cpus();
  const peers = JSON.parse(fs.readFileSync(path.join(ROOT, 'bench/peers/package.json'), 'utf8')).dependencies;
  const machine = `${cpu.length} × ${cpu[0].model}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, ${os.type()}, Node ${process.version}`;
  const cells = rows.map(({ figure, shape, ours, against, unit, ratio, must }) => [
    figure,
    shape,
    `${round(ours)} ${unit}`,
    `${round(against)} ${unit}`,
    `${ratio.toFixed(2)} ×`,
    must === undefined ? '' : `≤ ${must} × ${ratio <= must ? '✓' : '✗'}`,
  ]);
  return [
    '# The last run of `npm run bench`',
    '',
    `${machine}. Compared with ${Object.entries(peers)
      .map(([name, version]) => `${name} ${version}`)
      .join(' and ')}. Medians unless the figure says otherwise; ratios count, times do not.`,
    '',
    '`own`: every pair has service types of its own. `copies`: the same pairs again in the folder of each customer and stage.',
    '',
    '| figure | shape | ours | against | ratio | wanted |',
    '| --- | --- | --- | --- | --- | --- |',
    ...cells.map(row => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}
