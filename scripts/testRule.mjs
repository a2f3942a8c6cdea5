// The tests of one rule: `npm run test:rule -- ID`. Builds what is out of date, then runs the cases of its fixture and compares its page in docs/rules;
// before that, as before all tests, no rule may report the valid files. `--update` writes what its fixes make of files into the fixture.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { main, Problem } from './npm.mjs';
import { ROOT, run, runScript } from './prepare.mjs';

const USAGE = `Usage: npm run test:rule -- ID [--update]

Runs the tests of one rule: the cases of test/rules/ID.fixture, and its page in docs/rules.
  --update  write the results of its fixes into the fixture`;

/** What is asked for. Without an id, or with `help`: the usage. */
export function argumentsOf(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, update: { type: 'boolean' } },
    });
    const [id] = positionals;
    if (positionals.length > 1) throw new Error('Only one rule can be tested at a time.');
    return { id: values.help || id === 'help' ? undefined : id, update: values.update ?? false };
  } catch (error) {
    throw new Problem(`${error.message}\n\n${USAGE}`);
  }
}

/** What to say of an id that no rule has. */
export function unknownRule(id, ids, distance) {
  const near = ids
    .map(other => ({ other, letters: other.includes(id) ? 0 : distance(id, other) }))
    .filter(({ other, letters }) => letters <= Math.max(3, other.length / 3))
    .sort((a, b) => a.letters - b.letters)
    .slice(0, 5)
    .map(({ other }) => `  ${other}`);
  const meant = near.length > 0 ? `Did you mean:\n${near.join('\n')}` : 'The rules are listed in docs/rules/README.md.';
  return `No rule has the id "${id}". ${meant}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const { id, update } = argumentsOf(process.argv.slice(2));
    if (id === undefined) return console.log(USAGE);
    runScript('build');
    const require = createRequire(import.meta.url);
    const { RULES, TEXT_RULES } = require('../out/server/src/core/index.js');
    const ids = [...RULES, ...TEXT_RULES].map(rule => rule.id);
    const unlisted = fs
      .readdirSync(path.join(ROOT, 'server/src/core/rules'), { recursive: true })
      .find(file => path.basename(file) === `${id}.ts`);
    if (!ids.includes(id) && unlisted)
      throw new Problem(`server/src/core/rules/${unlisted} is not in the list of server/src/core/rules/index.ts.`);
    if (!ids.includes(id)) throw new Problem(unknownRule(id, ids, require('fastest-levenshtein').distance));
    const fixture = `test/rules/${id}.fixture`;
    if (!fs.existsSync(path.join(ROOT, fixture))) throw new Problem(`The rule "${id}" has no fixture yet: ${fixture}.`);
    // The cases of this rule alone, and none of the suites that .mocharc.json lists.
    const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--require', 'test/support/beforeAll.mjs', '--enable-source-maps'];
    const env = update ? { ...process.env, FIXTURE_UPDATE: '1' } : process.env;
    run(process.execPath, [...mocha, '--grep', `^rules ${id} `, 'out/test/rules.test.js'], { env });
  });
}
