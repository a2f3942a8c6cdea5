import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { servers } from '../servers';

const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
const uri = (name: string) => vscode.Uri.joinPath(folder(), name);

const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

async function eventually<T>(what: string, probe: () => T | Promise<T>, milliseconds = 20_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 25))) {
    const value = await probe();
    if (value) return value;
  }
  throw new Error(
    `waited in vain: ${what}; diagnostics: ${vscode.languages
      .getDiagnostics()
      .map(([file, all]) => `${file.path}: ${all.map(codeOf).join(' ')}`)
      .join('; ')}`,
  );
}

const ours = (name: string) => vscode.languages.getDiagnostics(uri(name)).filter(({ source }) => source === 'cartridge');
const codes = (name: string) => ours(name).map(codeOf).sort();
const until = (name: string, ...expected: string[]) =>
  eventually(
    `${name} to have ${expected.join(', ') || 'nothing'}`,
    () => JSON.stringify(codes(name)) === JSON.stringify([...expected].sort()),
  );

async function show(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri(name)));
}

async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const at = editor.document.getText().indexOf(from);
  assert.notEqual(at, -1, from);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + from.length));
  assert.ok(await editor.edit(edit => edit.replace(range, to)));
}

/** How many of a menu's actions are resolved: what an action does is asked for later. */
const RESOLVED = 20;

/** Requests come back empty, or cancelled, while another extension registers a provider: ask again. */
const actionsAt = (name: string, range: vscode.Range, kind?: string, titled = '') =>
  eventually(`an action "${titled}"`, async () => {
    const request = 'vscode.executeCodeActionProvider';
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(request, uri(name), range, kind, RESOLVED);
    return actions.find(({ title }) => title.startsWith(titled));
  });

const WORKER = ['missing-primary', 'unknown-manager-service-type'];
const MANAGER = ['missing-clustering', 'missing-worker-host-name', 'missing-worker-service-type', 'unread-service-group-spelling'];

