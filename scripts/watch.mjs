// Keeps everything up to date while somebody works: the bundles, each of which names its source map, and the compiled tests.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { context } from 'esbuild';
import { bundles } from './bundle.mjs';
import { COMPILED, ROOT } from './prepare.mjs';

for (const bundle of bundles(true)) await (await context(bundle)).watch();
// The next script that tests makes sure that the compiled files are those of the sources.
fs.rmSync(path.join(ROOT, COMPILED), { force: true });
const compiler = ['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput'];
spawn(process.execPath, compiler, { cwd: ROOT, stdio: 'inherit' }).once('exit', status => process.exit(status ?? 0));
