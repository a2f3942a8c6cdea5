import assert from 'node:assert/strict';
import { diagnostics } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { uriOf, workspaceOf } from '../support/workspace';

describe('diagnostics', () => {
  it('are sorted by place, and at one place by severity', () => {
    const without = (text: string, line: RegExp) => text.split('\n').filter(one => !line.test(one));
    const manager = without(SOUND['manager.json']!, /WORKER_|COMMIT_ENABLED|SERIVCE_GROUP/)
      .join('\n')
      .replace('"true" },\n  ]', '"true" }\n  ]')
      .replace('"provider": "wso2"', '"providr": "wso2"');
    const workspace = workspaceOf([
      ['worker.json', SOUND['worker.json']!],
      ['manager.json', manager],
    ]);
    const said = diagnostics(workspace, uriOf('manager.json')).map(({ code, severity, range }) => [range.start.line, severity, code]);
    assert.deepEqual(said, [
      [2, 1, 'unknown-field'],
      [9, 1, 'missing-worker-service-type'],
      [9, 2, 'missing-service-group-parameter'],
      [9, 2, 'missing-worker-host-name'],
      [9, 4, 'missing-commit-enabled'],
    ]);
  });
});
