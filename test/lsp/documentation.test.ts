import assert from 'node:assert/strict';
import type { CodeAction, InitializeResult, ShowDocumentParams } from 'vscode-languageserver/node';
import { SOUND } from '../support/fixture';
import { InProcess } from '../support/inProcess';

const MISSING = SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"');
const PAGE = 'file:///pages/missing-primary.md';

describe('the page of a rule', () => {
  let server: InProcess;
  afterEach(() => server.client.dispose());

  const start = async (capabilities: object, initializationOptions: object = {}): Promise<InitializeResult> => {
    server = await InProcess.start(Object.entries({ ...SOUND, 'worker.json': MISSING }), {
      capabilities: { workspace: { workspaceFolders: true }, ...capabilities },
      initializationOptions,
    });
    await server.open('worker.json');
    await server.idle();
    return server.initialized;
  };
  const documentation = async () =>
    (await server.codeActions('worker.json')).find(({ title }) => title === 'Show documentation') as CodeAction | undefined;

  it('is linked to by findings, for clients that show links', async () => {
    await start({ textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } });
    assert.deepEqual(server.published.at(-1)!.diagnostics[0]!.codeDescription, { href: PAGE });
    server.client.dispose();
    await start({});
    assert.equal(server.published.at(-1)!.diagnostics[0]!.codeDescription, undefined);
  });

  it('is shown by the client on request of the server', async () => {
    const { capabilities } = await start({ window: { showDocument: { support: true } } });
    assert.deepEqual(capabilities.executeCommandProvider, { commands: ['cartridge.showDocumentation'] });
    const shown: ShowDocumentParams[] = [];
    server.client.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      shown.push(params);
      return { success: true };
    });
    await server.client.sendRequest('workspace/executeCommand', (await documentation())!.command!);
    assert.deepEqual(shown, [{ uri: PAGE, takeFocus: true }]);
    for (const params of [
      { command: 'other' },
      { command: 'cartridge.showDocumentation' },
      { command: 'cartridge.showDocumentation', arguments: [1] },
    ])
      await assert.rejects(() => server.client.sendRequest('workspace/executeCommand', params), /There is no/);
  });

  it('is shown by a command of the client that has one', async () => {
    const { capabilities } = await start(
      { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } },
      { showsDocumentation: true },
    );
    assert.equal(capabilities.executeCommandProvider, undefined);
    const action = (await documentation())!;
    const resolved: CodeAction = await server.client.sendRequest('codeAction/resolve', action);
    assert.deepEqual(resolved.command, {
      title: 'Show documentation',
      command: 'cartridge.showDocumentation',
      arguments: ['missing-primary'],
    });
    assert.equal(resolved.edit, undefined);
  });

  it('is not offered to a client that cannot show it', async () => {
    await start({});
    assert.equal(await documentation(), undefined);
  });
});
