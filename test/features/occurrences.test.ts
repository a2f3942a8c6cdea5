import assert from 'node:assert/strict';
import { atCaret } from '../support/caret';
import { SOUND } from '../support/fixture';

/** What the name at the caret of one file is: `role of name`. */
function meaning(text: string): string | undefined {
  const { workspace, uri, offset } = atCaret({ 'file.json': text });
  const found = workspace.open(uri)!.occurrenceAt(offset);
  return found && `${found.role} of ${found.of}: ${found.name.text}`;
}

/** The worker of the valid pair with a caret in the first `word`. */
const inWorker = (word: string) => SOUND['worker.json']!.replace(word, `${word.slice(0, 2)}‸${word.slice(2)}`);
const inManager = (word: string) => SOUND['manager.json']!.replace(word, `${word.slice(0, 2)}‸${word.slice(2)}`);

describe('the meaning of the name at a caret', () => {
  const cases: [string, string, string | undefined][] = [
    ['a service type', inWorker('esbworker'), 'definition of cartridge: esbworker'],
    ['a host', inWorker('esb.example.com'), 'definition of host: esb.example.com'],
    ['a service group', inWorker('esbgroup'), 'definition of service group: esbgroup'],
    ['the type of the manager', inWorker('esbmgt'), 'reference of cartridge: esbmgt'],
    ['the group in a parameter', inWorker('"esbgroup" },'), 'reference of service group: esbgroup'],
    ['the host of the worker', inManager('"esb.example.com" }'), 'reference of host: esb.example.com'],
    ['a role', inWorker('"worker"'), undefined],
    ['a key', inWorker('"type"'), undefined],
    ['a provider', inWorker('wso2'), undefined],
    ['a placeholder', '{ "type": "<‸TYPE>", "host": "x", "provider": "y", "displayName": "z", "iaasProvider": [] }', undefined],
    [
      'a partition of a deployment policy',
      '{ "id": "p", "partitionGroup": [{ "id": "g", "partitionAlgo": "one-after-another", "partition": [{ "id": "P‸1" }] }] }',
      'reference of partition: P1',
    ],
    [
      'the policy of a service deployment',
      '{ "cartridgeType": "esbworker", "alias": "esb", "deploymentPolicy": "a‸b", "autoscalePolicy": "economy" }',
      'reference of deployment policy: ab',
    ],
    [
      'the cartridge in an application',
      '{ "applicationId": "a", "components": { "cartridges": [{ "type": "esb‸", "subscribableInfo": { "alias": "one" } }] } }',
      'reference of cartridge: esb',
    ],
    [
      'an alias in an application',
      '{ "applicationId": "a", "components": { "cartridges": [{ "type": "esb", "subscribableInfo": { "alias": "o‸ne" } }] } }',
      'definition of alias: one',
    ],
    [
      'a cartridge in a group',
      '{ "name": "g", "cartridges": ["esb", "ph‸p"], "groups": [{ "name": "h", "cartridges": [] }] }',
      'reference of cartridge: php',
    ],
  ];
  for (const [title, text, expected] of cases) it(title, () => assert.equal(meaning(text), expected));

  it('is that of the last readable text while the user types elsewhere', () => {
    const { workspace, uri, text } = atCaret({ 'file.json': inWorker('esbmgt') });
    const half = text.replace('"version": "4.8.1"', '"version": "4.8');
    workspace.setOpenText(uri, half);
    assert.equal(workspace.open(uri)!.isUnparsable, true);
    assert.equal(workspace.open(uri)!.occurrenceAt(half.indexOf('esbworker'))?.name.text, 'esbworker');
  });

  it('is none in other JSON, and beyond the end', () => {
    assert.equal(meaning('{ "type": "x‸" }'), undefined);
    const { workspace, uri } = atCaret({ 'file.json': inWorker('esbmgt') });
    assert.equal(workspace.open(uri)!.occurrenceAt(1_000_000), undefined);
  });
});
