import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentSymbol,
  Location,
  LocationLink,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { SOUND } from '../support/fixture';
import { InProcess, uri } from '../support/inProcess';

/** Where a text stands in the worker, in its first letter but one. */
function placeOf(text: string, word: string) {
  const before = text.slice(0, text.indexOf(word) + 1).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

const WORKER = SOUND['worker.json']!;
const WORD = { start: { line: 1, character: 11 }, end: { line: 1, character: 17 } };

describe('requests about names', () => {
  let server: InProcess;
  afterEach(() => server.client.dispose());

  const start = async (capabilities: object = {}) => {
    server = await InProcess.start(Object.entries(SOUND), { capabilities: { workspace: { workspaceFolders: true }, ...capabilities } });
    await server.open('worker.json');
    await server.idle();
  };
  const ask = <T>(method: string, position: object, more: object = {}): Promise<T> =>
    server.client.sendRequest(method, { textDocument: { uri: uri('worker.json') }, position, ...more });

  it('are answered with places', async () => {
    await start();
    const at = placeOf(WORKER, 'esbmgt');
    assert.deepEqual(await ask<Location[]>('textDocument/definition', at), [{ uri: uri('manager.json'), range: WORD }]);
    assert.equal((await ask<Location[]>('textDocument/references', at, { context: { includeDeclaration: true } })).length, 2);
    assert.deepEqual(await ask<Location[]>('textDocument/references', at, { context: { includeDeclaration: false } }), [
      {
        uri: uri('worker.json'),
        range: { start: { line: at.line, character: at.character - 1 }, end: { line: at.line, character: at.character + 5 } },
      },
    ]);
    assert.deepEqual(
      (await ask<DocumentHighlight[]>('textDocument/documentHighlight', at)).map(({ kind }) => kind),
      [2],
    );
  });

  it('are answered with links where the client shows them', async () => {
    await start({ textDocument: { definition: { linkSupport: true } } });
    const at = placeOf(WORKER, 'esbmgt');
    const [link] = await ask<LocationLink[]>('textDocument/definition', at);
    assert.deepEqual(link, {
      originSelectionRange: { start: { line: at.line, character: at.character - 1 }, end: { line: at.line, character: at.character + 5 } },
      targetUri: uri('manager.json'),
      targetRange: WORD,
      targetSelectionRange: WORD,
    });
  });

  it('are answered with text in the format that the client likes best', async () => {
    for (const [contentFormat, kind] of [
      [undefined, 'plaintext'],
      [['plaintext', 'markdown'], 'plaintext'],
      [['markdown', 'plaintext'], 'markdown'],
    ] as const) {
      await start({ textDocument: { hover: contentFormat ? { contentFormat } : {} } });
      const { contents } = await ask<{ contents: { kind: string; value: string } }>('textDocument/hover', placeOf(WORKER, 'esbmgt'));
      assert.equal(contents.kind, kind);
      assert.equal(contents.value.includes('**`esbmgt`**'), kind === 'markdown');
      if (contentFormat !== undefined && kind === 'plaintext') server.client.dispose();
    }
    assert.equal(await ask('textDocument/hover', { line: 0, character: 0 }), null);
  });

  it('are answered with symbols, as a tree or as a list', async () => {
    await start({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } });
    const document = { textDocument: { uri: uri('worker.json') } };
    const tree: DocumentSymbol[] = await server.client.sendRequest('textDocument/documentSymbol', document);
    assert.deepEqual(
      tree
        .at(-1)!
        .children!.map(({ name }) => name)
        .slice(0, 2),
      ['payload_parameter.SERIVCE_GROUP', 'payload_parameter.DEPLOYMENT'],
    );
    const symbols: SymbolInformation[] = await server.client.sendRequest('workspace/symbol', { query: 'esbmgt' });
    assert.deepEqual(symbols, [
      { name: 'esbmgt', kind: 5, location: { uri: uri('manager.json'), range: WORD }, containerName: 'cartridge, manager.json (manager)' },
    ]);
    await assert.rejects(() => server.client.sendRequest('workspace/symbol', {}), /parameters/);
    server.client.dispose();
    await start();
    const list: SymbolInformation[] = await server.client.sendRequest('textDocument/documentSymbol', document);
    assert.ok(list.some(({ name, containerName }) => name === 'payload_parameter.DEPLOYMENT' && containerName === 'property'));
  });

  it('leave the outline to a client that has one', async () => {
    server = await InProcess.start(Object.entries(SOUND), { initializationOptions: { showsOutline: true } });
    assert.equal(server.initialized.capabilities.documentSymbolProvider, undefined);
  });

  it('rename, and say why they do not', async () => {
    await start({ textDocument: { rename: { prepareSupport: true } } });
    assert.deepEqual(server.initialized.capabilities.renameProvider, { prepareProvider: true });
    const at = placeOf(WORKER, 'esbmgt');
    assert.equal((await ask<{ placeholder: string }>('textDocument/prepareRename', at)).placeholder, 'esbmgt');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', at, { newName: 'boss' });
    assert.deepEqual(Object.keys(edit.changes!).sort(), [uri('manager.json'), uri('worker.json')]);
    await assert.rejects(() => ask('textDocument/rename', at, { newName: 'esbworker' }), /has the cartridge "esbworker" already/);
    await assert.rejects(() => ask('textDocument/rename', at), /parameters/);
    assert.equal(await ask('textDocument/prepareRename', { line: 0, character: 0 }), null);
    server.client.dispose();
    await start();
    assert.equal(server.initialized.capabilities.renameProvider, true);
  });

  it('see what is not saved', async () => {
    await start();
    await server.open('manager.json', SOUND['manager.json']!.replace('{\n', '{\n\n'));
    const [place] = await ask<Location[]>('textDocument/definition', placeOf(WORKER, 'esbmgt'));
    assert.equal(place!.range.start.line, WORD.start.line + 1);
  });

  it('are answered with nothing elsewhere, and refused without a position', async () => {
    await start();
    for (const method of ['definition', 'references', 'documentHighlight']) {
      assert.deepEqual(await ask(`textDocument/${method}`, { line: 0, character: 0 }), []);
      assert.deepEqual(await ask(`textDocument/${method}`, { line: 1e6, character: 1e6 }), []);
      await assert.rejects(() => ask(`textDocument/${method}`, { line: 'x' }), /parameters/);
    }
  });
});
