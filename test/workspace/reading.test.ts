import assert from 'node:assert/strict';
import { CONFIGURATION_FILE, readConfiguration, Workspace, type JsonValue } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { ROOT, said, uriOf, workspaceOf } from '../support/workspace';

const WORKER = SOUND['worker.json']!;
const configuration = (value: JsonValue): [string, string] => [CONFIGURATION_FILE, JSON.stringify(value)];

describe('a configuration that says how files are read', () => {
  describe('placeholders', () => {
    const withHost = (host: string) =>
      Object.entries({ ...SOUND, 'worker.json': WORKER.replace('"esb.example.com"', JSON.stringify(host)) });
    const MISMATCH = ['worker-host-name-mismatch warning'];

    it('are unknown values, whole or in part', () => {
      for (const host of ['%%HOST%%', 'esb.%%DOMAIN%%', '%%A%%.%%B%%']) {
        assert.deepEqual(said(workspaceOf(withHost(host)), 'manager.json'), MISMATCH, host);
        assert.deepEqual(said(workspaceOf([...withHost(host), configuration({ placeholders: ['%%*%%'] })]), 'manager.json'), [], host);
      }
    });

    it('need all that stands between the stars', () => {
      const files = [...withHost('%%HOST%'), configuration({ placeholders: ['%%*%%'] })];
      assert.deepEqual(said(workspaceOf(files), 'manager.json'), MISMATCH);
    });

    it('add up, from the file up to the root', () => {
      const files = withHost('a.#DOMAIN#').map(([name, text]): [string, string] => [`in/${name}`, text]);
      const [name, text] = configuration({ placeholders: ['#*#'] });
      const both = [...files, [`in/${name}`, '{ "placeholders": ["%%*%%"] }'] as const, [name, text] as const];
      assert.deepEqual(said(workspaceOf(both), 'in/manager.json'), []);
    });

    it('are written in messages and fixes as they are in the file', () => {
      const files = [
        [
          'worker.json',
          WORKER.replace('"esbworker"', '"%%T%%"').replace(
            '"payload_parameter.SERIVCE_GROUP", "value": "esbgroup"',
            '"payload_parameter.X", "value": " %%G%%"',
          ),
        ],
        configuration({ placeholders: ['%%*%%'] }),
      ] as const;
      const workspace = workspaceOf(files);
      const all = JSON.stringify(workspace.findingsWithFixes(uriOf('worker.json')).map(({ finding, fixes }) => [finding, fixes()]));
      assert.match(all, /cartridge\/%%T%%\//, 'the name of the definition is in the fingerprint');
      assert.doesNotMatch(all, /\uFDD0/);
    });

    it('are the same for a copy of a file in a folder where they are none', () => {
      const files = withHost('%%HOST%%').flatMap(([name, text]) => [[`a/${name}`, text] as const, [`b/${name}`, text] as const]);
      const workspace = workspaceOf([[`a/${CONFIGURATION_FILE}`, '{ "placeholders": ["%%*%%"] }'], ...files]);
      assert.deepEqual([said(workspace, 'a/manager.json'), said(workspace, 'b/manager.json')], [[], MISMATCH]);
    });

    it('hold for the files that are there already, which are not read again', () => {
      const workspace = workspaceOf(withHost('%%HOST%%'), { onWanted: uri => assert.fail(uri) });
      const set = (value: JsonValue) => {
        workspace.setDiskContent(uriOf(CONFIGURATION_FILE), { text: JSON.stringify(value) });
        return [...workspace.update()].filter(uri => !uri.endsWith(CONFIGURATION_FILE)).sort();
      };
      assert.deepEqual(set({ placeholders: ['%%*%%'] }), [uriOf('manager.json'), uriOf('worker.json')]);
      assert.deepEqual(said(workspace, 'manager.json'), []);
      assert.deepEqual(set({ placeholders: ['%%*%%'], ignore: ['x'] }), [], 'the same as before');
      set({});
      assert.deepEqual(said(workspace, 'manager.json'), MISMATCH);
    });

    it('hold while a file is half typed', () => {
      const workspace = workspaceOf(withHost('%%HOST%%'));
      workspace.setOpenText(uriOf('manager.json'), SOUND['manager.json']!.replace('"host"', '"host'));
      workspace.setDiskContent(uriOf(CONFIGURATION_FILE), { text: '{ "placeholders": ["%%*%%"] }' });
      workspace.update();
      assert.deepEqual(said(workspace, 'manager.json'), []);
    });
  });

  describe('the dialect', () => {
    const PLAIN =
      '{ "type": "php", "provider": "apache", "host": "php.example.com", "iaasProvider": [{ "type": "ec2", "imageId": "a/b" }] }';
    const dialectOf = (text: string, value: JsonValue) =>
      workspaceOf([['x.json', text], configuration(value)]).file(uriOf('x.json'))!.facts!.dialect;

    it('is that of a definition which does not tell', () => {
      assert.equal(dialectOf(PLAIN, {}), '4.0');
      assert.equal(dialectOf(PLAIN, { dialect: '4.1' }), '4.1');
    });

    it('is not that of one which tells', () => {
      assert.equal(dialectOf(WORKER, { dialect: '4.1' }), '4.0');
      assert.equal(dialectOf(PLAIN.replace('{', '{ "category": "framework",'), { dialect: '4.0' }), '4.1');
      assert.equal(dialectOf(`{ "cartridgeDefinitionBean": ${PLAIN} }`, { dialect: '4.1' }), '4.0');
    });

    it('is that of an autoscaling policy which states no more than both releases know', () => {
      const policy = (of: string) => `{ "id": "p", "loadThresholds": { "loadAverage": { ${of} } } }`;
      assert.equal(dialectOf(policy('"upperLimit": 80'), { dialect: '4.1' }), '4.1');
      assert.equal(dialectOf(policy('"average": 80'), { dialect: '4.1' }), '4.0');
    });
  });

  describe('the limit of size', () => {
    const OVERSIZED = ['oversized-file warning'];

    it('is that of the nearest, in bytes or with a unit', () => {
      const files = ['a/', 'b/', 'c/'].map(folder => [`${folder}worker.json`, WORKER] as const);
      const workspace = workspaceOf([
        configuration({ maxFileSize: 100 }),
        [`b/${CONFIGURATION_FILE}`, '{ "maxFileSize": "0.5KB" }'],
        [`c/${CONFIGURATION_FILE}`, '{ "maxFileSize": "2 kb" }'],
        ...files,
      ]);
      assert.deepEqual(
        ['a', 'b', 'c'].map(folder => said(workspace, `${folder}/worker.json`).filter(rule => rule.startsWith('oversized'))),
        [OVERSIZED, OVERSIZED, []],
      );
      assert.equal(workspace.maxFileSizeFor(uriOf('c/other.json')), 2048);
    });

    it('asks for what was left out, and for what may be too large, once it is another', () => {
      const wanted: string[] = [];
      const workspace = new Workspace({ onWanted: uri => wanted.push(uri) });
      workspace.setRoots([ROOT]);
      const set = (maxFileSize: number) => {
        wanted.length = 0;
        workspace.setUserSettings(new Map([[ROOT, readConfiguration('', { maxFileSize }, []).configuration]]));
        workspace.update();
        return wanted;
      };
      workspace.setDiskContent(uriOf('small.json'), { text: '{}' });
      workspace.setDiskContent(uriOf('worker.json'), { text: WORKER });
      assert.deepEqual(set(10_000), []);
      assert.deepEqual(set(WORKER.length * 2), [uriOf('worker.json')], 'in bytes it may be longer');
      set(WORKER.length - 1);
      assert.deepEqual(said(workspace, 'worker.json'), OVERSIZED);
      assert.deepEqual(set(10_000), [uriOf('worker.json')]);
      workspace.setDiskContent(uriOf('worker.json'), { text: WORKER });
      workspace.update();
      assert.deepEqual(
        said(workspace, 'worker.json').filter(rule => rule.startsWith('oversized')),
        [],
      );
    });
  });
});
