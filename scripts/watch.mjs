// Keeps everything up to date while somebody works: the bundles, each of which names its source map, and the compiled tests.
import { spawn } from 'node:child_process';
import { context } from 'esbuild';
import { bundles } from './bundle.mjs';
import { ROOT } from './prepare.mjs';

for (const bundle of bundles(true)) await (await context(bundle)).watch();
const compiler = ['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput'];
spawn(process.execPath, compiler, { cwd: ROOT, stdio: 'inherit' }).once('exit', status => process.exit(status ?? 0));
