import assert from 'node:assert/strict';
import { documentSymbols, workspaceSymbols, type OutlineEntry } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { nameOf, uriOf, workspaceOf } from '../support/workspace';

describe('the symbols of a workspace', () => {
  const workspace = workspaceOf(
    Object.entries({ 'ec2/worker.json': SOUND['worker.json']!, 'ec2/manager.json': SOUND['manager.json']!, ...TEMPLATES }),
  );
  const found = (query: string) => workspaceSymbols(workspace, query).map(({ name, of, container }) => `${of} ${name}: ${container}`);

  it('are cartridges with their role, hosts and service groups', () => {
    assert.deepEqual(found('esbw'), [
      'cartridge esbworker: ec2/worker.json (worker)',
      'cartridge wso2esb-490-worker: wso2esb-490-worker.json',
    ]);
    assert.deepEqual(found('MGT.esb.ex').slice(0, 1), ['host mgt.esb.example.com: ec2/manager.json (manager)']);
    assert.deepEqual(found('esbgroup').slice(0, 2), [
      'service group esbgroup: ec2/manager.json (manager)',
      'service group esbgroup: ec2/worker.json (worker)',
    ]);
  });

  it('are policies, partitions and all that has an id', () => {
    assert.deepEqual(found('one-member'), ['deployment policy one-member: policy.json']);
    assert.deepEqual(found('P1'), ['partition P1: partition.json']);
    assert.ok(found('economy').includes('autoscale policy economy: economy.json'));
  });

  it('stand at their words', () => {
    const { uri, range } = workspaceSymbols(workspace, 'esbworker')[0]!;
    assert.equal(nameOf(uri), 'ec2/worker.json');
    assert.equal(workspace.open(uri)!.positions.document.getText(range), 'esbworker');
  });

  it('are at most some hundreds', () => {
    const many = workspaceOf(
      Array.from({ length: 400 }, (_, i) => [`${i}.json`, SOUND['worker.json']!.replaceAll('esb', `esb${i}x`)] as const),
    );
    assert.equal(workspaceSymbols(many, '').length, 500);
  });
});

describe('the outline of a file', () => {
  const outline = (text: string) => documentSymbols(workspaceOf([['x.json', text]]), uriOf('x.json'));
  const inLines = (entries: readonly OutlineEntry[], indent = ''): string[] =>
    entries.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail === undefined ? '' : `: ${detail}`}`,
      ...inLines(children, indent + '  '),
    ]);

  it('names properties, and not their numbers', () => {
    const lines = inLines(outline(SOUND['worker.json']!));
    assert.deepEqual(lines.slice(0, 2), ['type: esbworker', 'provider: wso2']);
    assert.ok(lines.includes('  payload_parameter.DEPLOYMENT'));
    assert.ok(lines.includes('  https'), 'a port mapping by its protocol');
    assert.ok(!lines.some(line => /^\s*\d+$/.test(line)));
  });

  it('is there while somebody types, and has no empty names', () => {
    const workspace = workspaceOf([['x.json', SOUND['worker.json']!]]);
    workspace.setOpenText(uriOf('x.json'), SOUND['worker.json']!.replace('"provider": "wso2",', '"": "", "provider'));
    workspace.update();
    const lines = inLines(documentSymbols(workspace, uriOf('x.json')));
    assert.deepEqual(lines.slice(0, 2), ['type: esbworker', '"": ']);
  });

  it('is none of other JSON', () => assert.deepEqual(outline('{ "a": 1 }'), []));
});
