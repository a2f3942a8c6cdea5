import assert from 'node:assert/strict';
import { applyChanges, fixAllChanges, type Workspace } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { nameOf, said, uriOf, workspaceOf } from '../support/workspace';

const worker = SOUND['worker.json']!;
const manager = SOUND['manager.json']!;
const ESB = `{ "type": "esb", "host": "solo.example.com", "provider": "wso2", "serviceGroup": "solo", "multiTenant": true,
  "portMapping": [{ "protocol": "https", "port": 9443, "proxyPort": 443 }], "iaasProvider": [{ "type": "ec2" }],
  "property": [{ "name": "payload_parameter.SERIVCE_GROUP", "value": "solo" }] }`;

const without = (text: string, line: RegExp): string =>
  text
    .split('\n')
    .filter(one => !line.test(one))
    .join('\n');

/** What fix-all, file after file from one state, makes of a folder. */
function mended(workspace: Workspace): Workspace {
  for (let round = 0; round < 8; round++) {
    const changes = [...workspace.allFiles()].map(({ uri, text }) => ({ uri, text, changes: fixAllChanges(workspace, uri) }));
    for (const one of changes) workspace.setDiskContent(one.uri, { text: applyChanges(one.text, one.changes) });
    workspace.update();
  }
  return workspace;
}

const allSaid = (workspace: Workspace): string[] =>
  [...workspace.allFiles()].flatMap(({ uri }) => said(workspace, nameOf(uri)).map(finding => `${nameOf(uri)} ${finding}`)).sort();

