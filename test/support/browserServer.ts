import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { FileSystem } from '../../server/src/lsp/fileSystem';
import { startServer } from '../../server/src/lsp/server';

/** No files but the open documents. */
const fileSystem: FileSystem = {
  projectOf: () => Promise.resolve(undefined),
  walk: root => [{ kind: 'unlisted', uri: root }],
  list: () => Promise.resolve(undefined),
  isIncluded: () => false,
  isFolder: () => false,
  isLink: () => false,
  linksTo: () => [],
  read: () => Promise.resolve(undefined),
};

const channel = new MessageChannel();
const resumed: (() => void)[] = [];
Object.assign(channel.port1, { onmessage: () => resumed.shift()?.() });

// The types of a worker's scope are not those of Node, in whose project the tests are.
const connection = createConnection(new BrowserMessageReader(globalThis as never), new BrowserMessageWriter(globalThis as never));
startServer(connection, {
  fileSystem,
  pageOf: () => undefined,
  timers: {
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    pause: () =>
      new Promise(resolve => {
        resumed.push(resolve);
        channel.port2.postMessage(undefined);
      }),
  },
});
connection.listen();
