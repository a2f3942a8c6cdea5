import type { Workspace } from '../core';
import type { Guard } from './errorBoundary';
import type { Timers } from './host';

/** Milliseconds: findings come at least this often while somebody types without a pause. */
const LONGEST_WAIT = 500;

/** Files checked between two looks at what the client has sent. */
const SLICE = 100;

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
  readonly timers: Timers;
  readonly guard: Guard;
  /** The findings of these files may be different now. */
  readonly onChecked: (uris: ReadonlySet<string>) => void;
  /** Milliseconds of silence before a check; 0: none. */
  readonly debounce: number;
  readonly isRunning: () => boolean;
  /** Files are yet to be read: a check of what is not open would be one too many. */
  readonly isWaiting: () => boolean;
  /** The project is being read: its files that are not open are checked afterwards. */
  readonly isReading: (root: string) => boolean;
}

export function schedulerOf(context: SchedulerContext): Scheduler {
  const { workspace, documents, timers, guard, onChecked, debounce, isRunning, isWaiting, isReading } = context;
  let cancel: () => void = () => undefined;
  /** When the first change came that is not checked yet. */
  let waitingSince: number | undefined;
  let isFlushing = false;

  function flushSoon(): void {
    cancel();
    if (debounce === 0) return flush();
    waitingSince ??= Date.now();
    cancel = timers.after(Math.min(debounce, Math.max(waitingSince + LONGEST_WAIT - Date.now(), 0)), flush);
  }

  function flush(): void {
    stop();
    waitingSince = undefined;
    if (!isRunning()) return;
    guard('Checking', () => onChecked(workspace.update({ only: uri => documents.has(uri) })), undefined);
    void flushRest();
  }

  async function flushRest(): Promise<void> {
    if (isFlushing) return;
    isFlushing = true;
    while (isRunning() && !isWaiting() && guard('Checking', checkSlice, false)) await timers.pause();
    isFlushing = false;
  }

  function checkSlice(): boolean {
    const touched = workspace.update({ only: uri => !isReading(workspace.rootOf(uri)), atMost: SLICE });
    onChecked(touched);
    return touched.size > 0;
  }

  function stop(): void {
    cancel();
  }

  return { flush, flushSoon, stop };
}
