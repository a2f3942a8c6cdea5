import assert from 'node:assert/strict';
import { definition, references, usesInDocument, type WordLocation, type Workspace } from '../../server/src/core';
import { atCaret, caretIn } from '../support/caret';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { nameOf } from '../support/workspace';

const WORKER = SOUND['worker.json']!;
const MANAGER = SOUND['manager.json']!;

/** A place as `file:line word`. */
const shown = (workspace: Workspace, places: readonly WordLocation[]) =>
  places.map(({ uri, range }) => `${nameOf(uri)}:${range.start.line + 1} ${workspace.open(uri)!.positions.document.getText(range)}`).sort();

const definitionsAt = (files: Record<string, string>) => {
  const { workspace, uri, offset } = atCaret(files);
  const found = definition(workspace, uri, offset);
  return found && shown(workspace, found.targets);
};

const referencesAt = (files: Record<string, string>, includeDeclaration = true) => {
  const { workspace, uri, offset } = atCaret(files);
  return shown(workspace, references(workspace, uri, offset, includeDeclaration));
};

describe('the definition of a name', () => {
  const pair = (worker = WORKER, manager = MANAGER) => ({ 'worker.json': worker, 'manager.json': manager });

  it('is the partner of a type in a parameter', () => {
    assert.deepEqual(definitionsAt(pair(caretIn(WORKER, 'esbmgt'))), ['manager.json:2 esbmgt']);
    assert.deepEqual(definitionsAt(pair(WORKER, caretIn(MANAGER, 'esbworker'))), ['worker.json:2 esbworker']);
  });

  it("is the worker's host of WORKER_HOST_NAME, also where it is another one", () => {
    const at = caretIn(MANAGER, 'esb', 'WORKER_HOST_NAME');
    assert.deepEqual(definitionsAt(pair(WORKER, at)), ['worker.json:5 esb.example.com']);
    assert.deepEqual(definitionsAt(pair(WORKER.replace('esb.example.com', 'other.example.com'), at)), ['worker.json:5 other.example.com']);
  });

  it('are all cartridges of a service group', () => {
    for (const from of ['SERIVCE_GROUP', 'serviceGroup'])
      assert.deepEqual(definitionsAt(pair(caretIn(WORKER, 'esbgroup', from))), ['manager.json:4 esbgroup', 'worker.json:4 esbgroup']);
  });

  it('is the name itself where it is defined', () => {
    assert.deepEqual(definitionsAt(pair(caretIn(WORKER, 'esbworker'))), ['worker.json:2 esbworker']);
  });

  it('is the nearest', () => {
    const files = { 'ec2/worker.json': caretIn(WORKER, 'esbmgt'), 'ec2/manager.json': MANAGER, 'os/manager.json': MANAGER };
    assert.deepEqual(definitionsAt(files), ['ec2/manager.json:2 esbmgt']);
  });

  it('are several that are equally near', () => {
    const files = { 'a/worker.json': caretIn(WORKER, 'esbmgt'), 'b/manager.json': MANAGER, 'c/manager.json': MANAGER };
    assert.deepEqual(definitionsAt(files), ['b/manager.json:2 esbmgt', 'c/manager.json:2 esbmgt']);
  });

  it('is none of a name that nobody defines, and of what is no name', () => {
    assert.deepEqual(definitionsAt({ 'worker.json': caretIn(WORKER, 'esbmgt') }), []);
    assert.equal(definitionsAt({ 'worker.json': caretIn(WORKER, 'wso2') }), undefined);
    assert.equal(definitionsAt({ 'other.json': '{ "a": "‸b" }' }), undefined);
  });

  it('follows policies, partitions, groups and aliases', () => {
    const files = (name: string, word: string, after: string) => ({
      ...TEMPLATES,
      ...SOUND,
      [name]: caretIn(TEMPLATES[name]!, word, after),
    });
    assert.deepEqual(definitionsAt(files('service.json', 'one-member', 'deploymentPolicyName')), ['policy.json:2 one-member']);
    assert.deepEqual(definitionsAt(files('service.json', 'economy', 'autoscalingPolicyName')), ['economy.json:2 economy']);
    assert.deepEqual(definitionsAt(files('policy.json', 'P1', '"partition"')), ['partition.json:2 P1']);
    assert.deepEqual(
      definitionsAt(files('domain-mapping.json', 'esb-manager', 'cartridgeAlias'))?.map(one => one.replace(/:\d+/, '')),
      ['application.json esb-manager'],
    );
  });
});

describe('the references of a name', () => {
  it('are all whose look-up ends at the same definition', () => {
    const files = {
      'ec2/worker.json': caretIn(WORKER, 'esbworker'),
      'ec2/manager.json': MANAGER,
      'ec2/service.json': TEMPLATES['service.json']!,
      'os/worker.json': WORKER,
      'os/manager.json': MANAGER,
    };
    assert.deepEqual(referencesAt(files), ['ec2/manager.json:13 esbworker', 'ec2/service.json:3 esbworker', 'ec2/worker.json:2 esbworker']);
    assert.deepEqual(referencesAt(files, false), ['ec2/manager.json:13 esbworker', 'ec2/service.json:3 esbworker']);
  });

  it('are found from a reference, and in a name that is written with escapes', () => {
    const files = {
      'worker.json': WORKER,
      'manager.json': caretIn(MANAGER, 'esbworker'),
      'service.json': TEMPLATES['service.json']!.replaceAll('esbworker', 'esb\\u0077orker'),
    };
    assert.deepEqual(referencesAt(files), ['manager.json:13 esbworker', 'service.json:3 esb\\u0077orker', 'worker.json:2 esbworker']);
  });

  it('of a name that nobody defines are those that lead nowhere, too', () => {
    const files = { 'a/worker.json': caretIn(WORKER, 'esbmgt'), 'b/worker.json': WORKER };
    assert.deepEqual(referencesAt(files), ['a/worker.json:13 esbmgt', 'b/worker.json:13 esbmgt']);
  });

  it('of a host are the cartridge and the parameters with it', () => {
    assert.deepEqual(referencesAt({ 'worker.json': caretIn(WORKER, 'esb.example.com'), 'manager.json': MANAGER }), [
      'manager.json:14 esb.example.com',
      'worker.json:5 esb.example.com',
    ]);
  });

  it('are highlighted in the document', () => {
    const { workspace, uri, offset } = atCaret({ 'worker.json': caretIn(WORKER, 'esbgroup'), 'manager.json': MANAGER });
    assert.deepEqual(
      usesInDocument(workspace, uri, offset).map(({ range, role }) => `${range.start.line + 1} ${role}`),
      ['4 definition', '11 reference'],
    );
  });
});
