import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Workspace } from '../../../server/src/core';

interface Snippet {
  readonly prefix: string;
  readonly body: string[];
  readonly description: string;
}

const ID = 'cartridge-tools.private-paas-cartridges';

describe('snippets', () => {
  let snippets: Record<string, Snippet>;
  before(async () => {
    const extension = vscode.extensions.getExtension(ID)!;
    const { contributes } = extension.packageJSON as { contributes: { snippets: { language: string; path: string }[] } };
    assert.deepEqual(
      contributes.snippets.map(({ language }) => language),
      ['json', 'jsonc'],
    );
    const file = vscode.Uri.joinPath(extension.extensionUri, contributes.snippets[0]!.path);
    snippets = JSON.parse(Buffer.from(await vscode.workspace.fs.readFile(file)).toString('utf8')) as Record<string, Snippet>;
  });

  /** What VS Code makes of snippets put, one after the other, where `‸` stands. */
  async function expanded(text: string, ...names: string[]): Promise<string> {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: text });
    const editor = await vscode.window.showTextDocument(document);
    for (const name of names) {
      const at = document.getText().indexOf('‸');
      const place = new vscode.Range(document.positionAt(at), document.positionAt(at + 1));
      assert.ok(await editor.insertSnippet(new vscode.SnippetString(snippets[name]!.body.join('\n')), place), name);
    }
    const result = document.getText();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return result;
  }

  /** All findings of a folder, and how many of its files are recognised. */
  function checked(files: Record<string, string>): { recognised: number; findings: string[] } {
    const workspace = new Workspace({ syntaxErrors: true });
    workspace.setRoots(['file:///w']);
    for (const [name, text] of Object.entries(files)) workspace.setDiskContent(`file:///w/${name}`, { text });
    workspace.update();
    const all = [...workspace.allFiles()];
    return {
      recognised: all.filter(({ facts }) => facts).length,
      findings: all.flatMap(({ uri, findings }) => findings.map(({ rule, message }) => `${uri} ${rule}: ${message}`)),
    };
  }

  const WHOLE_FILES = ['Worker cartridge', 'Manager cartridge', 'Service deployment', 'Deployment policy', 'Autoscale policy', 'Partition'];

  it('of worker and manager are a valid pair', async () => {
    const [worker, manager] = [await expanded('‸', 'Worker cartridge'), await expanded('‸', 'Manager cartridge')];
    assert.deepEqual(checked({ 'worker.json': worker, 'manager.json': manager }), { recognised: 2, findings: [] });
  });

  it('are a valid workspace all together', async () => {
    const files: Record<string, string> = {};
    for (const name of WHOLE_FILES) files[`${name}.json`] = await expanded('‸', name);
    const head = (type: string) =>
      `{\n\t"type": "${type}",\n\t"provider": "wso2",\n\t"serviceGroup": "othergroup",\n\t"multiTenant": "true",\n\t"loadBalancer": {},\n`;
    const lists = (host: string) =>
      `\t"host": "${host}",\n\t"portMapping": [\n\t\t‸\n\t],\n\t"iaasProvider": [\n\t\t‸,\n\t\t‸\n\t],\n\t‸\n}`;
    const parts = ['Port mapping', 'IaaS provider EC2', 'IaaS provider OpenStack'];
    const worker = await expanded(head('otherworker') + lists('other.example.com'), ...parts, 'Worker properties');
    const manager = await expanded(head('othermgt') + lists('mgt.other.example.com'), ...parts, 'Manager properties');
    // Two pairs in one folder: the second one gets names of its own.
    const renamed = (text: string) =>
      text
        .replaceAll('"esbgroup"', '"othergroup"')
        .replaceAll('"esbworker"', '"otherworker"')
        .replaceAll('"esbmgt"', '"othermgt"')
        .replaceAll('"esb.example.com"', '"other.example.com"');
    files['other-worker.json'] = renamed(worker);
    files['other-manager.json'] = renamed(manager);
    const list = `${head('standalone')}\t"host": "standalone.example.com",\n\t"portMapping": [\n\t\t‸\n\t],\n\t"iaasProvider": [\n\t\t‸\n\t],\n\t"property": [\n\t\t{ "name": "PRIMARY", "value": "true" },\n\t\t‸\n\t]\n}`;
    files['standalone.json'] = await expanded(list, 'Port mapping', 'IaaS provider EC2', 'Payload parameter');
    assert.deepEqual(checked(files), { recognised: 9, findings: [] });
    assert.deepEqual(
      Object.keys(snippets).sort(),
      [...WHOLE_FILES, ...parts, 'Manager properties', 'Payload parameter', 'Worker properties'].sort(),
    );
  });

  it('are offered in an empty JSON file', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: 'cartridge' });
    await vscode.window.showTextDocument(document);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 9),
    );
    const labels = list.items
      .filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet)
      .map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const { prefix } of Object.values(snippets)) assert.ok(labels.includes(prefix), `${prefix} among ${labels.join(', ')}`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
