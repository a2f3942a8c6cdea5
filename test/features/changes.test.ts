import assert from 'node:assert/strict';
import type { CodeAction, Range } from 'vscode-languageserver';
import { quickFixes, RULES, type Action, type Fix, type Rule } from '../../server/src/core';
import { atCaret } from '../support/caret';
import { SOUND } from '../support/fixture';
import { InProcess, uri } from '../support/inProcess';
import { uriOf } from '../support/workspace';

const CONTENT = { type: 'esbmgt2', property: [{ name: 'a', value: 'true' }], iaasProvider: [] };

/** A fix that sets a host in two files, and makes a third one. */
const fixOf = (uriOf: (name: string) => string): Fix => ({
  title: 'Make a counterpart',
  change: {
    files: [
      { edits: [{ op: 'set', path: ['host'], value: 'a.example.com' }] },
      { uri: uriOf('manager.json'), edits: [{ op: 'set', path: ['host'], value: 'b.example.com' }] },
      { create: uriOf('new.json'), content: CONTENT, like: uriOf('worker.json') },
    ],
  },
});

const offering = (fix: Fix): Rule => ({
  ...RULES[0]!,
  id: 'offering',
  scope: 'file',
  on: ['cartridge'],
  dialects: ['4.0'],
  check: ({ facts }, report) => {
    if ('type' in facts && facts.type?.text === 'esbworker') report({ at: { path: ['type'] }, message: 'Something', fixes: () => [fix] });
  },
});

describe('a fix that changes several files and makes one', () => {
  /** The action at the caret, with the manager's text. */
  function actionWith(manager: string): Action | undefined {
    const worker = SOUND['worker.json']!.replace('"esbworker"', '"esb‸worker"');
    const { workspace, uri, position } = atCaret({ 'worker.json': worker, 'manager.json': manager }, { rules: [offering(fixOf(uriOf))] });
    return quickFixes(workspace, uri, { start: position, end: position })[0];
  }

  it('is one action, with the edits of each file and the text of the new one', () => {
    const action = actionWith(SOUND['manager.json']!)!;
    const [own, other, made] = action.edit().files;
    assert.equal(action.createsFiles, true);
    assert.ok(own && 'edits' in own && own.uri === uriOf('worker.json') && own.edits.length === 1);
    assert.equal(own.edits[0]!.newText, '"a.example.com"');
    assert.ok(other && 'edits' in other && other.uri === uriOf('manager.json') && other.edits.length === 1);
    assert.equal(other.edits[0]!.newText, '"b.example.com"');
    assert.ok(made && 'create' in made && made.create === uriOf('new.json'));
    assert.deepEqual(JSON.parse(made.text), CONTENT);
  });

  it('is not offered while one of the files cannot be read', () => {
    assert.equal(actionWith('{ "type": '), undefined);
  });
});

describe('a code action on the connection', () => {
  const range: Range = { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } };
  let server: InProcess;
  afterEach(() => server.client.dispose());

  async function start(resolves: boolean, resourceOperations: string[]): Promise<CodeAction[]> {
    server = await InProcess.start(Object.entries(SOUND), {
      rules: [offering(fixOf(uri))],
      capabilities: {
        workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true, resourceOperations: resourceOperations as never } },
        textDocument: {
          codeAction: resolves ? { dataSupport: true, resolveSupport: { properties: ['edit'] } } : {},
        },
      },
    });
    await server.open('worker.json');
    await server.idle();
    return actions();
  }
  const actions = (): Promise<CodeAction[]> =>
    server.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uri('worker.json') },
      range,
      context: { diagnostics: [] },
    });
  const resolve = (action: CodeAction): Promise<CodeAction> => server.client.sendRequest('codeAction/resolve', action);

  it('has its edit at once for a client that cannot ask later', async () => {
    const [action] = await start(false, ['create']);
    assert.equal(action!.edit!.documentChanges!.length, 4);
  });

  it('has its edit when it is chosen, where the client asks for it then', async () => {
    const [action] = await start(true, ['create']);
    assert.equal(action!.edit, undefined);
    const { edit } = await resolve(action!);
    const [own, other, create, text] = edit!.documentChanges!;
    assert.deepEqual(create, { kind: 'create', uri: uri('new.json'), options: { overwrite: false, ignoreIfExists: false } });
    assert.deepEqual(
      [own, other, text].map(one => 'textDocument' in one! && [one.textDocument.uri, one.textDocument.version]),
      [
        [uri('worker.json'), 1],
        [uri('manager.json'), null],
        [uri('new.json'), null],
      ],
    );
  });

  it('is not offered to a client that cannot make files', async () => {
    assert.deepEqual(await start(true, []), []);
  });

  it('that is gone when it is chosen is refused, and the next is answered', async () => {
    const [action] = await start(true, ['create']);
    await server.change('worker.json', { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 21 } }, text: '"other"' });
    await assert.rejects(resolve(action!), /has changed/);
    await server.change('worker.json', {
      range: { start: { line: 1, character: 10 }, end: { line: 1, character: 17 } },
      text: '"esbworker"',
    });
    assert.ok((await resolve(action!)).edit);
  });
});
