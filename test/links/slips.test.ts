import assert from 'node:assert/strict';
import { applyChanges, editJson } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { editOf, said, uriOf, workspaceOf } from '../support/workspace';

const worker = SOUND['worker.json']!;
const manager = SOUND['manager.json']!;
const typed = (type: string): string => worker.replace('"esbworker"', `"${type}"`);
const service = '{ "serviceName": "s", "cartridgeType": "esbworker", "deploymentPolicyName": "d", "autoscalingPolicyName": "a" }';
const subscription = '{ "cartridgeType": "esbworker", "alias": "a" }';

type Files = Readonly<Record<string, string>>;
const slipped: Files = { 'worker.json': typed('esbwroker'), 'manager.json': manager, 'service.json': service };

/** The fixes of the finding of a file that speaks of a type that nobody has. */
const offered = (files: Files, name: string) =>
  workspaceOf(Object.entries(files))
    .findingsWithFixes(uriOf(name))
    .filter(({ finding }) => /^unknown-(manager|worker|cartridge)/.test(finding.rule))
    .flatMap(({ fixes }) => fixes())
    .map(({ title, preferred }) => (preferred ? `* ${title}` : title));

const isSetBack = (files: Files, name: string): boolean => offered(files, name).some(title => title.includes('Set type in'));

describe('a type that several files name and no cartridge has', () => {
  it('is a misspelling in the cartridge that fits them: the first fix changes its type, in every file', () => {
    const setBack = '* Set type in worker.json to "esbworker" (named in manager.json and 1 more file)';
    assert.deepEqual(offered(slipped, 'manager.json'), [setBack, 'Set WORKER_SERVICE_TYPE to "esbwroker" (type in worker.json)']);
    assert.equal(offered(slipped, 'service.json')[0], setBack);
    assert.equal(offered(slipped, 'service.json').filter(title => title.startsWith('*')).length, 1);
  });

  it('is not reported once it is set back; the messages name the file', () => {
    const workspace = workspaceOf(Object.entries(slipped));
    const [finding] = workspace.file(uriOf('manager.json'))!.findings;
    assert.match(
      finding!.message,
      /Probably the type in worker\.json \("esbwroker"\) is misspelled; 2 files use "esbworker"\. Correct worker\.json\.$/,
    );
    const fix = workspace.findingsWithFixes(uriOf('manager.json'))[0]!.fixes()[0]!;
    const { uri, edits } = editOf(fix, uriOf('manager.json'));
    assert.equal(uri, uriOf('worker.json'));
    workspace.setDiskContent(uri, { text: applyChanges(slipped['worker.json']!, editJson(slipped['worker.json']!, edits)) });
    workspace.update();
    for (const name of Object.keys(slipped)) assert.deepEqual(said(workspace, name), [], name);
  });

  it('is found among managers as well', () => {
    const files = { ...SOUND, 'worker2.json': typed('otherworker'), 'manager.json': manager.replace('"esbmgt"', '"ebsmgt"') };
    assert.equal(offered(files, 'worker.json')[0], '* Set type in manager.json to "esbmgt" (named in worker.json and 1 more file)');
  });

  const elsewhere = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([name, text]) => [`os/${name}`, text]));

  it('is found even if another folder has such a cartridge', () => {
    assert.ok(
      isSetBack(
        { ...elsewhere(slipped), ...Object.fromEntries(Object.entries(SOUND).map(([name, text]) => [`ec2/${name}`, text])) },
        'os/manager.json',
      ),
    );
  });

  const silent: Readonly<Record<string, readonly [files: Files, name: string]>> = {
    'where only one file names the type': [{ 'worker.json': typed('esbwroker'), 'manager.json': manager }, 'manager.json'],
    'where the other file is in another folder': [
      { 'worker.json': typed('esbwroker'), 'manager.json': manager, 'os/service.json': service },
      'manager.json',
    ],
    'where the cartridge has another role': [
      { ...slipped, 'worker.json': typed('esbwroker').replace('"worker"', '"manager"') },
      'manager.json',
    ],
    'where the cartridge has no role': [{ ...slipped, 'worker.json': typed('esbwroker').replace('"worker"', '"default"') }, 'manager.json'],
    'where its type is another word': [{ ...slipped, 'worker.json': typed('appserver') }, 'manager.json'],
    'where its type is a placeholder': [{ ...slipped, 'worker.json': typed('${TYPE}') }, 'manager.json'],
    'where a service names the cartridge': [{ ...slipped, 'other.json': service.replace('esbworker', 'esbwroker') }, 'manager.json'],
    'where a subscription names the cartridge': [
      { ...slipped, 'other.json': subscription.replace('esbworker', 'esbwroker') },
      'manager.json',
    ],
    'where a subscription names it as its data cartridge': [
      { ...slipped, 'other.json': '{ "cartridgeType": "php", "alias": "a", "dataCartridgeType": "esbwroker" }' },
      'manager.json',
    ],
    'where a manager names the cartridge': [
      { ...slipped, 'other.json': manager.replace('"esbmgt"', '"mgt2"').replace('"esbworker"', '"esbwroker"') },
      'manager.json',
    ],
    'where another cartridge names it as its load balancer': [
      {
        ...slipped,
        'php.json': TEMPLATES['php.json']!.replace(
          '"loadBalancer": {}',
          '"loadBalancer": { "type": "esbwroker", "property": { "name": "default.load.balancer", "value": "true" } }',
        ),
      },
      'manager.json',
    ],
    'where two cartridges are equally near': [{ ...slipped, 'worker2.json': typed('esbworkre') }, 'manager.json'],
    'where a service names it and it is not multi-tenant': [
      { ...slipped, 'worker.json': typed('esbwroker').replace('"multiTenant": true', '"multiTenant": false') },
      'service.json',
    ],
    'where a file of the folder cannot be read': [
      { ...slipped, 'broken.json': '{ "type": "x", "serviceGroup": "g", "property": [' },
      'service.json',
    ],
  };
  for (const [where, [files, name]] of Object.entries(silent))
    it(`is not changed in the cartridge ${where}`, () => assert.ok(!isSetBack(files, name)));

  it('is looked up again when another file names the cartridge, or one no longer names the type', () => {
    const workspace = workspaceOf(Object.entries(slipped));
    const isTold = () => /Correct worker\.json/.test(workspace.file(uriOf('manager.json'))!.findings[0]!.message);
    const steps: [name: string, text: string, told: boolean][] = [
      ['service.json', service.replace('"esbworker"', '"php"'), false],
      ['service.json', service, true],
      ['subscription.json', subscription.replace('esbworker', 'esbwroker'), false],
      ['subscription.json', subscription, true],
      ['worker2.json', typed('esbworkre'), false],
    ];
    assert.ok(isTold());
    for (const [name, text, told] of steps) {
      workspace.setDiskContent(uriOf(name), { text });
      workspace.update();
      assert.equal(isTold(), told, text);
    }
  });
});
