import fc from 'fast-check';
import { PROPERTIES } from './properties';

/** FUZZ_SEED brings back the cases of an earlier run. */
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

describe(`fuzzing, FUZZ_SEED=${seed}`, () => {
  before(() => console.log(`\n  Fuzzing with FUZZ_SEED=${seed}`));

  for (const { title, runs, check } of PROPERTIES) {
    it(title, () => {
      const details = check({ seed, numRuns: runs });
      if (details.failed) throw new Error(`FUZZ_SEED=${seed}\n${fc.defaultReportMessage(details)}`, { cause: details.errorInstance });
    });
  }
});
