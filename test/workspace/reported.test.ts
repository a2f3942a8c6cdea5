import assert from 'node:assert/strict';
import { Workspace } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { ROOT, uriOf } from '../support/workspace';

describe('files that are no longer reported', () => {
  it('are published without findings, even if they were still to be checked', () => {
    let isReported = true;
    const workspace = new Workspace({ isReported: () => isReported });
    workspace.setRoots([ROOT]);
    const uri = uriOf('worker.json');
    workspace.setDiskContent(uri, { text: SOUND['worker.json']! });
    assert.deepEqual([...workspace.update()], [uri]);
    workspace.delete(uri);
    workspace.setDiskContent(uri, { text: SOUND['worker.json']! });
    assert.deepEqual([...workspace.update({ only: () => false })], [], 'it is told of once it is checked');
    isReported = false;
    workspace.updateReported();
    assert.deepEqual([...workspace.update()], [uri]);
    assert.deepEqual(workspace.file(uri)!.findings, []);
  });
});
