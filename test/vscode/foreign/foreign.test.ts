import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { servers } from '../servers';

const ID = 'cartridge-tools.private-paas-cartridges';
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

describe('in a workspace of foreign JSON files', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('the names alone load the extension, and start no server', async () => {
    const extension = vscode.extensions.getExtension(ID)!;
    while (!extension.isActive) await pause(25);
    // The end of the search leaves no sign; it takes a fraction of this.
    await pause(2000);
    assert.deepEqual(servers(), []);
  });

  it('an opened one is ignored', async () => {
    const other = await vscode.workspace.openTextDocument({ language: 'json', content: '{ "name": "x" }' });
    await vscode.window.showTextDocument(other);
    const [cart] = await vscode.workspace.findFiles('**/shopping-cart*.json', undefined, 1);
    await vscode.window.showTextDocument(cart!);
    await pause(500);
    assert.deepEqual(
      vscode.languages.getDiagnostics(cart!).filter(({ source }) => source === 'cartridge'),
      [],
    );
  });

  it('the command starts it in any case', async () => {
    await vscode.commands.executeCommand('cartridge.checkWorkspace');
    assert.equal(servers().length, 1);
  });
});
