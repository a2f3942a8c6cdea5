import type { Guard } from './errorBoundary';
import type { MaybePromise } from './fileSystem';

/**
 * Does what may have to wait for the disk one after the other, in the order in which it was added: which files are read depends on all
 * that came before. A task that fails is logged, and the next one begins.
 */
export interface TaskQueue {
  add(what: string, task: () => MaybePromise<void>): void;
}

export function taskQueueFor(guard: Guard): TaskQueue {
  const waiting: { readonly what: string; readonly task: () => MaybePromise<void> }[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await guard.async(next.what, next.task, undefined);
    isRunning = false;
  }

  return {
    add(what, task) {
      waiting.push({ what, task });
      if (!isRunning) void run();
    },
  };
}
