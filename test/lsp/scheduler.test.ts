import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Workspace } from '../../server/src/core';
import { guardFor } from '../../server/src/lsp/errorBoundary';
import { schedulerOf } from '../../server/src/lsp/scheduler';
import { nodeTimers } from '../../server/src/node/nodeHost';

describe('when changes are checked', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
  afterEach(() => mock.timers.reset());

  /** At which milliseconds a check came, with a change at each of `changes`. */
  function checksAt(changes: readonly number[], debounce: number): number[] {
    const start = Date.now();
    const checks: number[] = [];
    const scheduler = schedulerOf({
      workspace: new Workspace(),
      documents: new Map(),
      timers: nodeTimers,
      guard: guardFor({ console: { error: message => assert.fail(message) } }),
      onChecked: () => checks.push(Date.now() - start),
      debounce,
      isRunning: () => true,
      // What is not open is none of this.
      isWaiting: () => true,
      isReading: () => false,
    });
    for (let now = 0; now <= 4000; now++) {
      if (changes.includes(now)) scheduler.flushSoon();
      mock.timers.tick(1);
    }
    scheduler.stop();
    return checks;
  }
  const every = (milliseconds: number, until: number) => Array.from({ length: until / milliseconds + 1 }, (_, i) => i * milliseconds);

  it('after a silence: two quick changes are one check', () => {
    assert.deepEqual(checksAt([0, 30], 50), [80]);
    assert.deepEqual(checksAt([0, 60], 50), [50, 110]);
  });

  it('every half a second at the latest, where there is no silence', () => {
    const checks = checksAt(every(30, 3000), 50);
    assert.deepEqual(
      checks.map((at, i) => at - (checks[i - 1] ?? 0)).filter(wait => wait > 530),
      [],
    );
    assert.ok(checks.length <= 7, `${checks.length} checks, and not one for each change`);
    assert.equal(checks.at(-1), 3050);
  });

  it('at once where no silence is asked for', () => {
    assert.deepEqual(checksAt([0, 1, 2], 0), [0, 1, 2]);
  });
});
