import * as vscode from 'vscode';

const NAME = '.cartridge-check.json';

/** Opens the configuration file that is nearest to the file in front; where there is none, a new one for its workspace folder. */
export async function openConfiguration(): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    void vscode.window.showInformationMessage(`Open a folder first. Its configuration is a file named ${NAME}.`);
    return;
  }
  const own = vscode.Uri.joinPath(folder.uri, NAME);
  const existing = await firstThatIs(
    active && vscode.workspace.getWorkspaceFolder(active) === folder ? filesAbove(active, folder.uri) : [own],
  );
  await vscode.window.showTextDocument(existing ?? (await newFile(own)));
}

/** The places of a configuration, from the folder of a file to its workspace folder. */
function filesAbove(file: vscode.Uri, folder: vscode.Uri): vscode.Uri[] {
  const files: vscode.Uri[] = [];
  let at = file;
  do {
    at = vscode.Uri.joinPath(at, '..');
    files.push(vscode.Uri.joinPath(at, NAME));
  } while (at.path.length > folder.path.length && at.path.startsWith(folder.path));
  return files;
}

async function firstThatIs(files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  for (const file of files) {
    const isThere = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return undefined;
}

async function newFile(uri: vscode.Uri): Promise<vscode.Uri> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode('{\n  "rules": {}\n}\n') });
  await vscode.workspace.applyEdit(edit);
  return uri;
}
