#!/usr/bin/env node
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { asText } from '../lsp/errorBoundary';
import { startServer } from '../lsp/server';
import { setV8Flags } from './v8Flags';
import { nodeHost } from './nodeHost';
import { openTransport } from './transport';

// What is read of thousands of files either stays or is garbage at once: more room for young objects would only be held, some thirty
// megabytes of it, and make each pause longer.
setV8Flags('stays');

/** Put in by the bundler. */
declare const PACKAGE_VERSION: string;

const NAME = 'cartridge-language-server';

// An end is told by the status alone where nobody is left to read why.
process.stderr.on('error', () => undefined);

const transport = openTransport(process.argv.slice(2), why => {
  if (why !== undefined) process.stderr.write(`${NAME}: ${why}\n`);
  process.exit(why === undefined && server.isShutDown() ? 0 : 1);
});

if (typeof transport === 'string') {
  process.stderr.write(`${NAME}: ${transport}\n`);
  process.exit(2);
}
if (!transport) {
  process.stderr.write(
    `${NAME} speaks the Language Server Protocol to an editor.\n` +
      'Start it with --stdio (or --node-ipc, --socket=PORT, --pipe=NAME); to check files by hand use cartridge-check.\n',
  );
  process.exit(process.argv.includes('--help') ? 0 : 2);
}

const connection = createConnection(ProposedFeatures.all, transport.reader, transport.writer);

// One piece of work has failed, and the others know nothing of it.
process.on('unhandledRejection', error => connection.console.error(`Unexpected error: ${asText(error)}`));

// What was being done is half done: the client starts the server again, with a state that can be relied on.
process.on('uncaughtException', error => {
  process.stderr.write(`${NAME}: internal error: ${asText(error)}\n`);
  process.exit(1);
});

const server = startServer(
  connection,
  nodeHost((path, error) => connection.console.warn(`Cannot read ${path}: ${error.message}`)),
  { version: PACKAGE_VERSION },
);
connection.listen();
