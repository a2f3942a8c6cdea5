import fc from 'fast-check';
import { PROPERTIES } from './properties';

/** The same cases each time, so that what fails was broken by the change at hand; `npm run fuzz` looks for others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 1);

describe(`fuzzing, FUZZ_SEED=${seed}`, () => {
  before(() => console.log(`\n  Fuzzing with FUZZ_SEED=${seed}`));

  for (const { title, runs, check } of PROPERTIES) {
    it(title, async () => {
      const details = await check({ seed, numRuns: runs });
      if (details.failed) throw new Error(`FUZZ_SEED=${seed}\n${fc.defaultReportMessage(details)}`, { cause: details.errorInstance });
    });
  }
});
