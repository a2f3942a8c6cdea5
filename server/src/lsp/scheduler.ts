import type { Workspace } from '../core';
import { LONGEST_WAIT } from './clientCapabilities';
import type { Guard } from './errorBoundary';
import type { Publisher } from './publisher';
import { yieldToEvents, SLICE } from './yielding';

/** Decides when what has changed is checked, and publishes it. */
export interface Scheduler {
  /** Checks what is open at once, and the rest in slices. */
  flush(): void;
  /** The same after a short silence, or after the longest wait if there is none. */
  flushSoon(): void;
  stop(): void;
}

interface SchedulerContext {
  readonly workspace: Workspace;
  readonly documents: ReadonlyMap<string, unknown>;
  readonly publisher: Publisher;
  readonly attempt: Guard;
  /** Milliseconds of silence before a check; 0: none. */
  readonly debounce: number;
  readonly isRunning: () => boolean;
  /** Files are yet to be read: a check of what is not open would be one too many. */
  readonly isWaiting: () => boolean;
  /** The project is being read: its files that are not open are checked afterwards. */
  readonly isReading: (root: string) => boolean;
}

export function schedulerOf(context: SchedulerContext): Scheduler {
  const { workspace, documents, publisher, attempt, debounce, isRunning, isWaiting, isReading } = context;
  let timer: NodeJS.Timeout | undefined;
  /** When the first change came that is not checked yet. */
  let waitingSince: number | undefined;
  let isFlushing = false;

  function flushSoon(): void {
    clearTimeout(timer);
    if (debounce === 0) return flush();
    waitingSince ??= Date.now();
    timer = setTimeout(flush, Math.min(debounce, Math.max(waitingSince + LONGEST_WAIT - Date.now(), 0)));
  }

  function flush(): void {
    stop();
    waitingSince = undefined;
    if (!isRunning()) return;
    attempt('Checking', () => publisher.publish(workspace.update({ only: uri => documents.has(uri) })), undefined);
    void flushRest();
  }

  async function flushRest(): Promise<void> {
    if (isFlushing) return;
    isFlushing = true;
    while (isRunning() && !isWaiting() && attempt('Checking', checkSlice, false)) await yieldToEvents();
    isFlushing = false;
  }

  function checkSlice(): boolean {
    const touched = workspace.update({ only: uri => !isReading(workspace.rootOf(uri)), atMost: SLICE });
    publisher.publish(touched);
    return touched.size > 0;
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  return { flush, flushSoon, stop };
}
