import * as vscode from 'vscode';

/** Shows the page of a rule, which is part of the extension. */
export async function showPage({ extensionUri }: vscode.ExtensionContext, rule: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extensionUri, 'docs/rules', `${rule}.md`));
}
