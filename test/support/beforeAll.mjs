// Loaded by mocha before the tests. They run only if they test the sources as they are now, and if no rule reports the files that
// all fixtures start from: else hundreds of tests of other rules fail for one mistake.
import { createRequire } from 'node:module';
import { staleFolders } from '../../scripts/prepare.mjs';

function stop(sentences) {
  for (const sentence of sentences) console.error(`\n${sentence}`);
  process.exit(1);
}

const stale = staleFolders();
if (stale.length > 0) {
  stop([`${stale.join('/ and ')}/ ${stale.length > 1 ? 'are' : 'is'} not built from the sources as they are now. Run "npm run build".`]);
}

export function mochaGlobalSetup() {
  const { reportedInValidFiles } = createRequire(import.meta.url)('../../out/test/support/validFiles.js');
  const reported = reportedInValidFiles();
  if (reported.length > 0) stop(reported);
}
