import assert from 'node:assert/strict';
import { SOUND } from '../support/fixture';
import { uriOf, workspaceOf } from '../support/workspace';

describe('the revision of a file', () => {
  const files = [...Object.entries(SOUND), ['other.json', SOUND['worker.json']!.replaceAll('esb', 'bps')] as const];
  const worker = uriOf('worker.json');
  const manager = uriOf('manager.json');

  it('is another one where findings change, of the edited file and of its partner, and of no other', () => {
    const workspace = workspaceOf(files);
    const before = new Map([...workspace.allFiles()].map(({ uri, revision }) => [uri, revision]));
    workspace.setOpenText(worker, SOUND['worker.json']!.replace('"esbworker"', '"esbworke"'));
    workspace.update();
    const changed = [...workspace.allFiles()].filter(({ uri, revision }) => before.get(uri) !== revision).map(({ uri }) => uri);
    assert.deepEqual(changed.sort(), [manager, worker]);
  });

  it('is another one where only places have moved', () => {
    const workspace = workspaceOf([['worker.json', SOUND['worker.json']!]]);
    const { findings, revision } = workspace.file(worker)!;
    assert.ok(findings.length > 0);
    workspace.setOpenText(worker, `\n${SOUND['worker.json']!}`);
    workspace.update();
    assert.notEqual(workspace.file(worker)!.revision, revision);
  });

  it('never comes again, not even of a file that was deleted and is back', () => {
    const workspace = workspaceOf(files);
    const before = new Set([...workspace.allFiles()].map(({ revision }) => revision));
    assert.equal(before.size, files.length, 'and no two files have the same');
    workspace.delete(worker);
    workspace.update();
    workspace.setDiskContent(worker, { text: SOUND['worker.json']! });
    workspace.update();
    assert.ok(!before.has(workspace.file(worker)!.revision));
  });
});