describe('pairs', () => {
  it('no value is taken from a partner that is named by mistake', () => {
    const workspace = mended(
      workspaceOf([
        ['esb.json', ESB],
        ['manager.json', without(manager, /WORKER_HOST_NAME/).replace('"esbworker"', '"esb"')],
        ['worker.json', without(worker, /SERIVCE_GROUP/)],
      ]),
    );
    // The name itself is for the author to choose.
    assert.deepEqual(allSaid(workspace), ['manager.json worker-service-type-not-a-worker error']);
    assert.match(workspace.file(uriOf('manager.json'))!.text, /WORKER_HOST_NAME", "value": "esb.example.com"/);
    assert.match(workspace.file(uriOf('worker.json'))!.text, /SERIVCE_GROUP", "value": "esbgroup"/);
  });

  it('no value is taken from a partner of the same role', () => {
    const other = manager.replace('"esbmgt"', '"othermgt"').replaceAll('esbgroup', 'othergroup').replace('mgt.esb', 'mgt.other');
    const workspace = workspaceOf([
      ['other.json', other],
      ['manager.json', without(manager, /SERIVCE_GROUP/).replace('"esbworker"', '"othermgt"')],
    ]);
    assert.deepEqual(
      fixAllChanges(workspace, uriOf('manager.json'))
        .map(({ text }) => text)
        .filter(text => text.includes('othergroup')),
      [],
    );
  });

  it('a worker without its role beside a second worker is reported once, and stays the partner', () => {
    const second = worker.replace('"esbworker"', '"esbworker2"').replace('"esb.example.com"', '"esb2.example.com"');
    const workspace = workspaceOf([
      ['manager.json', manager],
      ['worker.json', without(worker, /DEPLOYMENT/)],
      ['worker2.json', second],
    ]);
    assert.deepEqual(allSaid(workspace), ['worker.json missing-deployment error', 'worker2.json unreciprocated-partner warning']);
    mended(workspace);
    assert.deepEqual(allSaid(workspace), ['worker2.json unreciprocated-partner warning']);
    assert.equal(workspace.file(uriOf('manager.json'))!.text, manager);
  });

  it('a standalone cartridge is not reported while the file that may be the worker cannot be read', () => {
    const workspace = workspaceOf([
      ['esb.json', ESB],
      ['manager.json', manager.replace('"esbworker"', '"esb"')],
      ['worker.json', worker.slice(0, -60)],
    ]);
    assert.deepEqual(allSaid(workspace), []);
  });

  it('a cartridge with a missing or wrapped type may be the missing partner', () => {
    for (const text of [without(manager, /"type": "esbmgt"/), `{ "cartridgeDefinitionBean": ${manager} }`]) {
      const workspace = workspaceOf([
        ['manager.json', text],
        ['worker.json', worker],
      ]);
      assert.deepEqual(said(workspace, 'worker.json'), []);
      assert.equal(said(workspace, 'manager.json').length, 1);
    }
  });

  it('a cartridge that only names a manager is not made a worker automatically', () => {
    const text = ESB.replace('}] }', '}, { "name": "payload_parameter.MANAGER_SERVICE_TYPE", "value": "esbmgt" }] }');
    const workspace = workspaceOf([['esb.json', text]]);
    assert.deepEqual(allSaid(workspace), ['esb.json missing-deployment warning']);
    assert.deepEqual(fixAllChanges(workspace, uriOf('esb.json')), []);
  });

  it('a role is not set by Fix All where the parameters contradict each other', () => {
    for (const deployment of ['', 'Worker']) {
      const text = manager
        .replace(
          '"payload_parameter.WORKER_SERVICE_TYPE", "value": "esbworker"',
          '"payload_parameter.MANAGER_SERVICE_TYPE", "value": "esbworker"',
        )
        .replace(
          '"payload_parameter.DEPLOYMENT", "value": "manager"',
          deployment ? `"payload_parameter.DEPLOYMENT", "value": "${deployment}"` : '"payload_parameter.X", "value": ""',
        );
      const workspace = workspaceOf([
        ['manager.json', text],
        ['worker.json', worker],
      ]);
      const fixes = workspace.findingsWithFixes(uriOf('manager.json')).flatMap(({ fixes }) => fixes());
      assert.ok(!fixes.some(({ applicability }) => applicability === 'safe'), fixes.map(({ title }) => title).join());
    }
  });

  it('an invalid role is fixed by the parameters, not by its spelling', () => {
    const workspace = mended(
      workspaceOf([
        ['manager.json', manager],
        ['worker.json', worker.replace('"value": "worker"', '"value": "master"')],
      ]),
    );
    assert.equal(workspace.file(uriOf('worker.json'))!.text, worker);
  });

  it('a candidate that has another partner is offered, but not set by Fix All', () => {
    const pair = (n: number) =>
      [
        [
          `worker${n}.json`,
          worker.replace('"esbworker"', `"esbworker${n}"`).replace('"esbmgt"', `"esbmgt${n}"`).replace('"esb.', `"esb${n}.`),
        ],
        [
          `manager${n}.json`,
          manager.replace('"esbworker"', `"esbworker${n}"`).replace('"esbmgt"', `"esbmgt${n}"`).replaceAll('esb.ex', `esb${n}.ex`),
        ],
      ] as const;
    const workspace = workspaceOf([
      ...pair(1),
      ['other.json', manager.replace('"esbworker"', '"gone"').replace('"esbmgt"', '"othermgt"').replace('mgt.esb', 'mgt.other')],
    ]);
    assert.deepEqual(said(workspace, 'other.json'), ['unknown-worker-service-type error']);
    assert.deepEqual(fixAllChanges(workspace, uriOf('other.json')), []);
  });

  it('the nearest type of the right role is offered, wherever it is defined', () => {
    const workspace = workspaceOf([
      ['manager.json', manager],
      ['a/worker.json', worker.replace('"esbmgt"', '"esbmgtt"')],
    ]);
    const [unknown] = workspace.findingsWithFixes(uriOf('a/worker.json'));
    assert.deepEqual(
      unknown!.fixes().map(({ title }) => title),
      ['Set MANAGER_SERVICE_TYPE to "esbmgt" (type in ../manager.json)'],
    );
  });

  it('a gateway of the API Manager with a misspelled group is reported for that, and not for what other managers need', () => {
    const gateway = (text: string, type: string) =>
      text
        .replace(/"esb(mgt|worker)",\n/, `"${type}",\n`)
        .replace('"esbworker"', '"gateway"')
        .replaceAll('esbgroup', 'apim');
    const mgt = without(gateway(manager, 'gatewaymgt'), /WORKER_HOST_NAME/).replace(
      /COMMIT_ENABLED", "value": "true" }/,
      '$&,\n    { "name": "payload_parameter.KEYMANAGER_HOST_NAME", "value": "{{KM}}" }',
    );
    const workspace = workspaceOf([
      [
        'gateway.json',
        gateway(worker, 'gateway')
          .replace('"esbmgt"', '"gatewaymgt"')
          .replace(/CLUSTERING", "value": "true" }/, '$&,\n    { "name": "payload_parameter.KEYMANAGER_HOST_NAME", "value": "{{KM}}" }'),
      ],
      ['gatewaymgt.json', mgt.replace('GROUP", "value": "apim"', 'GROUP", "value": "APIM"')],
    ]);
    assert.deepEqual(allSaid(workspace), [
      'gateway.json service-group-parameter-mismatch warning',
      'gatewaymgt.json service-group-parameter-mismatch warning',
    ]);
  });

  it('two entries of one wrong name do not become two of the right one', () => {
    const text = worker.replace(
      /.*PRIMARY.*\n/,
      '    { "name": "payload_parameter.PRIMARY", "value": "true" },\n    { "name": "payload_parameter.PRIMARY", "value": "true" },\n',
    );
    const workspace = mended(
      workspaceOf([
        ['worker.json', text],
        ['manager.json', manager],
      ]),
    );
    assert.equal(workspace.file(uriOf('worker.json'))!.text.match(/"PRIMARY"/g)!.length, 1);
  });

  it('a host that both cartridges have is not offered as a value', () => {
    const workspace = workspaceOf([
      ['worker.json', worker.replace('"esb.example.com"', '"mgt.esb.example.com"')],
      ['manager.json', without(manager, /WORKER_HOST_NAME/)],
    ]);
    assert.deepEqual(fixAllChanges(workspace, uriOf('manager.json')), []);
  });

  it('a comparison with equally near files is reported only if it fails with all of them', () => {
    // They name nobody that exists: only the worker's own reference makes a pair.
    const naming = without(manager, /WORKER_HOST_NAME/).replace('"esbworker"', '"gone"');
    const at = (folder: string, host: string): [string, string] => [
      `${folder}/manager.json`,
      naming.replace('"mgt.esb.example.com"', `"${host}"`),
    ];
    const hosts = (a: string, b: string) => said(workspaceOf([['w/worker.json', worker], at('a', a), at('b', b)]), 'w/worker.json');
    assert.deepEqual(hosts('esb.example.com', 'esb.example.com'), ['same-host error']);
    assert.deepEqual(hosts('esb.example.com', 'mgt.esb.example.com'), []);
  });

  it('a message names the first of many files, and the number of the others', () => {
    const crowd = (change: (text: string, i: number) => string) =>
      workspaceOf(
        Array.from({ length: 12 }, (_, i) => [`w${10 + i}.json`, change(worker, i)] as [string, string]).concat([['m.json', manager]]),
      );
    const messageOf = (workspace: Workspace, name: string, rule: string) => {
      const finding = workspace.file(uriOf(name))!.findings.find(finding => finding.rule === rule)!;
      assert.ok(finding, `${rule} is not said`);
      assert.equal(finding.related.length, 10);
      return finding.message;
    };
    const same = crowd(text => text.replace('"esb.example.com"', '"mgt.esb.example.com"').replaceAll('"esbgroup"', '"other"'));
    assert.match(messageOf(same, 'w13.json', 'duplicate-service-type'), /is also the type in w10\.json and 10 more\./);
    assert.match(messageOf(same, 'm.json', 'same-host'), /is also the host in w10\.json and 11 more\./);
    const different = crowd((text, i) => text.replaceAll('"esbgroup"', `"group${i}"`));
    assert.match(
      messageOf(different, 'm.json', 'service-group-mismatch'),
      /serviceGroup is "esbgroup" here and "group0" in w10\.json \(and other values in 11 more files\)\./,
    );
    assert.match(
      different.file(uriOf('w10.json'))!.findings.find(({ rule }) => rule === 'service-group-mismatch')!.message,
      /serviceGroup is "group0" here and "esbgroup" in m\.json\./,
      'one file has no number',
    );
  });

  it('reads each of many equally near files once, not once for each other', () => {
    const COUNT = 60;
    const files = Array.from(
      { length: COUNT },
      (_, i) =>
        [
          [`w/${i}/worker.json`, worker],
          [`m/${i}/manager.json`, manager],
        ] as [string, string][],
    ).flat();
    const workspace = workspaceOf([]);
    for (const [name, text] of files) workspace.setDiskContent(uriOf(name), { text });
    workspace.update();
    const { lookUps } = workspace.stats;
    assert.ok(lookUps > COUNT && lookUps < 60 * 2 * COUNT, `${lookUps} look-ups for ${2 * COUNT} files`);
  });
});
