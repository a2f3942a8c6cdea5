import assert from 'node:assert/strict';
import { Workspace, type JsonValue } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { ROOT, said, uriOf, workspaceOf } from '../support/workspace';

const WRONG = { ...SOUND, 'worker.json': SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"') };
const FOUND = ['missing-primary error'];
const NAME = '.cartridge-check.json';

describe('a configuration file in a workspace', () => {
  const inFolder = (folder: string) => Object.entries(WRONG).map(([name, text]) => [`${folder}/${name}`, text] as const);
  const configure = (workspace: Workspace, folder: string, value: JsonValue | undefined) => {
    const uri = uriOf(folder === '' ? NAME : `${folder}/${NAME}`);
    if (value === undefined) workspace.delete(uri);
    else workspace.setDiskContent(uri, { text: JSON.stringify(value) });
    return [...workspace.update()];
  };

  it('turns a rule off in its folder, whether it comes before the files or after them, and until it is gone', () => {
    const workspace = workspaceOf([...inFolder('a'), ...inFolder('b')]);
    assert.deepEqual(said(workspace, 'a/worker.json'), FOUND);
    configure(workspace, 'a', { rules: { 'missing-primary': 'off' } });
    assert.deepEqual([said(workspace, 'a/worker.json'), said(workspace, 'b/worker.json')], [[], FOUND]);
    configure(workspace, 'a', undefined);
    assert.deepEqual(said(workspace, 'a/worker.json'), FOUND);

    const other = workspaceOf([[NAME, '{ "rules": { "missing-primary": "hint" } }'], ...inFolder('a')]);
    assert.deepEqual(said(other, 'a/worker.json'), ['missing-primary hint']);
  });

  it('settles again, and checks and looks up nothing, when it changes', () => {
    const workspace = workspaceOf([...inFolder('a'), ...inFolder('b')]);
    const { lookUps } = workspace.stats;
    const touched = configure(workspace, 'a', { rules: { 'missing-primary': 'warning' } });
    assert.deepEqual(touched.sort(), [uriOf(`a/${NAME}`), uriOf('a/worker.json')]);
    assert.equal(workspace.stats.lookUps, lookUps);
  });

  it('makes files that are neither checked nor found by others', () => {
    const workspace = workspaceOf([...inFolder('a'), ['a/draft.json', WRONG['worker.json']]]);
    assert.ok(
      said(workspace, 'a/worker.json').some(found => found.startsWith('duplicate-service-type')),
      said(workspace, 'a/worker.json').join(),
    );
    configure(workspace, '', { ignore: ['a/draft.json'] });
    assert.deepEqual([said(workspace, 'a/worker.json'), said(workspace, 'a/draft.json')], [FOUND, []]);
    configure(workspace, '', {});
    assert.ok(said(workspace, 'a/draft.json').some(found => found.startsWith('duplicate-service-type')));
  });

  it('allows a finding', () => {
    const workspace = workspaceOf(inFolder('a'));
    configure(workspace, '', { allow: [{ rule: 'missing-primary', files: ['a/worker.json'], reason: 'started by hand' }] });
    assert.deepEqual(said(workspace, 'a/worker.json'), []);
  });

  it('holds no longer when its file is deleted while it is open, and again when the file is back', () => {
    const workspace = workspaceOf([...inFolder('a'), [NAME, '{ "rules": { "missing-primary": "off" } }']]);
    workspace.setDeleted(uriOf(NAME), true);
    workspace.setOpenText(uriOf(NAME), '{ "rules": { "missing-primary": "hint" } }');
    workspace.update();
    assert.deepEqual(said(workspace, 'a/worker.json'), FOUND);
    workspace.setDeleted(uriOf(NAME), false);
    workspace.update();
    assert.deepEqual(said(workspace, 'a/worker.json'), ['missing-primary hint']);
  });

  it('holds as it was last valid while somebody types in it', () => {
    const workspace = workspaceOf([...inFolder('a'), [NAME, '{ "rules": { "missing-primary": "off" } }']]);
    workspace.setOpenText(uriOf(NAME), '{ "rules": { "missing-primary": ');
    workspace.update();
    assert.deepEqual(said(workspace, 'a/worker.json'), []);
    workspace.setOpenText(uriOf(NAME), '{ "rules": { } }');
    workspace.update();
    assert.deepEqual(said(workspace, 'a/worker.json'), FOUND);
  });
});

describe('an allow that allows nothing', () => {
  const allowing = (files: string[]): string => JSON.stringify({ allow: [{ rule: 'missing-primary', files, reason: 'x' }] });
  const found = (workspace: Workspace) => said(workspace, NAME);
  const UNUSED = ['unused-allow info'];

  it('is reported, until it allows something, and again when that is gone', () => {
    const workspace = workspaceOf([...Object.entries(SOUND), [NAME, allowing(['worker.json'])]]);
    assert.deepEqual(found(workspace), UNUSED);
    workspace.setOpenText(uriOf('worker.json'), WRONG['worker.json']);
    assert.ok(workspace.update().has(uriOf(NAME)));
    assert.deepEqual([found(workspace), said(workspace, 'worker.json')], [[], []]);
    workspace.setOpenText(uriOf('worker.json'), SOUND['worker.json']!);
    workspace.update();
    assert.deepEqual(found(workspace), UNUSED);
  });

  it('is not reported while files of its folder are unknown, or not reported themselves', () => {
    const isReported = (uri: string) => !uri.endsWith('/b/worker.json');
    const files = [
      ['b/worker.json', SOUND['worker.json']!],
      [NAME, allowing(['b/worker.json'])],
    ] as const;
    assert.deepEqual(found(workspaceOf(files, { isReported })), []);

    const workspace = workspaceOf([]);
    workspace.setComplete(ROOT, false);
    for (const [name, text] of files) workspace.setDiskContent(uriOf(name), { text });
    workspace.update();
    assert.deepEqual(found(workspace), []);
    workspace.setComplete(ROOT, true);
    workspace.update();
    assert.deepEqual(found(workspace), UNUSED);
  });

  it('is the same whatever is checked first', () => {
    const files = [
      [NAME, allowing(['a.json'])],
      ['a.json', WRONG['worker.json']],
    ] as const;
    for (const order of [files, [...files].reverse()]) {
      const workspace = workspaceOf([]);
      for (const [name, text] of order) workspace.setDiskContent(uriOf(name), { text });
      while (workspace.update({ atMost: 1 }).size > 0);
      assert.deepEqual(found(workspace), []);
    }
  });
});
