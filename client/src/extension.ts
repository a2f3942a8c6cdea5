import * as vscode from 'vscode';
import { isWorthALook } from '../../server/src/core/vocabulary/tellTales';
import type { CartridgeClient } from './client';
import { isWatched } from './documents';

let client: Promise<CartridgeClient> | undefined;

/** Waits, at next to no cost, for a document that looks like one of ours; only then is the client loaded and the server started. */
export function activate(context: vscode.ExtensionContext): void {
  const start = () => (client ??= import('./client.js').then(({ CartridgeClient }) => CartridgeClient.start(context)));
  const look = (document: vscode.TextDocument) => {
    if (!client && isWatched(document) && isWorthALook(document.getText())) void start();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.commands.registerCommand('cartridge.restartServer', async () => {
      if (client) await (await client).restart();
      else await start();
    }),
    vscode.commands.registerCommand('cartridge.showOutput', async () => (await start()).showOutput()),
  );
  vscode.workspace.textDocuments.forEach(look);
}
