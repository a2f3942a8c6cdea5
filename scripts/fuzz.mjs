// The properties of test/fuzz/ for as long as wanted, each round with a fresh seed: `npm run fuzz -- --minutes 10`.
// It stops at the first case that fails, with its seed and as small as it can be made. `--seed` begins with that seed, and
// `--only words` takes the properties with these words in their titles.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { runScript } from './prepare.mjs';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, only: { type: 'string', default: '' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('--minutes must be a number above 0');
  process.exit(2);
}

runScript('types');
const require = createRequire(import.meta.url);
const fc = require('fast-check');
const { PROPERTIES } = require('../out/test/fuzz/properties.js');

const properties = PROPERTIES.filter(({ title }) => title.includes(values.only));
const survived = new Map(properties.map(({ title }) => [title, 0]));
const end = Date.now() + minutes * 60_000;
const report = () => {
  for (const [title, cases] of survived) console.log(`${String(cases).padStart(9)}  ${title}`);
};

let first = values.seed === undefined ? undefined : Number(values.seed);
while (Date.now() < end) {
  const seed = first ?? Math.floor(Math.random() * 2 ** 31);
  first = undefined;
  for (const { title, runs, check } of properties) {
    const left = Math.max(end - Date.now(), 0);
    const details = await check({ seed, numRuns: runs, interruptAfterTimeLimit: left + 1000, markInterruptAsFailure: false });
    survived.set(title, survived.get(title) + details.numRuns);
    if (!details.failed) continue;
    report();
    console.log(`\nFailed: ${title}\nFUZZ_SEED=${seed}\n${fc.defaultReportMessage(details)}\n\n${String(details.errorInstance?.stack)}`);
    process.exit(1);
  }
}
console.log(`\nNo failure in ${minutes} min. Cases run:`);
report();