describe('in VS Code', () => {
  it('checks the workspace before a file is opened', async () => {
    await until('ec2/bps-worker.json', ...WORKER);
    await until('ec2/bps-manager.json', ...MANAGER);
    assert.deepEqual(
      // VS Code itself may look into its settings.
      vscode.workspace.textDocuments.filter(({ uri }) => uri.path.endsWith('.json') && vscode.workspace.getWorkspaceFolder(uri)),
      [],
    );
  });

  it('shows the diagnostics of the open file and of its partner file, which is not open, with a link to it', async () => {
    await show('ec2/bps-manager.json');
    await until('ec2/bps-manager.json', ...MANAGER);
    await until('ec2/bps-worker.json', ...WORKER);
    await until('openstack/bps-worker.json');
    const unknown = ours('ec2/bps-worker.json').find(one => codeOf(one) === 'unknown-manager-service-type')!;
    assert.equal(unknown.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(unknown.relatedInformation![0]!.location.uri.toString(), uri('ec2/bps-manager.json').toString());
    assert.equal(
      (await vscode.workspace.openTextDocument(unknown.relatedInformation![0]!.location.uri)).getText(
        unknown.relatedInformation![0]!.location.range,
      ),
      '"bpsmgt"',
    );
  });

  it('inserts all missing payload parameters, and one undo takes them back', async () => {
    const editor = await show('ec2/bps-manager.json');
    const before = editor.document.getText();
    const at = ours('ec2/bps-manager.json').find(one => codeOf(one) === 'missing-clustering')!.range;
    const action = await actionsAt('ec2/bps-manager.json', at, undefined, 'Insert all missing payload parameters');
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    await until('ec2/bps-manager.json', 'unread-service-group-spelling');
    const property = (JSON.parse(editor.document.getText()) as { property: { name: string; value: string }[] }).property;
    assert.deepEqual(property.slice(-3), [
      { name: 'payload_parameter.WORKER_SERVICE_TYPE', value: 'bpsworker' },
      { name: 'payload_parameter.WORKER_HOST_NAME', value: 'bps.example.com' },
      { name: 'payload_parameter.CLUSTERING', value: 'true' },
    ]);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await until('ec2/bps-manager.json', ...MANAGER);
  });

  it('applies Fix All', async () => {
    const editor = await show('ec2/bps-worker.json');
    const before = editor.document.getText();
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const action = await actionsAt('ec2/bps-worker.json', whole, 'source.fixAll.cartridge', 'Fix all');
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    await until('ec2/bps-worker.json', 'unknown-manager-service-type');
    assert.ok(editor.document.getText().includes('"PRIMARY"'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await until('ec2/bps-worker.json', ...WORKER);
  });

  it('uses the unsaved text of the partner file', async () => {
    await until('openstack/esb-manager.json');
    const editor = await show('openstack/esb-worker.json');
    await replace(editor, '"esb.example.com"', '"esb.example.org"');
    await until('openstack/esb-manager.json', 'worker-host-name-mismatch');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('openstack/esb-manager.json');
  });

  it('fixes the partner file, and one undo there takes it back', async () => {
    const worker = await show('openstack/esb-worker.json');
    await replace(worker, '"serviceGroup": "esbgroup"', '"serviceGroup": "esb"');
    await until('openstack/esb-worker.json', 'service-group-mismatch');
    const [at] = ours('openstack/esb-worker.json').map(({ range }) => range);
    const action = await actionsAt('openstack/esb-worker.json', at!, undefined, 'Set serviceGroup in esb-manager.json');
    const [entry] = action.edit!.entries();
    assert.equal(entry![0].toString(), uri('openstack/esb-manager.json').toString());
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    await until('openstack/esb-worker.json', 'service-group-disagreement');
    await show('openstack/esb-manager.json');
    await vscode.commands.executeCommand('undo');
    await until('openstack/esb-manager.json', 'service-group-mismatch');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await show('openstack/esb-worker.json');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('openstack/esb-worker.json');
  });

  it('ignores the other side of a comparison', async () => {
    const text = fs.readFileSync(uri('ec2/esb-worker.json').fsPath, 'utf8').replace('"PRIMARY"', '"SECONDARY"');
    // What the timeline, source control and the clipboard are compared by: a document out of a provider, of a scheme of its own.
    const past = vscode.Uri.file(uri('ec2/esb-worker.json').fsPath).with({ scheme: 'past-version' });
    const provider = vscode.workspace.registerTextDocumentContentProvider(past.scheme, { provideTextDocumentContent: () => text });
    await vscode.commands.executeCommand('vscode.diff', past, uri('ec2/esb-worker.json'), 'Past and present');
    const old = await eventually('the old side', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === past.scheme));
    assert.equal(old.languageId, 'json');
    // A change that is told tells that all before it was taken.
    const editor = await show('openstack/esb-worker.json');
    await replace(editor, '"PRIMARY"', '"SECONDARY"');
    await until('openstack/esb-worker.json', 'missing-primary');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('openstack/esb-worker.json');
    assert.deepEqual(codes('ec2/esb-worker.json'), []);
    assert.deepEqual(
      vscode.languages.getDiagnostics(past).filter(({ source }) => source === 'cartridge'),
      [],
    );
    provider.dispose();
  });

  it('puts the caret where a value has to be typed', async () => {
    const name = 'alone/manager.json';
    fs.mkdirSync(uri('alone').fsPath);
    const text = fs.readFileSync(uri('openstack/esb-manager.json').fsPath, 'utf8');
    fs.writeFileSync(
      uri(name).fsPath,
      text.replace('"esbmgt"', '"alonemgt"').replace('"payload_parameter.WORKER_SERVICE_TYPE"', '"payload_parameter.SOMETHING_ELSE"'),
    );
    const editor = await show(name);
    await until(name, 'missing-worker-service-type');
    const action = await actionsAt(name, ours(name)[0]!.range, undefined, 'Insert WORKER_SERVICE_TYPE (fill in the value)');
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    await vscode.commands.executeCommand(action.command!.command, ...(action.command!.arguments as unknown[]));
    const caret = editor.selection.active;
    assert.equal(editor.document.getText(new vscode.Range(caret.translate(0, -1), caret.translate(0, 1))), '""');
    assert.match(editor.document.getText(new vscode.Range(caret.line - 1, 0, caret.line, 0)), /WORKER_SERVICE_TYPE/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    fs.rmSync(uri('alone').fsPath, { recursive: true });
  });

  it('follows files that others delete and create', async () => {
    const file = uri('ec2/esb-manager.json').fsPath;
    const text = fs.readFileSync(file);
    fs.rmSync(file);
    await until('ec2/esb-worker.json', 'unknown-manager-service-type');
    fs.writeFileSync(path.join(path.dirname(file), 'renamed.json'), text);
    await until('ec2/esb-worker.json');
    fs.rmSync(path.join(path.dirname(file), 'renamed.json'));
    await until('ec2/esb-worker.json', 'unknown-manager-service-type');
    fs.writeFileSync(file, text);
    await until('ec2/esb-worker.json');
  });

  it('follows a whole folder that is moved in and away', async () => {
    const away = path.join(path.dirname(folder().fsPath), `${path.basename(folder().fsPath)}-away`);
    const here = uri('copy').fsPath;
    fs.cpSync(uri('ec2').fsPath, away, { recursive: true });
    fs.renameSync(away, here);
    await until('copy/bps-worker.json', ...WORKER);
    fs.renameSync(here, away);
    await until('copy/bps-worker.json');
    fs.rmSync(away, { recursive: true });
  });

  it('leaves syntax errors to VS Code, and keeps its findings meanwhile', async () => {
    const editor = await show('ec2/bps-worker.json');
    await until('ec2/bps-worker.json', ...WORKER);
    await replace(editor, '"property": [\n    {', '"property": [\n    { "name": "\n    {');
    await eventually('a syntax error of VS Code', () =>
      vscode.languages.getDiagnostics(uri('ec2/bps-worker.json')).some(({ source }) => source !== 'cartridge'),
    );
    assert.deepEqual(codes('ec2/bps-worker.json'), WORKER);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('replaces curly quotes in a definition that does not parse', async () => {
    const name = 'curly.json';
    const straight = fs.readFileSync(uri('openstack/esb-worker.json').fsPath, 'utf8');
    fs.writeFileSync(uri(name).fsPath, straight.replaceAll(/"([^"]*)"/g, '“$1”'));
    const editor = await show(name);
    const action = await actionsAt(name, new vscode.Range(0, 0, 1, 0), undefined, 'Replace curly quotes');
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.equal(editor.document.getText(), straight);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    fs.rmSync(uri(name).fsPath);
  });

  it('applies a setting as soon as it is changed', async () => {
    const settings = vscode.workspace.getConfiguration('cartridge');
    await settings.update('maxFileSize', 100, vscode.ConfigurationTarget.Global);
    await until('ec2/bps-worker.json', 'oversized-file');
    await settings.update('maxFileSize', undefined, vscode.ConfigurationTarget.Global);
    await until('ec2/bps-worker.json', ...WORKER);
  });

  it('leads from a service type to its cartridge, and to all its uses', async () => {
    const { document } = await show('openstack/esb-worker.json');
    const at = document.positionAt(document.getText().indexOf('"esbmgt"') + 2);
    const ask = <T>(what: string) => vscode.commands.executeCommand<T>(`vscode.execute${what}Provider`, document.uri, at);
    const [link] = await eventually('the definition', async () => {
      const links = await ask<vscode.LocationLink[]>('Definition');
      return links.length > 0 ? links : undefined;
    });
    assert.equal(link!.targetUri.toString(), uri('openstack/esb-manager.json').toString());
    assert.equal((await vscode.workspace.openTextDocument(link!.targetUri)).getText(link!.targetRange), 'esbmgt');
    const uses = (await ask<vscode.Location[]>('Reference')).map(one => vscode.workspace.asRelativePath(one.uri)).sort();
    assert.deepEqual(uses, ['openstack/esb-manager.json', 'openstack/esb-worker.json'], 'and not those of ec2');
    const hovers = await ask<vscode.Hover[]>('Hover');
    const text = hovers.flatMap(({ contents }) => contents.map(one => (typeof one === 'string' ? one : one.value))).join('');
    assert.match(text, /\*\*`esbmgt`\*\*: cartridge[^]*It names this cartridge as its partner/);
  });

  it('renames a service type in its folder, and finds it among the symbols of the workspace', async () => {
    const { document } = await show('openstack/esb-worker.json');
    const at = document.positionAt(document.getText().indexOf('"esbmgt"') + 2);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'esbboss',
    );
    assert.deepEqual(
      edit.entries().map(([file, edits]) => [vscode.workspace.asRelativePath(file), edits.map(({ newText }) => newText)]),
      [
        ['openstack/esb-manager.json', ['esbboss']],
        ['openstack/esb-worker.json', ['esbboss']],
      ],
    );
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'esbmgt');
    assert.deepEqual(
      symbols
        .filter(({ name }) => name === 'esbmgt')
        .map(({ location }) => vscode.workspace.asRelativePath(location.uri))
        .sort(),
      ['ec2/esb-manager.json', 'openstack/esb-manager.json'],
    );
  });

  it('turns rules off by a setting, at once', async () => {
    const settings = vscode.workspace.getConfiguration('cartridge', folder());
    await settings.update('rules', { 'missing-primary': 'off' }, vscode.ConfigurationTarget.Workspace);
    await until('ec2/bps-worker.json', ...WORKER.filter(code => code !== 'missing-primary'));
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await until('ec2/bps-worker.json', ...WORKER);
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await until('ec2/bps-worker.json');
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await until('ec2/bps-worker.json', ...WORKER);
  });

  it('allows a finding in the configuration, which it makes and opens, and undo brings it back', async () => {
    await show('ec2/bps-worker.json');
    const at = ours('ec2/bps-worker.json').find(one => codeOf(one) === 'missing-primary')!.range;
    const action = await actionsAt('ec2/bps-worker.json', at, undefined, 'Allow missing-primary');
    assert.ok(!action.isPreferred);
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    await vscode.commands.executeCommand(action.command!.command, ...(action.command!.arguments as unknown[]));
    await until('ec2/bps-worker.json', ...WORKER.filter(code => code !== 'missing-primary'));
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), uri('.cartridge-check.json').toString());
    const written = editor.document.getText();
    assert.deepEqual((JSON.parse(written) as { allow: unknown }).allow, [
      { rule: 'missing-primary', files: ['ec2/bps-worker.json'], at: 'PRIMARY', reason: '' },
    ]);
    assert.equal(editor.document.offsetAt(editor.selection.active), written.indexOf('"reason": "') + '"reason": "'.length);
    await vscode.commands.executeCommand('undo');
    await until('ec2/bps-worker.json', ...WORKER);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    fs.rmSync(uri('.cartridge-check.json').fsPath, { force: true });
    await until('ec2/bps-worker.json', ...WORKER);
  });

  it('links a finding to the page of its rule', async () => {
    const [finding] = ours('ec2/bps-worker.json');
    const { value, target } = finding!.code as { value: string; target: vscode.Uri };
    assert.ok(target.path.endsWith(`/docs/rules/${value}.md`), String(target));
    assert.ok(fs.readFileSync(target.fsPath, 'utf8').startsWith(`# \`${value}\``));
    await vscode.commands.executeCommand('cartridge.showDocumentation', value);
    await eventually('the page', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes(`${value}.md`));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('opens the configuration, and makes one where there is none', async () => {
    await show('ec2/bps-worker.json');
    await vscode.commands.executeCommand('cartridge.openConfiguration');
    assert.equal(vscode.window.activeTextEditor!.document.uri.toString(), uri('.cartridge-check.json').toString());
    assert.deepEqual(JSON.parse(vscode.window.activeTextEditor!.document.getText()), { rules: {} });
    fs.writeFileSync(uri('ec2/.cartridge-check.json').fsPath, '{}');
    await show('ec2/bps-worker.json');
    await vscode.commands.executeCommand('cartridge.openConfiguration');
    assert.equal(vscode.window.activeTextEditor!.document.uri.toString(), uri('ec2/.cartridge-check.json').toString());
    for (const name of ['ec2/.cartridge-check.json', '.cartridge-check.json']) fs.rmSync(uri(name).fsPath);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('restarts the server when it ends unexpectedly', async function () {
    if (process.platform !== 'linux') this.skip();
    const [pid] = await eventually('the server', () => (servers().length === 1 ? servers() : undefined));
    execFileSync('kill', ['-9', String(pid)]);
    await eventually('another server', () => servers().length === 1 && servers()[0] !== pid);
    const editor = await show('openstack/esb-worker.json');
    await replace(editor, '"PRIMARY"', '"SECONDARY"');
    await until('openstack/esb-worker.json', 'missing-primary');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('openstack/esb-worker.json');
  });

  it('restarts the server on command', async function () {
    if (process.platform !== 'linux') this.skip();
    const before = servers();
    await vscode.commands.executeCommand('cartridge.restartServer');
    await eventually('another server', () => servers().length === 1 && servers()[0] !== before[0]);
    await until('ec2/bps-worker.json', ...WORKER);
  });

  it('follows the configuration file, which VS Code takes for JSON with comments', async () => {
    const name = '.cartridge-check.json';
    fs.writeFileSync(uri(name).fsPath, '{\n  // started by hand\n  "rules": { "missing-primary": "off" }\n}\n');
    await until('ec2/bps-worker.json', ...WORKER.filter(code => code !== 'missing-primary'));
    const editor = await show(name);
    assert.equal(editor.document.languageId, 'jsonc');
    await replace(editor, 'missing-primary', 'missing-primry');
    await until(name, 'invalid-configuration');
    await until('ec2/bps-worker.json', ...WORKER);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    fs.rmSync(uri(name).fsPath);
    await until('ec2/bps-worker.json', ...WORKER);
  });
});
