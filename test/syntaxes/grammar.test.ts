import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const ROOT = path.resolve(__dirname, '../../..');
const INJECTION = 'syntaxes/cartridge.injection.tmLanguage.json';

interface Install {
  VERSIONS: { newest: string };
  installVSCode(version: string): Promise<string>;
  vscodeIn(folder: string): { root: string };
}

/** VS Code's tokenizer with its own JSON grammars, and ours injected as package.json says. */
async function grammars(): Promise<Record<'json' | 'jsonc', IGrammar>> {
  const install = (await import(pathToFileURL(path.join(ROOT, 'scripts/vscode/install.mjs')).href)) as Install;
  const syntaxes = path.join(install.vscodeIn(await install.installVSCode(install.VERSIONS.newest)).root, 'extensions/json/syntaxes');
  const files: Record<string, string> = {
    'source.json': path.join(syntaxes, 'JSON.tmLanguage.json'),
    'source.json.comments': path.join(syntaxes, 'JSONC.tmLanguage.json'),
    'cartridge.injection': path.join(ROOT, INJECTION),
  };
  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    contributes: { grammars: { scopeName: string; injectTo: string[] }[] };
  };
  await loadWASM(fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: scope => Promise.resolve(files[scope] ? parseRawGrammar(fs.readFileSync(files[scope], 'utf8'), files[scope]) : null),
    getInjections: scope =>
      manifest.contributes.grammars.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
  return { json: (await registry.loadGrammar('source.json'))!, jsonc: (await registry.loadGrammar('source.json.comments'))! };
}

describe('the injection grammar', () => {
  let grammar: Awaited<ReturnType<typeof grammars>>;
  before(async function () {
    this.timeout(180_000);
    grammar = await grammars();
  });

  /** What of a text stands out, as [text, last scope]. */
  function standsOut(text: string, language: 'json' | 'jsonc' = 'json'): [string, string][] {
    const found: [string, string][] = [];
    let state = INITIAL;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar[language].tokenizeLine(line, state);
      state = ruleStack;
      for (const { startIndex, endIndex, scopes } of tokens) {
        const last = scopes.at(-1)!;
        if (last.endsWith('.cartridge')) found.push([line.slice(startIndex, endIndex), last]);
        assert.ok(!last.startsWith('invalid'), `invalid: ${line}`);
      }
    }
    return found;
  }
  const PARAMETER = 'entity.name.type.payload-parameter.cartridge';
  const ROLE = 'constant.language.role.cartridge';
  const PLACEHOLDER = 'variable.other.constant.placeholder.cartridge';

  it('colours the name of a payload parameter', () => {
    assert.deepEqual(standsOut('{ "property": [{ "name": "payload_parameter.CLUSTERING", "value": "true" }] }'), [
      ['CLUSTERING', PARAMETER],
    ]);
    assert.deepEqual(standsOut('{ "property": [{ "name": "payload_parameter.CLUSTERING", "value": "true" }] } // x', 'jsonc'), [
      ['CLUSTERING', PARAMETER],
    ]);
    assert.deepEqual(standsOut('{ "description": "see payload_parameter.CLUSTERING" }'), []);
  });

  it('colours the role, on one line and on several, and only where it is a role', () => {
    const expected = [
      ['DEPLOYMENT', PARAMETER],
      ['worker', ROLE],
    ];
    assert.deepEqual(
      standsOut('[{ "name": "payload_parameter.DEPLOYMENT", "value": "worker" }, { "name": "x", "value": "worker" }]'),
      expected,
    );
    assert.deepEqual(
      standsOut('[\n  {\n    "name" : "payload_parameter.DEPLOYMENT",\n    "value": "worker"\n  },\n  { "a": 1 }\n]'),
      expected,
    );
    assert.deepEqual(standsOut('{ "role": "worker", "kind": "manager" }'), []);
  });

  it('leaves the colours of the rest of the document', () => {
    const text =
      '{\n "property": [ { "name": "payload_parameter.DEPLOYMENT", "value": "worker", "x": [1, {"y": null}] } ],\n "type": "esb"\n}';
    const scopesOf = (line: string, state = INITIAL) => grammar.json.tokenizeLine(line, state);
    let state = INITIAL;
    let last: string[] = [];
    for (const line of text.split('\n')) {
      const result = scopesOf(line, state);
      state = result.ruleStack;
      if (line.includes('type')) last = result.tokens.map(({ scopes }) => scopes.at(-1)!);
    }
    assert.ok(last.includes('support.type.property-name.json'), last.join());
    assert.deepEqual(standsOut(text), [
      ['DEPLOYMENT', PARAMETER],
      ['worker', ROLE],
    ]);
  });

  it('colours placeholders', () => {
    for (const [text, ...placeholders] of [
      ['@PRIMARY', '@PRIMARY'],
      ['REGION/BASE_IMAGE_ID', 'REGION', 'BASE_IMAGE_ID'],
      ['<LB_IP>', '<LB_IP>'],
      ['{{OS_REGION}}', '{{OS_REGION}}'],
      ['esb.${DOMAIN}', '${DOMAIN}'],
      ['xxxxxx', 'xxxxxx'],
      ['a@PRIMARY'],
      ['REGIONAL'],
      ['<b>'],
    ]) {
      assert.deepEqual(
        standsOut(`{ "a": "${text}" }`),
        placeholders.map(placeholder => [placeholder, PLACEHOLDER]),
        text,
      );
    }
  });
});
