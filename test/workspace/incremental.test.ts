import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson, RULES, TEXT_RULES, Workspace, type TextRule } from '../../server/src/core';
import { RuleIds, RuleRunner } from '../../server/src/core/rules/engine/run';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { ROOT, said, snapshot, uriOf, workspaceOf } from '../support/workspace';

/** The same few names in every folder: the shape in which look-ups go wrong. */
const folders = fc.constantFrom('', 'ec2/', 'os/', 'os/eu/', 'os/us/', 'old/ec2/deep/');
const names = folders.chain(folder => fc.constantFrom('a.json', 'b.json', 'c.json').map(name => folder + name));
const types = fc.constantFrom('esb', 'esbworker', 'esbmgt', '@TYPE');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

const cartridges = fc
  .record({
    type: types,
    host: fc.constantFrom('esb.example.com', 'mgt.esb.example.com', 'ESB.example.com'),
    serviceGroup: maybe(fc.constantFrom('g', 'h')),
    SERIVCE_GROUP: maybe(fc.constantFrom('g', 'h', 'g,x', 'apim')),
    DEPLOYMENT: maybe(fc.constantFrom('worker', 'manager', 'default', 'Worker')),
    MANAGER_SERVICE_TYPE: maybe(types),
    WORKER_SERVICE_TYPE: maybe(types),
    WORKER_HOST_NAME: maybe(fc.constantFrom('esb.example.com', 'other.example.com')),
    description: fc.constantFrom('', 'one line more\n'),
  })
  .map(({ type, host, serviceGroup, description, ...parameters }) => {
    const property = Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name: `payload_parameter.${name}`, value }],
    );
    const padding = '\n'.repeat(description.length);
    return padding + JSON.stringify({ type, host, ...(serviceGroup && { serviceGroup }), loadBalancer: {}, property }, undefined, 1);
  });

const texts = fc.oneof(
  { weight: 8, arbitrary: cartridges },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '{ "serviceGroup": "g", ', '{ "name": "package" }', '[]') },
);

type Step = { do: 'set'; name: string; text: string } | { do: 'delete'; name: string } | { do: 'rename'; name: string; to: string };
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('set' as const), name: names, text: texts }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), name: names }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), name: names, to: names }) },
);

