import * as vscode from 'vscode';
import { mayBeDefinition } from '../../server/src/core/vocabulary/detection';
import { SHOW_DOCUMENTATION } from '../../server/src/protocol';
import type { CartridgeClient } from './client';
import { openConfiguration } from './configurationFile';
import { isWatched } from './documents';
import { showPage } from './pages';
import { holdsDefinitions } from './workspaceSearch';

let client: Promise<CartridgeClient> | undefined;

/** Waits, at next to no cost, for a file that looks like one of ours; only then is the client loaded and the server started. */
export function activate(context: vscode.ExtensionContext): void {
  const search = new vscode.CancellationTokenSource();

  const start = () => {
    search.cancel();
    // Commands that are of no use elsewhere are shown from now on.
    void vscode.commands.executeCommand('setContext', 'cartridge.active', true);
    return (client ??= import('./client.js').then(({ CartridgeClient }) => CartridgeClient.start(context)));
  };
  const look = (document: vscode.TextDocument) => {
    if (!client && isWatched(document) && mayBeDefinition(document.getText())) void start();
  };
  const lookAround = async () => {
    const isDefinition = async (text: string) => (await import('./recognition.js')).isDefinition(text);
    if (!client && (await holdsDefinitions(wakingNames(context), isDefinition, search.token))) await start();
  };

  context.subscriptions.push(
    search,
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void lookAround()),
    vscode.commands.registerCommand('cartridge.checkWorkspace', async () => {
      await start();
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    }),
    vscode.commands.registerCommand('cartridge.restartServer', async () => {
      if (client) await (await client).restart();
      else await start();
    }),
    vscode.commands.registerCommand('cartridge.openConfiguration', openConfiguration),
    vscode.commands.registerCommand(SHOW_DOCUMENTATION, (rule: string) => showPage(context, rule)),
    vscode.commands.registerCommand('cartridge.showOutput', async () => (await start()).showOutput()),
  );
  vscode.workspace.textDocuments.forEach(look);
  void lookAround();
}

/** The names for which VS Code loads the extension: the manifest has the only list of them. */
function wakingNames({ extension }: vscode.ExtensionContext): string[] {
  const { activationEvents } = extension.packageJSON as { activationEvents: string[] };
  return activationEvents.flatMap(event => /^workspaceContains:(.+)/.exec(event)?.[1] ?? []);
}
