import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIGURATION_FILE, otherActions, readJson, type Action, type Workspace, type WorkspaceOptions } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { said, uriOf, workspaceOf } from '../support/workspace';

const MISSING = SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"');
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const RULE = 'missing-primary';
const ALLOW = `Allow ${RULE} at PRIMARY in this file`;
const OFF = `Turn ${RULE} off in this folder`;

/** A pair whose worker lacks PRIMARY, in a folder, and other files. */
const pairIn = (folder: string, others: Record<string, string> = {}): [string, string][] => [
  [`${folder}worker.json`, MISSING],
  [`${folder}manager.json`, SOUND['manager.json']!],
  ...Object.entries(others),
];

const actionsIn = (workspace: Workspace, name: string) => otherActions(workspace, uriOf(name), EVERYWHERE);

function chosen(workspace: Workspace, name: string, title: string): Action {
  const actions = actionsIn(workspace, name);
  const action = actions.find(one => one.title === title);
  assert.ok(action, `${title} is none of ${actions.map(one => one.title).join(', ')}`);
  return action;
}

/** Makes what an action does so. The name and the new text of the file that it changes, `‸` where the caret is. */
function done(workspace: Workspace, name: string, title: string): [string, string] {
  const { files, caret } = chosen(workspace, name, title).edit();
  assert.equal(files.length, 1);
  const [file] = files;
  const uri = 'create' in file! ? file.create : file!.uri;
  const text =
    'create' in file!
      ? file.text
      : TextDocument.applyEdits(TextDocument.create(uri, 'json', 0, workspace.file(uri)!.text), [...file!.edits]);
  workspace.setDiskContent(uri, { text });
  workspace.update();
  assert.equal(caret?.uri, uri);
  const lines = text.split('\n');
  const { line, character } = caret.position;
  lines[line] = `${lines[line]!.slice(0, character)}‸${lines[line]!.slice(character)}`;
  return [uri.slice(uriOf('').length), lines.join('\n')];
}

