#!/usr/bin/env node
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { nodeFileSystem } from './nodeFileSystem';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (!process.argv.slice(2).some(argument => TRANSPORTS.includes(argument.split('=')[0]!))) {
  process.stderr.write(
    'cartridge-language-server speaks the Language Server Protocol to an editor.\n' +
      'Start it with --stdio (or --node-ipc, --socket=PORT, --pipe=NAME); to check files by hand use cartridge-check.\n',
  );
  process.exit(process.argv.includes('--help') ? 0 : 2);
}

const connection = createConnection(ProposedFeatures.all);
startServer(
  connection,
  nodeFileSystem((path, error) => connection.console.warn(`Cannot read ${path}: ${error.message}`)),
);
connection.listen();
