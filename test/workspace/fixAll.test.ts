import * as fs from 'node:fs';
import * as path from 'node:path';
import assert from 'node:assert/strict';
import { applyChanges, countErrors, fixAllChanges } from '../../server/src/core';
import { readFixture, SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { verifyValuesStay } from '../support/references';
import { said, uriOf, workspaceOf } from '../support/workspace';

const FIXTURES = path.resolve(__dirname, '../../../test/rules');

describe('what Fix All changes', () => {
  it('changes no values but roles and switches, in the cases of every rule', () => {
    for (const name of fs.readdirSync(FIXTURES)) {
      for (const { title, files } of readFixture(path.join(FIXTURES, name))) {
        const workspace = workspaceOf([...files].map(([name, { text }]) => [name, text]));
        for (const { uri, text } of [...workspace.allFiles()]) {
          const changes = fixAllChanges(workspace, uri);
          if (changes.length > 0) verifyValuesStay(text, applyChanges(text, changes), `${name}: ${title}`);
        }
      }
    }
  });

  const fixedAll = (files: Readonly<Record<string, string>>, name: string) => {
    const workspace = workspaceOf(Object.entries(files));
    return applyChanges(files[name]!, fixAllChanges(workspace, uriOf(name)));
  };
  const changed = (name: string, ...words: readonly (readonly [string, string])[]) =>
    words.reduce((text, [from, to]) => {
      assert.ok(text.includes(from), from);
      return text.replace(from, to);
    }, SOUND[name]!);

  it('does not spread a misspelled type', () => {
    const files = { ...SOUND, 'worker.json': changed('worker.json', ['"esbworker"', '"esbwroker"']) };
    for (const [name, text] of Object.entries(files)) assert.equal(fixedAll(files, name), text);
    assert.deepEqual(said(workspaceOf(Object.entries(files)), 'manager.json'), ['unknown-worker-service-type error']);
  });

  it('does not set a reference, even if it has only one right value', () => {
    const faulty = [
      ['esbmgt"', ' esbmgt"'],
      ['esbmgt"', ',esbmgt"'],
      ['esbmgt"', 'esbworker"'],
      ['esbgroup" },', ' esbgroup" },'],
    ] as const;
    for (const fault of faulty) {
      const text = changed('worker.json', fault);
      assert.equal(fixedAll({ ...SOUND, 'worker.json': text }, 'worker.json'), text);
    }
  });

  it('does not add errors to an incomplete API Manager, and leaves nothing to fix', () => {
    const members = ['gateway.json', 'gatewaymgt.json', 'keymanager.json', 'publisher.json', 'store.json'];
    const all = members.map(name => [name, TEMPLATES[name]!] as const);
    for (const [name, template] of all) {
      const at = template.indexOf('"property"');
      const entries = template.slice(at).match(/\{ "name".*\}/g)!;
      // Each entry is there, or missing, or has no prefix yet.
      for (let state = 1; state < 3 ** entries.length; state++) {
        const left = entries.flatMap((entry, i) => {
          const how = Math.floor(state / 3 ** i) % 3;
          return how === 0 ? [entry] : how === 1 ? [] : [entry.replace('payload_parameter.', '')];
        });
        const text = `${template.slice(0, at)}"property": [\n    ${left.join(',\n    ')}\n  ]\n}\n`;
        verifyFixedAll([[name, text]], name);
        if (state % 10 === 0) verifyFixedAll([...all, [name, text]], name);
      }
    }
  });

  function verifyFixedAll(files: readonly (readonly [string, string])[], name: string): void {
    const workspace = workspaceOf(files);
    const before = countErrors(workspace);
    const { text } = workspace.file(uriOf(name))!;
    const changes = fixAllChanges(workspace, uriOf(name));
    assert.equal(countErrors(workspace), before, 'a look leaves a trace');
    workspace.setDiskContent(uriOf(name), { text: applyChanges(text, changes) });
    workspace.update();
    assert.ok(countErrors(workspace) <= before, `more errors than with\n${text}\nin\n${workspace.file(uriOf(name))!.text}`);
    assert.deepEqual(fixAllChanges(workspace, uriOf(name)), [], text);
  }

  it('corrects a wrong prefix in place', () => {
    const text = changed(
      'worker.json',
      ['payload_parameter.DEPLOYMENT', 'payload_paramter.DEPLOYMENT'],
      ['payload_parameter.CLUSTERING', 'paylod_parameterCLUSTERING'],
    );
    assert.equal(fixedAll({ ...SOUND, 'worker.json': text }, 'worker.json'), SOUND['worker.json']);
  });
});
