import assert from 'node:assert/strict';
import { fixAll, quickFixes, readJson } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { uriOf, workspaceOf } from '../support/workspace';
import { EVERYWHERE, mended } from './places';

/** The sound pair with a few words replaced. */
type Replacements = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
const pairWith = (replacements: Replacements) =>
  workspaceOf(
    Object.entries(SOUND).map(([name, text]) => [
      name,
      (replacements[name] ?? []).reduce((text, [from, to]) => {
        assert.ok(text.includes(from), from);
        return text.replace(from, to);
      }, text),
    ]),
  );
const titles = (replacements: Replacements, name: string): string[] =>
  quickFixes(pairWith(replacements), uriOf(name), EVERYWHERE).map(({ title }) => title);

describe('cases that fuzzing has found', () => {
  it('the place of a syntax error lies in the text', () => {
    for (const text of ['{ "a": 1 /* b', '{ "a": 1 /*', '{ "a": [ /* b\n}', '{ "a": "b', '{ "a": "\\u1']) {
      const reading = readJson(text);
      assert.ok(reading.state === 'syntax-error', text);
      assert.ok(reading.problem.offset + reading.problem.length <= text.length, text);
    }
  });

  it('a network partition that defines a partition twice is added and deleted like any other', () => {
    const network = TEMPLATES['network.json']!.replace('{ "id": "west" }', '{ "id": "west" }, { "id": "west" }');
    const workspace = workspaceOf([['network.json', network]]);
    workspace.setRoots([]);
    workspace.delete(uriOf('network.json'));
    assert.deepEqual([...workspace.update()], [uriOf('network.json')]);
  });

  it('a value that a payload parameter cannot hold is not offered for one', () => {
    assert.deepEqual(titles({ 'manager.json': [['"esbmgt"', '"esb,mgt"']] }, 'worker.json'), []);
    assert.deepEqual(titles({ 'worker.json': [['"esb.example.com"', '"esb.example.com=x"']] }, 'manager.json'), [
      'Set host in worker.json to "esb.example.com" (WORKER_HOST_NAME of this file)',
    ]);
    assert.deepEqual(titles({ 'worker.json': [['"serviceGroup": "esbgroup"', '"serviceGroup": "esb,group"']] }, 'worker.json'), [
      'Set serviceGroup to "esbgroup" (serviceGroup in manager.json)',
      'Set serviceGroup in manager.json to "esb,group" (as in this file)',
    ]);
  });

  it('"insert all missing" does not change existing values', () => {
    const faulty = [
      ['"name": "PRIMARY"', '"name": "x"'],
      ['"name": "payload_parameter.MANAGER_SERVICE_TYPE"', '"name": "y"'],
      ['CLUSTERING", "value": "true"', 'CLUSTERING", "value": "truue"'],
    ] as const;
    const all = titles({ 'worker.json': faulty }, 'worker.json').filter(title => title.startsWith('Insert all'));
    assert.deepEqual(all, ['Insert all missing payload parameters (MANAGER_SERVICE_TYPE, PRIMARY)']);
  });

  it('a host is not set to that of the partner', () => {
    const faulty = [
      ['"name": "payload_parameter.WORKER_HOST_NAME", "value": "', '"name": "payload_parameter.WORKER_HOST_NAME", "value": "MGT.'],
    ] as const;
    assert.deepEqual(titles({ 'manager.json': faulty }, 'manager.json'), [
      'Set WORKER_HOST_NAME to "esb.example.com" (host in worker.json)',
    ]);
  });

  it('"delete a parameter" deletes all its entries', () => {
    const entry = '{ "name": "payload_parameter.WORKER_HOST_NAME", "value": "x" },';
    const workspace = pairWith({ 'worker.json': [['"property": [', `"property": [${entry} ${entry}`]] });
    const [action] = quickFixes(workspace, uriOf('worker.json'), EVERYWHERE).filter(({ title }) => title === 'Delete WORKER_HOST_NAME');
    assert.ok(action);
    assert.doesNotMatch(mended(workspace, action), /WORKER_HOST_NAME/);
  });

  it('a value of another type is not overwritten by an insertion', () => {
    const value = (word: string) => [`"${word}"`, `["${word}"]`] as const;
    const faulty = {
      'worker.json': [['"serviceGroup": "esbgroup"', '"serviceGroup": {"a": "b"}'], value('esbmgt'), value('worker')] as const,
    };
    assert.deepEqual(titles(faulty, 'worker.json'), []);
    assert.equal(fixAll(pairWith(faulty), uriOf('worker.json')), undefined);
    const two = [
      ['"name": "PRIMARY", "value": "true"', '"name": "PRIMARY"'],
      value('esbmgt'),
      ['"name": "payload_parameter.CLUSTERING", "value": "true"', '"name": "x"'],
    ] as const;
    assert.ok(titles({ 'worker.json': two }, 'worker.json').includes('Insert all missing payload parameters (PRIMARY, CLUSTERING)'));
  });

  it('the type that the file already has is not offered', () => {
    const worker = SOUND['worker.json']!.replace('"value": "esbmgt"', '"value": "esbmgt,x=y"');
    const files = Object.entries(SOUND).map(([name, text]) => [`os/${name}`, text] as [string, string]);
    const workspace = workspaceOf([['ec2/worker.json', worker], ...files]);
    const offered = quickFixes(workspace, uriOf('ec2/worker.json'), EVERYWHERE);
    assert.deepEqual(
      offered.map(({ title }) => title),
      [],
    );
  });
});
