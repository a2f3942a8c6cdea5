import assert from 'node:assert/strict';
import { script } from '../support/scripts';

interface TestRule {
  argumentsOf(args: string[]): { id: string | undefined; update: boolean };
  unknownRule(id: string, ids: string[], distance: (a: string, b: string) => number): string;
}

describe('npm run test:rule', () => {
  let testRule: TestRule;
  before(async () => void (testRule = await script<TestRule>('testRule.mjs')));

  it('takes one id, and "--update"', () => {
    assert.deepEqual(testRule.argumentsOf(['missing-field']), { id: 'missing-field', update: false });
    assert.deepEqual(testRule.argumentsOf(['missing-field', '--update']), { id: 'missing-field', update: true });
  });

  it('shows the usage without an id, for "help", and after what is wrong', () => {
    for (const args of [[], ['help'], ['-h'], ['missing-field', '--help']]) assert.equal(testRule.argumentsOf(args).id, undefined);
    for (const args of [['a', 'b'], ['--no-such-option']])
      assert.throws(() => testRule.argumentsOf(args), /\n\nUsage: npm run test:rule -- ID/);
  });

  it('names the rules that are nearest to an id that no rule has', () => {
    const ids = ['missing-field', 'unknown-field', 'same-host'];
    const distance = (a: string, b: string) => (a === 'missing-feild' && b === 'missing-field' ? 2 : 9);
    assert.equal(
      testRule.unknownRule('missing-feild', ids, distance),
      'No rule has the id "missing-feild". Did you mean:\n  missing-field',
    );
    assert.match(testRule.unknownRule('field', ids, distance), /:\n {2}missing-field\n {2}unknown-field$/);
    assert.equal(testRule.unknownRule('x-y-z', ids, distance), 'No rule has the id "x-y-z". The rules are listed in docs/rules/README.md.');
  });
});
