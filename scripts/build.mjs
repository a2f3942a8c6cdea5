// Brings everything up to date that is made of the sources: the compiled files in out/ and the bundles in dist/. `--types`: out/ alone.
import { bundle, compile, installDependencies } from './prepare.mjs';
import { main } from './npm.mjs';

await main(() => installDependencies());
compile();
if (!process.argv.includes('--types')) await bundle();
