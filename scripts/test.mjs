// All tests, from a bare checkout: types, layers and style; the suites on Node; the suites in real VS Code; the packed
// extension driven by keyboard, on Linux. Ends with the count of all tests.
import { spawn } from 'node:child_process';
import { ROOT, runScript } from './prepare.mjs';

runScript('build');

const counts = { passing: 0, failing: 0, pending: 0 };
let failed = false;

/** Runs one part, shows what it prints, and adds up what its runner counted. */
async function part(title, file, ...args) {
  console.log(`\n── ${title}`);
  const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', chunk => {
    printed += chunk;
    process.stdout.write(chunk);
  });
  const status = await new Promise(resolve => child.once('close', resolve));
  for (const [, count, what] of printed.matchAll(/^ {2}(\d+) (passing|failing|pending)\b/gm)) counts[what] += Number(count);
  if (status !== 0) failed = true;
}

await part('Style', 'node_modules/eslint/bin/eslint.js', '.');
await part('Format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
await part('On Node', 'node_modules/mocha/bin/mocha.js');
await part('In VS Code', 'test/vscode/runTests.mjs', 'newest', 'oldest');
if (process.platform === 'linux' && process.arch === 'x64') {
  runScript('package');
  await part('The packed extension, by keyboard', 'test/e2e/run.mjs', 'newest', 'oldest');
} else console.log('\n── The packed extension, by keyboard: skipped (Linux x64 only)');

if (failed && counts.failing === 0) counts.failing = 1;
console.log(`\n${counts.passing} passed, ${counts.failing} failed, ${counts.pending} skipped`);
process.exit(failed ? 1 : 0);
