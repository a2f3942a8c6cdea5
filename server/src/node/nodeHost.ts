import type { Host, Timers } from '../lsp/host';
import { nodeFileSystem } from './nodeFileSystem';
import type { OnUnreadable } from './readContent';

export const nodeTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  pause: () => new Promise(resolve => setImmediate(resolve)),
};

/** What the server needs where it runs on Node. */
export const nodeHost = (onUnreadable: OnUnreadable): Host => ({ fileSystem: nodeFileSystem(onUnreadable), timers: nodeTimers });