describe('the actions that configure', () => {
  const open = (files: [string, string][], options?: WorkspaceOptions) => workspaceOf(files, options);

  it('are offered for each finding, and never preferred', () => {
    const actions = actionsIn(open(pairIn('')), 'worker.json');
    assert.deepEqual(
      actions.map(({ title }) => title),
      [ALLOW, OFF, 'Show documentation'],
    );
    assert.ok(actions.every(({ isPreferred, diagnostics }) => !isPreferred && diagnostics[0]?.code === RULE));
    assert.deepEqual(
      actions.map(({ showsRule }) => showsRule),
      [undefined, undefined, RULE],
    );
  });

  it('name the rule whose documentation is shown where there are several', () => {
    const workspace = open(pairIn('').map(([name, text]) => [name, text.replace('"payload_parameter.CLUSTERING"', '"X"')]));
    const titles = actionsIn(workspace, 'worker.json').map(({ title }) => title);
    assert.deepEqual(titles.filter(title => title.startsWith('Show')).sort(), [
      'Show documentation of missing-clustering',
      'Show documentation of missing-primary',
    ]);
  });

  it('make a configuration in the workspace folder, laid out like the file', () => {
    const workspace = open(pairIn('a/'));
    const [name, text] = done(workspace, 'a/worker.json', ALLOW);
    assert.equal(name, CONFIGURATION_FILE);
    assert.equal(
      text,
      `{
  "allow": [
    {
      "rule": "missing-primary",
      "files": ["a/worker.json"],
      "at": "PRIMARY",
      "reason": "‸"
    }
  ]
}
`,
    );
    assert.deepEqual(said(workspace, 'a/worker.json'), []);
  });

  it('add to the nearest configuration, and keep its comments and its layout', () => {
    const before = '{\r\n\t// decided in May\r\n\t"allow": [\r\n\t\t{ "rule": "same-host" }, // old\r\n\t],\r\n}\r\n';
    const workspace = open(pairIn('a/b/', { [`a/${CONFIGURATION_FILE}`]: before, [CONFIGURATION_FILE]: '{}' }));
    const [name, text] = done(workspace, 'a/b/worker.json', ALLOW);
    assert.equal(name, `a/${CONFIGURATION_FILE}`);
    assert.match(text, /^\{\r\n\t\/\/ decided in May\r\n\t"allow": \[\r\n\t\t\{ "rule": "same-host" \},/);
    assert.match(text, /\/\/ old\r\n/);
    assert.match(text, /\{ "rule": "missing-primary", "files": \["b\/worker.json"\], "at": "PRIMARY", "reason": "‸" \}/);
    assert.deepEqual(said(workspace, 'a/b/worker.json'), []);
  });

  it('turn a rule off in the folder of the file, and in no other', () => {
    const workspace = open([...pairIn('a/'), ...pairIn('b/')]);
    const [, text] = done(workspace, 'a/worker.json', OFF);
    assert.deepEqual(readJson(text.replace('‸', '')), {
      state: 'parsed',
      value: { overrides: [{ files: ['a/**'], rules: { 'missing-primary': 'off' } }] },
      lenient: false,
      duplicates: false,
    });
    assert.deepEqual([said(workspace, 'a/worker.json'), said(workspace, 'b/worker.json')], [[], ['missing-primary error']]);
  });

  it('turn a rule off by "rules" in the folder of the configuration', () => {
    for (const [before, after] of [
      ['{}', '{"rules":{"missing-primary":"‸off"}}'],
      ['{ "rules": { "same-host": "hint" } }', '{ "rules": { "same-host": "hint", "missing-primary": "‸off" } }'],
      ['{ "rules": { "missing-primary": "hint" } }', '{ "rules": { "missing-primary": "‸off" } }'],
    ] as const) {
      const workspace = open(pairIn('', { [CONFIGURATION_FILE]: before }));
      const [, text] = done(workspace, 'worker.json', OFF);
      assert.equal(text.replaceAll(/\s/g, ''), after.replaceAll(/\s/g, ''));
      assert.deepEqual(said(workspace, 'worker.json'), []);
    }
  });

  it('turn a rule off that an override sets', () => {
    const before = '{ "overrides": [{ "files": ["w*"], "rules": { "missing-primary": "warning" } }] }';
    const workspace = open(pairIn('', { [CONFIGURATION_FILE]: before }));
    done(workspace, 'worker.json', OFF);
    assert.deepEqual([said(workspace, 'worker.json'), said(workspace, CONFIGURATION_FILE)], [[], []]);
  });

  for (const special of ['a[1]', 'a*', 'a?', '{a}', 'mit leerzeichen', 'ä', '(a|b)', '!a', '#a', '..a', "a'b"])
    it(`concern a folder or file whatever its name is: ${special}`, () => {
      const folder = encodeURIComponent(special).replaceAll(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16)}`);
      for (const title of [ALLOW, OFF]) {
        const workspace = open(pairIn(`${folder}/`));
        done(workspace, `${folder}/worker.json`, title);
        assert.deepEqual([said(workspace, `${folder}/worker.json`), said(workspace, CONFIGURATION_FILE)], [[], []], title);
      }
    });

  it('stay in the workspace folder', () => {
    const options = { workspaceFolderOf: () => uriOf('a') };
    const workspace = open(pairIn('a/b/', { [CONFIGURATION_FILE]: '{}' }), options);
    assert.equal(done(workspace, 'a/b/worker.json', OFF)[0], `a/${CONFIGURATION_FILE}`);
  });

  it('do not change a configuration that cannot be read, and make none in its place', () => {
    for (const text of ['{', '[]', '', '1']) {
      const workspace = open(pairIn('', { [CONFIGURATION_FILE]: text }));
      assert.deepEqual(
        actionsIn(workspace, 'worker.json').map(({ title }) => title),
        ['Show documentation'],
        text,
      );
    }
  });

  it('are none of a document that was never saved', () => {
    const workspace = workspaceOf([]);
    workspace.setOpenText('untitled:Untitled-1', MISSING);
    workspace.update();
    assert.deepEqual(
      otherActions(workspace, 'untitled:Untitled-1', EVERYWHERE).filter(({ showsRule }) => showsRule === undefined),
      [],
    );
  });

  it('are for the problems of the configuration, too', () => {
    const workspace = open([[CONFIGURATION_FILE, '{ "rulez": {} }']]);
    done(workspace, CONFIGURATION_FILE, 'Turn invalid-configuration off in this folder');
    assert.deepEqual(said(workspace, CONFIGURATION_FILE), []);
  });
});
