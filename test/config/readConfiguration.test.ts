import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConfigurationText } from '../../server/src/core/config/readConfiguration';

const RULES = ['missing-primary', 'missing-clustering', 'same-host'];
const read = (text: string) => readConfigurationText('file:///w/.cartridge-check.json', text, RULES);
/** `path: message` of each problem. */
const problems = (text: string) => read(text).problems.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a configuration file', () => {
  it('is read with comments and trailing commas', () => {
    const { configuration, problems } = read(`{
      // why
      "root": true,
      "rules": { "missing-primary": "off", "same-host": "warning", },
      "overrides": [{ "files": ["legacy/**"], "rules": { "same-host": "hint" } }],
      "allow": [{ "rule": "same-host", "files": ["a.json"], "at": "host", "reason": "one balancer" }],
      "ignore": ["drafts/**"],
    }`);
    assert.deepEqual(problems, []);
    assert.equal(configuration.isRoot, true);
    assert.deepEqual(
      [...configuration.rules],
      [
        ['missing-primary', 'off'],
        ['same-host', 'warning'],
      ],
    );
    assert.deepEqual(
      configuration.overrides.map(({ files, rules }) => [files.map(({ pattern }) => pattern), [...rules]]),
      [[['legacy/**'], [['same-host', 'hint']]]],
    );
    assert.deepEqual(
      configuration.allows.map(({ rule, at, reason, path }) => [rule, at, reason, path]),
      [['same-host', 'host', 'one balancer', ['allow', 0]]],
    );
  });

  const wrong: [string, string, string[]][] = [
    ['no JSON', '{ "rules": ', [': This is not valid JSON. The file is ignored until that is fixed.']],
    ['no object', '[]', [': This must be an object. It is ignored.']],
    [
      'an unknown rule',
      '{ "rules": { "missing-primry": "off" } }',
      ['rules.missing-primry: There is no rule "missing-primry". It is ignored. Use "missing-primary".'],
    ],
    [
      'a rule like no other',
      '{ "rules": { "xyz": "off" } }',
      ['rules.xyz: There is no rule "xyz". It is ignored. See "cartridge-check --rules" for all rules.'],
    ],
    ['an unknown key', '{ "rulez": {} }', ['rulez: The key "rulez" is unknown and ignored. Use "rules".']],
    [
      'an unknown level',
      '{ "rules": { "same-host": "warn" } }',
      ['rules.same-host: The level of a rule is one of "off", "hint", "info", "warning" and "error". This one is ignored.'],
    ],
    [
      'a wrong type',
      '{ "ignore": "x", "root": "yes" }',
      ['root: This must be true or false. It is ignored.', 'ignore: This must be a list. It is ignored.'],
    ],
    [
      'a pattern that reaches outside',
      '{ "ignore": ["../x/**"] }',
      ['ignore.0: The pattern "../x/**" is not valid and is ignored. Patterns cannot reach outside the folder of this file.'],
    ],
    ['an override without files', '{ "overrides": [{ "rules": {} }] }', ['overrides.0: An override needs "files". It is ignored.']],
    ['an allow without a rule', '{ "allow": [{ "reason": "x" }] }', ['allow.0: This entry needs "rule". It is ignored.']],
  ];
  for (const [title, text, expected] of wrong) it(`is used without ${title}`, () => assert.deepEqual(problems(text), expected));

  it('is used as far as it is valid', () => {
    const { configuration } = read(
      '{ "rules": { "same-host": "off", "nothing": "off", "missing-primary": 7 }, "root": 1, "ignore": [1, "a"] }',
    );
    assert.deepEqual([...configuration.rules], [['same-host', 'off']]);
    assert.deepEqual(
      configuration.ignores.map(({ pattern }) => pattern),
      ['a'],
    );
  });

  it('may hold anything, and is read', () => fc.assert(fc.property(fc.jsonValue(), value => void read(JSON.stringify(value)))));
});
