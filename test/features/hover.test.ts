import assert from 'node:assert/strict';
import { MarkupKind } from 'vscode-languageserver/node';
import { hover } from '../../server/src/core';
import { asMarkup } from '../../server/src/lsp/markup';
import { PARAMETERS_40, PARAMETERS_41 } from '../../server/src/core/vocabulary/parameterDescriptions';
import { KNOWN_PARAMETERS } from '../../server/src/core/vocabulary/payloadParameters';
import { atCaret, caretIn } from '../support/caret';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';

const WORKER = SOUND['worker.json']!;
const MANAGER = SOUND['manager.json']!;

function shown(files: Record<string, string>, kind: MarkupKind = MarkupKind.PlainText): string | undefined {
  const { workspace, uri, offset } = atCaret(files);
  const found = hover(workspace, uri, offset);
  return found && asMarkup(found.descriptions, kind, target => target).value;
}

describe('the hover', () => {
  it('of a parameter says what it means, who reads it, what happens without it, and the source', () => {
    for (const word of ['payload_parameter.CLUSTERING', '"true" }\n  ]']) {
      const text = shown({ 'worker.json': caretIn(WORKER, word), 'manager.json': MANAGER })!;
      assert.match(text, /^CLUSTERING: parameter of Private PaaS 4\.0\n\nWhether the servers form a cluster/);
      assert.match(text, /Read by the cartridge agent\.\n\nIf it is missing: The server starts at once as a single node\./);
      assert.match(text, /The Puppet node of the product has a clustering switch of its own/);
      assert.match(text, /Source: DefaultExtensionHandler\.java:888-889\.$/);
    }
  });

  it('of the misspelled name says why, and of both that are kept that a redeployment does not change them', () => {
    const text = shown({ 'worker.json': caretIn(WORKER, 'payload_parameter.SERIVCE_GROUP') })!;
    assert.match(text, /The name is misspelled in the agent\. Keep it/);
    for (const word of ['payload_parameter.SERIVCE_GROUP', 'PRIMARY'])
      assert.match(shown({ 'worker.json': caretIn(WORKER, word) })!, /deploying it again does not change its/);
  });

  it('of a reference describes its target, and then the parameter', () => {
    const text = shown({ 'worker.json': caretIn(WORKER, 'esbmgt'), 'manager.json': MANAGER })!;
    assert.equal(
      text.slice(0, text.indexOf('\n\nMANAGER_SERVICE_TYPE')),
      [
        'esbmgt: cartridge',
        'In manager.json, in the same folder.',
        'role: manager',
        'service group: esbgroup',
        'host: mgt.esb.example.com',
        'ports: 9443',
        'It names this cartridge as its partner.',
      ].join('\n\n'),
    );
    assert.match(text, /MANAGER_SERVICE_TYPE: parameter of Private PaaS 4\.0/);
  });

  it('of a reference says where it was found, that the target does not name it back, and that there is none', () => {
    const files = { 'a/worker.json': caretIn(WORKER, 'esbmgt'), 'b/manager.json': MANAGER.replace('esbworker', 'other') };
    const text = shown(files)!;
    assert.match(text, /In \.\.\/b\/manager\.json: the nearest, for this folder has none\./);
    assert.match(text, /It does not name this cartridge as its partner\./);
    assert.match(
      shown({ 'worker.json': caretIn(WORKER, 'esbmgt') })!,
      /^esbmgt: cartridge\n\nNo cartridge of this name is found in this workspace folder\./,
    );
  });

  it('of a field says its type, whether it is required, and what it means', () => {
    assert.match(shown({ 'worker.json': caretIn(WORKER, '"type"') })!, /^type: string, required\n\nThe service type/);
    assert.match(
      shown({ 'worker.json': caretIn(WORKER, '"multiTenant"') })!,
      /^multiTenant: true or false, optional, false if it is missing/,
    );
    assert.match(shown({ 'worker.json': caretIn(WORKER, '9443') })!, /^port: whole number, optional\n\nThe port of the server\.$/);
    assert.match(shown({ 'worker.json': caretIn(WORKER, '"host"') })!, /boot\.sh contains the host names/);
  });

  it('is there in every kind of file', () => {
    for (const [name, text] of Object.entries(TEMPLATES))
      assert.ok(shown({ ...TEMPLATES, [name]: text.replace(/"(\w)(\w*)"/, '"$1‸$2"') }), name);
  });

  it('is none of what is not known, and in other JSON', () => {
    assert.equal(shown({ 'worker.json': WORKER.replace('"type"', '"x‸y"') }), undefined);
    assert.equal(shown({ 'x.json': '{ "a‸": 1 }' }), undefined);
    assert.equal(shown({ 'worker.json': '‸' + WORKER }), undefined);
  });

  it('never takes text from files for markup', () => {
    const type = '`[x](command:y)` <img> **b**';
    const files = {
      'worker.json': caretIn(WORKER.replace('esbmgt', type), '`[x]'),
      '[a](b)<c>.json': MANAGER.replace('esbmgt', type).replace('"mgt.esb.example.com"', '"``` `` "'),
    };
    const text = shown(files, MarkupKind.Markdown)!;
    assert.match(text, /^\*\*`` `\[x\]\(command:y\)` <img> \*\*b\*\* ``\*\*: cartridge/);
    assert.match(text, /In \[\\\[a\\\]\(b\)\\<c\\>\.json\]\(file:[^()<>]*\), in the same folder\./);
    assert.match(text, /host: ```` ``` `` {2}````/);
  });

  it('describes all parameters that somebody may write', () => {
    const undescribed = KNOWN_PARAMETERS.filter(name => !PARAMETERS_40.has(name) && name !== 'WSO2_ELB_HOST');
    assert.deepEqual(undescribed, []);
    for (const { meaning, source } of [...PARAMETERS_40.values(), ...PARAMETERS_41.values()])
      assert.ok(/\.$/.test(meaning) && source !== '');
  });
});
