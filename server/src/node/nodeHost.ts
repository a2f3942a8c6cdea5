import type { Host, Timers } from '../lsp/host';
import { nodeFileSystem } from './nodeFileSystem';
import { pageFile } from './pages';
import { uriOf } from './walk';
import type { OnUnreadable } from './readContent';

export const nodeTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  pause: () => new Promise(resolve => setImmediate(resolve)),
};

/** What the server needs where it runs on Node. */
export function nodeHost(onUnreadable: OnUnreadable): Host {
  const pages = new Map<string, string | undefined>();
  const pageOf = (rule: string) => {
    if (!pages.has(rule)) pages.set(rule, asUri(pageFile(rule)));
    return pages.get(rule);
  };
  return { fileSystem: nodeFileSystem(onUnreadable), timers: nodeTimers, pageOf };
}

const asUri = (file: string | undefined): string | undefined => (file === undefined ? undefined : uriOf(file));
