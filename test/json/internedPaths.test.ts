import assert from 'node:assert/strict';
import { Workspace } from '../../server/src/core';
import { childPath, InternedPaths } from '../../server/src/core/json/internedPaths';
import { ROOT } from '../../server/src/core/json/path';

describe('paths that many files share', () => {
  it('cannot be changed for another workspace', () => {
    const text = '{ "type": "a", "provider": "b", "host": "", "iaasProvider": [{ "type": "ec2" }], "portMapping": [{ "port": "x" }] }';
    const [one, other] = [new Workspace(), new Workspace()].map(workspace => {
      workspace.setDiskContent('file:///a.json', { text });
      workspace.update();
      const facts = workspace.file('file:///a.json')?.facts;
      assert.ok(facts?.kind === 'cartridge' && facts.host);
      return facts.host.path as (string | number)[];
    });
    assert.throws(() => one!.push('elsewhere'), TypeError);
    assert.deepEqual(other, ['host']);
  });

  it('are made once, for every empty path alike', () => {
    assert.equal(childPath(ROOT, 'property'), childPath([], 'property'));
  });

  it('are a limited number', () => {
    const paths = new InternedPaths(2);
    const first = paths.child(ROOT, 'a');
    assert.equal(paths.child(first, 'b'), paths.child(first, 'b'));
    assert.deepEqual(paths.child(first, 'c'), ['a', 'c']);
    assert.notEqual(paths.child(first, 'c'), paths.child(first, 'c'));
  });
});
