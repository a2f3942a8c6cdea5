import assert from 'node:assert/strict';
import { recognise, readJson, RULES, type Rule } from '../server/src/core';
import { SOUND } from './support/fixture';
import { TEMPLATES } from './support/templates';
import { reportedInValidFiles } from './support/validFiles';

type FileRule = Extract<Rule, { scope: 'file' }>;

/** A rule on all cartridges. */
const ruleOnAll = (id: string, check: FileRule['check']): Rule => ({
  ...RULES[0]!,
  id,
  scope: 'file',
  on: ['cartridge'],
  dialects: ['4.0', '4.1'],
  check,
});

describe('the valid files that fixtures start from', () => {
  it('are reported by no rule', () => assert.deepEqual(reportedInValidFiles(), []));

  it('are all recognised', () => {
    for (const [name, text] of Object.entries({ ...SOUND, ...TEMPLATES })) {
      const reading = readJson(text);
      assert.ok(reading.state === 'parsed' && recognise(reading.value), name);
    }
  });

  it('a rule that reports the pair is named with the files, and only with those of the pair', () => {
    const rule = ruleOnAll('speaks', (_, report) => report({ at: { path: [] }, message: 'x' }));
    assert.deepEqual(reportedInValidFiles([rule]), [
      'The rule "speaks" reports the valid pair that all fixtures start from (worker.json, manager.json). A rule must be silent there. See CONTRIBUTING.md.',
    ]);
  });

  it('a rule that reports another valid file is named with that file', () => {
    const rule = ruleOnAll('speaks', (artifact, report) => {
      if (artifact.kind === 'cartridge' && artifact.facts.type?.text === 'php') report({ at: { path: [] }, message: 'x' });
    });
    assert.deepEqual(reportedInValidFiles([rule]), [
      'The rule "speaks" reports valid files that fixtures start from (php.json). A rule must be silent there. See CONTRIBUTING.md.',
    ]);
  });

  it('a rule that throws is named with what it threw', () => {
    const rule = ruleOnAll('throws', () => {
      throw new Error('no reason');
    });
    assert.match(
      reportedInValidFiles([rule]).join(),
      /^The rule "throws" fails \(Error: no reason\) on the valid pair .* \(worker\.json, manager\.json\)/,
    );
  });
});
