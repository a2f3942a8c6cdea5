import assert from 'node:assert/strict';
import { readConfiguration, RULES, Workspace, type JsonValue, type Rule } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { ROOT, uriOf } from '../support/workspace';

const MISSPELLED = SOUND['worker.json']!.replace('payload_parameter.DEPLOYMENT', 'payload_parameter.DEPLOYMENTT');

/** What is wrong with it in the eyes of the other rules: the role is missing, and what stands there contains a name that is read. */
const BY_THEMSELVES = ['missing-deployment error', 'reserved-payload-parameter warning'];

describe('what is decided about rules', () => {
  let checked: string[];
  let workspace: Workspace;
  const worker = uriOf('worker.json');

  /** A rule that notes which files it runs on. */
  const noting: Rule = {
    ...RULES[0]!,
    id: 'noting',
    scope: 'file',
    on: ['cartridge'],
    dialects: ['4.0', '4.1'],
    check: () => void checked.push('cartridge'),
  };

  beforeEach(() => {
    checked = [];
    workspace = new Workspace({ rules: [...RULES, noting] });
    workspace.setRoots([ROOT]);
  });

  /** What the settings of the editor say, for the workspace folder or another one. */
  function set(value: JsonValue, folder = ROOT): void {
    const { configuration, problems } = readConfiguration(`${folder}/`, value, [...RULES.map(({ id }) => id), noting.id]);
    assert.deepEqual(problems, []);
    workspace.setUserSettings(new Map([[folder, configuration]]));
  }

  function open(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) workspace.setDiskContent(uriOf(name), { text });
    workspace.update();
  }

  const found = (uri = worker) => workspace.file(uri)!.findings.map(({ rule, severity }) => `${rule} ${severity}`);

  /** The findings once these settings hold. */
  function foundWith(rules: JsonValue, ...allow: JsonValue[]): string[] {
    set({ rules, allow });
    workspace.update();
    return found();
  }

  it('turns a rule off, and what it explained is reported by itself', () => {
    open({ ...SOUND, 'worker.json': MISSPELLED });
    assert.deepEqual(found(), ['misspelled-payload-parameter error']);
    assert.deepEqual(foundWith({ 'misspelled-payload-parameter': 'off' }), BY_THEMSELVES);
    assert.deepEqual(foundWith({ 'misspelled-payload-parameter': 'off', 'missing-deployment': 'off' }), BY_THEMSELVES.slice(1));
    assert.deepEqual(foundWith({}), ['misspelled-payload-parameter error']);
  });

  it('sets the severity, which beats that of what a finding explains', () => {
    open({ ...SOUND, 'worker.json': MISSPELLED });
    assert.deepEqual(foundWith({ 'misspelled-payload-parameter': 'hint' }), ['misspelled-payload-parameter hint']);
    assert.deepEqual(foundWith({ 'missing-deployment': 'info' }), ['misspelled-payload-parameter warning']);
  });

  it('allows a finding, or only what it is about', () => {
    open({ ...SOUND, 'worker.json': MISSPELLED });
    const rule = 'misspelled-payload-parameter';
    assert.deepEqual(foundWith({}, { rule }), []);
    assert.deepEqual(foundWith({}, { rule, at: 'DEPLOYMENTT' }), []);
    assert.deepEqual(foundWith({}, { rule, at: 'CLUSTERING' }), [`${rule} error`]);
    assert.deepEqual(foundWith({}, { rule: 'missing-deployment' }), [`${rule} error`]);
  });

  it('reads and checks nothing again when it is different', () => {
    open({ ...SOUND, 'worker.json': MISSPELLED });
    const { checks, lookUps } = workspace.stats;
    checked = [];
    set({ rules: { 'misspelled-payload-parameter': 'off' } });
    assert.deepEqual([...workspace.update()], [worker], 'and publishes what has findings');
    assert.deepEqual([workspace.stats.checks, workspace.stats.lookUps, checked], [checks, lookUps, []]);
  });

  it('holds for the files of its folder', () => {
    open({ ...SOUND, 'worker.json': MISSPELLED });
    set({ rules: { 'misspelled-payload-parameter': 'off' } }, uriOf('other'));
    workspace.update();
    assert.deepEqual(found(), ['misspelled-payload-parameter error']);
  });

  it('is another one once the folder belongs to another project', () => {
    workspace.setRoots([uriOf('a')]);
    open({
      'a/worker.json': MISSPELLED,
      'a/manager.json': SOUND['manager.json']!,
      '.cartridge-check.json': '{ "rules": { "misspelled-payload-parameter": "off" } }',
    });
    assert.deepEqual(found(uriOf('a/worker.json')), ['misspelled-payload-parameter error']);
    workspace.setRoots([ROOT]);
    workspace.update();
    assert.deepEqual(found(uriOf('a/worker.json')), BY_THEMSELVES);
  });

  it('holds for files that change afterwards, and for their fixes', () => {
    set({ rules: { 'misspelled-payload-parameter': 'off' } });
    open({ ...SOUND, 'worker.json': MISSPELLED });
    assert.deepEqual(found(), BY_THEMSELVES);
    assert.deepEqual(
      workspace.findingsWithFixes(worker).flatMap(({ fixes }) => fixes().map(({ title }) => title)),
      ['Insert DEPLOYMENT "worker"'],
    );
  });

  it('does not change which rules a copy of the file elsewhere is checked by', () => {
    set({ rules: { 'misspelled-payload-parameter': 'off' } }, uriOf('off'));
    const inFolder = (folder: string) => ({
      [`${folder}/worker.json`]: MISSPELLED,
      [`${folder}/manager.json`]: SOUND['manager.json']!,
    });
    open({ ...inFolder('off'), ...inFolder('on') });
    assert.deepEqual(found(uriOf('off/worker.json')), BY_THEMSELVES);
    assert.deepEqual(found(uriOf('on/worker.json')), ['misspelled-payload-parameter error']);
  });

  describe('the fingerprint of a finding', () => {
    const fingerprints = () => workspace.file(worker)!.findings.map(({ fingerprint }) => fingerprint);

    it('stays when the file is edited elsewhere, formatted, or moved', () => {
      open({ ...SOUND, 'worker.json': MISSPELLED });
      const before = fingerprints();
      assert.deepEqual(before, ['misspelled-payload-parameter/cartridge/esbworker/DEPLOYMENTT']);
      open({ 'worker.json': JSON.stringify(JSON.parse(MISSPELLED)).replace('"property":[', '"property":[{"name":"a","value":"b"},') });
      assert.deepEqual(fingerprints(), before);
      workspace.delete(worker);
      open({ 'deep/down/esb.json': MISSPELLED, 'deep/down/manager.json': SOUND['manager.json']! });
      assert.deepEqual(
        workspace.file(uriOf('deep/down/esb.json'))!.findings.map(({ fingerprint }) => fingerprint),
        before,
      );
    });

    it('distinguishes what a rule reports on two parameters', () => {
      open({ ...SOUND, 'worker.json': MISSPELLED.replace('payload_parameter.CLUSTERING', 'payload_parameter.CLUSTERINGG') });
      assert.equal(new Set(fingerprints()).size, 2);
    });
  });
});

describe('the rules that a report explains', () => {
  const explaining = (explains: string): Rule => ({
    ...RULES[0]!,
    id: 'explaining',
    scope: 'file',
    on: ['cartridge'],
    dialects: ['4.0'],
    check: (_, report) => report({ at: { path: [] }, message: 'x', explains: [explains] }),
  });

  const failuresOf = (explains: string): string[] => {
    const failures: string[] = [];
    const workspace = new Workspace({
      rules: [...RULES, explaining(explains)],
      onCrash: (rule, _, error) => failures.push(`${rule}: ${(error as Error).message}`),
    });
    workspace.setDiskContent(uriOf('worker.json'), { text: SOUND['worker.json']! });
    workspace.update();
    return failures;
  };

  it('are existing rules: a misspelled id is a mistake of the rule', () => {
    assert.deepEqual(failuresOf('missing-deployment'), []);
    assert.deepEqual(failuresOf('empty-property-value:DEPLOYMENT'), []);
    assert.match(failuresOf('missing-deploymen').join(), /^explaining: .*missing-deploymen/);
  });
});