describe('workspace', () => {
  it('has the same findings after single changes as from scratch', () =>
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 40 }), all => {
        const workspace = workspaceOf([]);
        const files = new Map<string, string>();
        const set = (name: string, text: string) => {
          files.set(name, text);
          workspace.setDiskContent(uriOf(name), { text });
        };
        const remove = (name: string) => {
          files.delete(name);
          workspace.delete(uriOf(name));
        };
        for (const [i, step] of all.entries()) {
          if (step.do === 'set') set(step.name, step.text);
          else if (step.do === 'delete') remove(step.name);
          else {
            const text = files.get(step.name);
            remove(step.name);
            if (text !== undefined) set(step.to, text);
          }
          // Some changes arrive together.
          if (i % 3 !== 0) workspace.update();
        }
        workspace.update();
        assert.deepEqual(snapshot(workspace), snapshot(workspaceOf(files)));
      }),
      { numRuns: 400 },
    ));

  it('has the same findings however workspace folders are added and removed', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, cartridges), { maxLength: 12 }),
        fc.subarray([ROOT, `${ROOT}/os`, `${ROOT}/ec2`]),
        (files, roots) => {
          const workspace = workspaceOf(files);
          workspace.setRoots(roots);
          workspace.update();
          const fresh = new Workspace();
          fresh.setRoots(roots);
          for (const [name, text] of files) fresh.setDiskContent(uriOf(name), { text });
          fresh.update();
          assert.deepEqual(snapshot(workspace), snapshot(fresh));
        },
      ),
      { numRuns: 100 },
    ));

  describe('many files of one type, when a workspace folder', () => {
    const managers = Array.from({ length: 12 }, (_, i) => [`os/${i}/manager.json`, SOUND['manager.json']!] as const);
    const unknown = ['unknown-manager-service-type warning'];

    it('is removed, do not find files above it', () => {
      const workspace = workspaceOf([
        ...managers.map(([, text], i) => [`os/${i}.json`, text] as const),
        ['worker.json', SOUND['worker.json']!],
      ]);
      workspace.setRoots([]);
      workspace.update();
      assert.deepEqual(said(workspace, 'worker.json'), unknown);
      assert.doesNotMatch(workspace.file(uriOf('worker.json'))!.findings[0]!.message, /os\//);
    });

    it('is added between them, do not find files outside of it', () => {
      const workspace = workspaceOf([...managers, ['worker.json', SOUND['worker.json']!]]);
      workspace.setRoots([ROOT, ...managers.map((_, i) => `${ROOT}/os/${i}`)]);
      workspace.update();
      assert.deepEqual(said(workspace, 'worker.json'), unknown);
      workspace.setDiskContent(uriOf('os/manager.json'), { text: SOUND['manager.json']! });
      for (let i = 0; i < 9; i++) workspace.setDiskContent(uriOf(`os/other${i}/manager.json`), { text: SOUND['manager.json']! });
      workspace.delete(uriOf('os/manager.json'));
      workspace.update();
      const seen = new Set(workspace.file(uriOf('worker.json'))!.findings.flatMap(({ related }) => related.map(({ uri }) => uri)));
      assert.deepEqual(
        [...seen].filter(uri => /os\/\d/.test(uri)),
        [],
      );
    });
  });

  it('many files of one type of either dialect do not answer each other', () => {
    const type = 'wso2esb-490-worker';
    const older = SOUND['worker.json']!.replace('"esbworker"', `"${type}"`);
    const newer = TEMPLATES['wso2esb-490-worker.json']!.replace('"esb.domain"', '"other.domain"');
    const workspace = workspaceOf([
      ...Array.from({ length: 12 }, (_, i) => [`a${i}.json`, older] as const),
      ...Array.from({ length: 12 }, (_, i) => [`b${i}.json`, newer] as const),
      ['manager.json', TEMPLATES['wso2esb-490-manager.json']!],
    ]);
    const linked = (name: string, rule: string) =>
      workspace
        .file(uriOf(name))!
        .findings.find(finding => finding.rule === rule)!
        .related.map(({ uri }) => uri);
    assert.ok(linked('a3.json', 'duplicate-service-type').every(uri => uri.startsWith(uriOf('a'))));
    assert.ok(linked('manager.json', 'domain-mismatch').every(uri => uri.startsWith(uriOf('b'))));
  });

  describe('checks what a change concerns, and no more', () => {
    const FOLDERS = 300;
    const pairs = () =>
      workspaceOf(
        Array.from({ length: FOLDERS }, (_, i) =>
          Object.entries(SOUND).map(([name, text]) => [`customer${i}/${name}`, text] as const),
        ).flat(),
      );
    const checksOf = (workspace: Workspace, change: () => void) => {
      const before = workspace.stats.checks;
      change();
      workspace.update();
      return workspace.stats.checks - before;
    };
    const edit = (workspace: Workspace, name: string, from: string, to: string) =>
      checksOf(workspace, () => workspace.setDiskContent(uriOf(name), { text: workspace.file(uriOf(name))!.text.replace(from, to) }));

    it('checks each file once at first', () => assert.equal(pairs().stats.checks, 2 * FOLDERS));

    it('checks the file alone for a change that does not concern others', () => {
      const workspace = pairs();
      assert.equal(edit(workspace, 'customer7/worker.json', '"version": "4.8.1"', '"version": "4.8.1", "description": "x"'), 1);
      assert.equal(edit(workspace, 'customer7/worker.json', '9443', '9444'), 1);
    });

    it('checks the pair for a change of a host, though every folder has the same types', () => {
      const workspace = pairs();
      assert.equal(edit(workspace, 'customer7/worker.json', '"esb.example.com"', '"esb.example.org"'), 2);
      assert.deepEqual(said(workspace, 'customer7/manager.json'), ['worker-host-name-mismatch warning']);
      assert.deepEqual(said(workspace, 'customer8/manager.json'), []);
    });

    it('checks the worker when its missing manager appears', () => {
      const workspace = pairs();
      assert.equal(
        checksOf(workspace, () => workspace.delete(uriOf('customer7/manager.json'))),
        1,
      );
      assert.deepEqual(said(workspace, 'customer7/worker.json'), ['unknown-manager-service-type warning']);
      assert.equal(
        checksOf(workspace, () => workspace.setDiskContent(uriOf('customer7/manager.json'), { text: SOUND['manager.json']! })),
        2,
      );
      assert.deepEqual(said(workspace, 'customer7/worker.json'), []);
    });

    it('checks nothing when the text is the same', () => {
      const workspace = pairs();
      assert.equal(
        checksOf(workspace, () => workspace.setDiskContent(uriOf('customer7/worker.json'), { text: SOUND['worker.json']! })),
        0,
      );
    });
  });

  it('publishes files with moved links again, but does not check them', () => {
    const workspace = workspaceOf(
      Object.entries(SOUND).map(([name, text]) => [name, text.replace('"mgt.esb.example.com"', '"esb.example.com"')]),
    );
    const before = workspace.stats.checks;
    workspace.setDiskContent(uriOf('worker.json'), { text: '\n\n' + workspace.file(uriOf('worker.json'))!.text });
    assert.deepEqual([...workspace.update()].sort(), [uriOf('manager.json'), uriOf('worker.json')]);
    assert.equal(workspace.stats.checks - before, 1);
  });

  describe('while the user types', () => {
    const open = () => workspaceOf(Object.entries(SOUND));
    const type = (workspace: Workspace, text: string) => {
      workspace.setOpenText(uriOf('worker.json'), text);
      workspace.update();
    };
    const faulty = SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"');

    it('keeps the findings of the last text that could be read', () => {
      const workspace = open();
      type(workspace, faulty);
      assert.deepEqual(said(workspace, 'worker.json'), ['missing-primary error']);
      type(workspace, faulty.replace('"property": [', '"property": [ { "name": "'));
      assert.deepEqual(said(workspace, 'worker.json'), ['missing-primary error']);
      assert.deepEqual(said(workspace, 'manager.json'), []);
      assert.ok(workspace.file(uriOf('worker.json'))!.isUnparsable);
      const checked = workspace.findingsWithFixes(uriOf('worker.json'));
      assert.deepEqual(
        checked.map(({ finding, fixes }) => ({ finding, fixes: fixes() })),
        workspace.file(uriOf('worker.json'))!.findings.map(finding => ({ finding, fixes: [] })),
        'no fixes while it is broken',
      );
      type(workspace, SOUND['worker.json']!);
      assert.deepEqual(said(workspace, 'worker.json'), []);
    });

    it('drops findings that are at offsets of the last text', () => {
      const workspace = open();
      const twice = SOUND['worker.json']!.replace('"version": "4.8.1",', '"version": "4.8.1", "version": "4.8.1",');
      type(workspace, twice);
      assert.deepEqual(said(workspace, 'worker.json'), ['duplicate-field warning']);
      type(workspace, twice.slice(0, 40));
      assert.deepEqual(said(workspace, 'worker.json'), []);
    });

    it('reports the same text as a syntax error if it is on the disk', () => {
      const workspace = open();
      workspace.setDiskContent(uriOf('manager.json'), { text: SOUND['manager.json']!.slice(0, -10) });
      workspace.update();
      assert.deepEqual(said(workspace, 'manager.json'), []);
      assert.deepEqual(said(workspace, 'worker.json'), [], 'its partner raises no storm');
    });

    it('checks a text with a trailing comma like any other', () => {
      const workspace = open();
      type(workspace, faulty.replace(/\}\n {2}\]/, '},\n  ]'));
      assert.deepEqual(said(workspace, 'worker.json'), ['missing-primary error']);
      assert.ok(!workspace.file(uriOf('worker.json'))!.isUnparsable);
    });
  });

  it('does not report look-ups that files not yet read may answer', () => {
    const workspace = workspaceOf([]);
    workspace.setComplete(ROOT, false);
    workspace.setDiskContent(uriOf('worker.json'), { text: SOUND['worker.json']! });
    workspace.update();
    assert.deepEqual(said(workspace, 'worker.json'), []);
    workspace.setComplete(ROOT, true);
    workspace.update();
    assert.deepEqual(said(workspace, 'worker.json'), ['unknown-manager-service-type warning']);
  });

  it('a rule that throws is reported, and the others run', () => {
    const crashes: string[] = [];
    const workspace = workspaceOf([['worker.json', SOUND['worker.json']!.replace('"CLUSTERING"', '"X"').replace('PRIMARY', 'Y')]], {
      rules: [
        {
          id: 'broken-rule',
          scope: 'file',
          on: ['cartridge'],
          dialects: ['4.0'],
          severity: 'error',
          summary: '',
          requires: '',
          why: '',
          source: '',
          check() {
            throw new Error('no');
          },
        },
        ...RULES,
      ],
      onCrash: (rule, uri) => crashes.push(`${rule} ${uri}`),
    });
    assert.deepEqual(crashes, [`broken-rule ${uriOf('worker.json')}`]);
    assert.ok(said(workspace, 'worker.json').includes('missing-primary error'));
  });

  it('a rule on the text of a file that throws is reported, and the others run', () => {
    const crashes: string[] = [];
    const throws: TextRule = {
      ...TEXT_RULES[0]!,
      id: 'broken-rule',
      check: () => {
        throw new Error('no');
      },
    };
    const reports: TextRule = {
      ...throws,
      id: 'other-rule',
      check: (_file, report) => report({ at: { path: [] }, message: 'all is well' }),
    };
    const file = { uri: uriOf('x.json'), text: '{}', reading: readJson('{}'), artifact: undefined, looksLike: undefined };
    const found = new RuleRunner(new RuleIds([]), rule => crashes.push(rule)).text([throws, reports], file, true);
    assert.deepEqual([crashes, found.map(({ rule }) => rule.id)], [['broken-rule'], ['other-rule']]);
  });
});
