import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { SOUND } from '../support/fixture';

const REPOSITORY = path.resolve(__dirname, '../../..');
const BIN = path.join(REPOSITORY, 'dist/cli/main.js');
const CORPUS = path.join(REPOSITORY, '../shared/corpus');

let folder: string;

function cli(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

function json(...args: string[]) {
  const { status, stdout, stderr } = cli('--format', 'json', ...args);
  return { status, stderr, report: JSON.parse(stdout) as { version: number; files: number; findings: Record<string, unknown>[] } };
}

function write(files: Record<string, string | Buffer>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
const without = (text: string, line: RegExp): string =>
  text
    .split('\n')
    .filter(one => !line.test(one))
    .join('\n');
const FAULTY = { ...SOUND, 'manager.json': without(SOUND['manager.json']!, /WORKER_SERVICE_TYPE|WORKER_HOST_NAME/) };

describe('cartridge-check', () => {
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cartridge-check-')));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('ends with 0 on a valid folder', () => {
    write(SOUND);
    assert.deepEqual(cli(), { status: 0, stdout: 'No problems, 2 definitions checked\n', stderr: '' });
  });

  it('prints one JSON object, places from 1, and ends with 1 on errors', () => {
    write(FAULTY);
    const { status, report } = json();
    assert.equal(status, 1);
    assert.deepEqual(
      { ...report, findings: report.findings.map(({ rule }) => rule) },
      {
        version: 1,
        files: 2,
        unrecognised: [],
        findings: ['missing-worker-host-name', 'missing-worker-service-type'],
      },
    );
    assert.deepEqual(report.findings[1], {
      file: 'manager.json',
      line: 10,
      column: 3,
      endLine: 10,
      endColumn: 13,
      rule: 'missing-worker-service-type',
      severity: 'error',
      message: "WORKER_SERVICE_TYPE is missing. The manager's server never starts without it. Add the type of its worker.",
      related: [{ file: 'worker.json', line: 2, column: 11, message: 'possible worker' }],
      fixes: ['Insert WORKER_SERVICE_TYPE "esbworker" (type in worker.json)'],
    });
  });

  it('counts columns in UTF-16', () => {
    write({
      'w.json':
        '{ "displayName": "😀ü", "type": "esb", "serviceGroup": "g", "property": [{ "name": "payload_parameter.DEPLOYMENT", "value": "Worker" }] }',
    });
    const finding = json().report.findings.find(({ rule }) => rule === 'invalid-deployment');
    assert.equal(finding!['column'], read('w.json').indexOf('"Worker"') + 1);
  });

  it('ends with 0 where there are only warnings', () => {
    write({ ...SOUND, 'manager.json': without(SOUND['manager.json']!, /WORKER_HOST_NAME/) });
    const { status, report } = json();
    assert.deepEqual([status, report.findings.length], [0, 1]);
  });

  it('applies the safe fixes; a second run has nothing to fix', () => {
    write({ ...FAULTY, 'note.txt': 'x' });
    assert.equal(cli('--fix').status, 0);
    const mended = read('manager.json');
    assert.match(
      mended,
      /"COMMIT_ENABLED"|COMMIT_ENABLED", "value": "true" },\n {4}\{ "name": "payload_parameter.WORKER_SERVICE_TYPE", "value": "esbworker" },\n {4}\{ "name": "payload_parameter.WORKER_HOST_NAME", "value": "esb.example.com" }\n {2}\]/,
    );
    assert.equal(read('worker.json'), SOUND['worker.json']);
    assert.equal(cli('--fix').status, 0);
    assert.equal(read('manager.json'), mended);
  });

  it('keeps the mode, the line ends and the byte order mark of the files it fixes', () => {
    const original = '\ufeff' + FAULTY['manager.json'].replaceAll('\n', '\r\n');
    write({ ...FAULTY, 'manager.json': original });
    fs.chmodSync(path.join(folder, 'manager.json'), 0o640);
    cli('--fix');
    const mended = read('manager.json');
    assert.notEqual(mended, original);
    assert.ok(mended.startsWith('\ufeff{\r\n') && !/[^\r]\n/.test(mended));
    assert.equal(fs.statSync(path.join(folder, 'manager.json')).mode & 0o777, 0o640);
  });

  it('does not fix a file that is not UTF-8', () => {
    const text = Buffer.from(FAULTY['manager.json'].replace('"4.8.1"', '"4.8.1", "description": "für"'), 'latin1');
    write({ ...SOUND });
    fs.writeFileSync(path.join(folder, 'manager.json'), text);
    const { status, stdout } = cli('--fix');
    assert.equal(status, 1);
    assert.match(stdout, /manager\.json\n {2}1:1 {2}error {2}The file contains bytes that are not UTF-8/);
    assert.deepEqual(fs.readFileSync(path.join(folder, 'manager.json')), text);
  });

  it('skips what git ignores, dependencies, build output and the copies of the installer', () => {
    write(SOUND);
    const faulty = FAULTY['manager.json'];
    write({
      '.git/x.json': faulty,
      'node_modules/x/x.json': faulty,
      'target/x.json': faulty,
      'x.json.orig': faulty,
      'x.json.last': faulty,
      '.gitignore': 'build/\n*.tmp.json\n!keep.tmp.json\n',
      'build/x.json': faulty,
      'a/x.tmp.json': faulty,
      'a/.gitignore': '/own.json\n',
      'a/own.json': faulty,
    });
    assert.deepEqual(json().report, { version: 1, files: 2, unrecognised: [], findings: [] });
    assert.deepEqual(json('a').report, { version: 1, files: 0, unrecognised: [], findings: [] }, 'the .gitignore above counts, too');
    write({ 'a/keep.tmp.json': faulty });
    assert.equal(json().report.files, 3);
    assert.equal(json('build/x.json').report.files, 1, 'but not for a file asked for by name');
  });

  it('reports only the given file, and looks up the others', () => {
    write({ ...FAULTY, '.cartridge-check.json': '{}', 'sub/worker.json': SOUND['worker.json']! });
    assert.deepEqual(json('worker.json').report.findings, []);
    const { report } = json('manager.json');
    assert.deepEqual([report.files, report.findings.length], [1, 2]);
    assert.deepEqual(
      json('sub/worker.json').report.findings.map(({ rule }) => rule),
      ['unknown-manager-service-type'],
      'the manager above has its own worker',
    );
  });

  it('takes several folders, each with its own look-ups', () => {
    write({ 'ec2/worker.json': SOUND['worker.json']!, 'os/manager.json': SOUND['manager.json']! });
    assert.deepEqual(
      json('ec2', 'os').report.findings.map(({ rule }) => rule),
      ['unknown-manager-service-type', 'unknown-worker-service-type'],
    );
    assert.deepEqual(json('.').report.findings, []);
  });

  it('ends with 2 on a path that is not there, and checks the others', () => {
    write(SOUND);
    const { status, report, stderr } = json('worker.json', 'nowhere.json');
    assert.deepEqual([status, report.files], [2, 1]);
    assert.match(stderr, /nowhere\.json: no such file or folder/);
  });

  it('ends with 2 on wrong usage', () => {
    assert.equal(cli('--format', 'xml').status, 2);
    assert.equal(cli('--unknown').status, 2);
    assert.equal(cli('--help').status, 0);
  });

  it('reports a syntax error in a definition, and ignores it in any other file', () => {
    write({
      'broken.json': '{ "type": "esb",\n  "iaasProvider": [ }',
      'other.json': '{ "a": ',
      'binary.json': Buffer.from([0, 1, 2, 255]),
    });
    const { status, report } = json();
    assert.equal(status, 1);
    assert.deepEqual(
      report.findings.map(({ file, rule, line }) => ({ file, rule, line })),
      [{ file: 'broken.json', rule: 'syntax-error', line: 2 }],
    );
  });

  it('ignores JSON that is not a Private PaaS file', () => {
    write({
      'package.json': '{ "name": "x", "version": "1.0.0", "type": "module", "files": [], "property": [] }',
      'openapi.json': '{ "openapi": "3.0.0", "info": { "title": "x" }, "paths": {}, "components": { "schemas": {}, "groups": 1 } }',
      'bom.json': '{ "bomFormat": "CycloneDX", "components": [{ "type": "library", "name": "x", "group": "y" }] }',
      'map.json': '{ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "name": "a" } }] }',
      'service.json':
        '{ "kind": "Service", "spec": { "type": "LoadBalancer", "ports": [{ "port": 80 }] }, "status": { "loadBalancer": {} } }',
      'stack.json': '{ "Resources": { "A": { "Type": "AWS::X", "Properties": {} } } }',
      '.vscode/settings.json': '{ "editor.tabSize": 2, /* x */ }',
      'groups.json': '{ "name": "x", "groups": ["a"] }',
      'test.json': '{"type":"equals","property":"age"}',
      'empty.json': '',
      'text.json': 'not JSON at all',
    });
    assert.deepEqual(json(), { status: 0, stderr: '', report: { version: 1, files: 0, unrecognised: [], findings: [] } });
  });

  it('ignores a folder that is named like a file, and a broken link', () => {
    write({ ...SOUND, 'folder.json/x.json': '{}' });
    fs.symlinkSync('nowhere', path.join(folder, 'link.json'));
    fs.symlinkSync('.', path.join(folder, 'loop'));
    assert.deepEqual(json(), { status: 0, stderr: '', report: { version: 1, files: 2, unrecognised: [], findings: [] } });
  });

  it('does not check a file again for a link in the same folder', () => {
    write(FAULTY);
    fs.symlinkSync('manager.json', path.join(folder, 'a-link.json'));
    assert.deepEqual(json('--fix'), { status: 0, stderr: '', report: { version: 1, files: 2, unrecognised: [], findings: [] } });
    assert.ok(fs.lstatSync(path.join(folder, 'a-link.json')).isSymbolicLink());
  });

  it('does not write through a link to a place outside', () => {
    write({ 'in/worker.json': SOUND['worker.json']!, 'out/manager.json': FAULTY['manager.json'] });
    fs.symlinkSync('../out/manager.json', path.join(folder, 'in/manager.json'));
    const { status, stderr } = cli('--fix', 'in');
    assert.equal(status, 2);
    assert.match(stderr, /manager\.json: not fixed: it is a link/);
    assert.equal(read('out/manager.json'), FAULTY['manager.json']);
  });

  it('does not list a fix that would change nothing', () => {
    write({
      'w.json': '{ "type": "esb", "serviceGroup": "g", "loadBalancer": {}, "provider": "x", "property": "x" }',
      'm.json': SOUND['manager.json']!.replace('"esbworker"', '"esb"'),
    });
    const missing = json('w.json').report.findings.find(({ rule }) => rule === 'missing-deployment');
    assert.deepEqual(missing!['fixes'], []);
  });

  describe('on the files of the vendor', () => {
    before(function () {
      if (fs.existsSync(CORPUS)) return;
      console.log(`    skipped: ${CORPUS} is not there`);
      this.skip();
    });

    it('4.0.0 for EC2: a manager lacks the host of its worker, a policy has another name, a password is committed', () => {
      const { report, status } = json(path.join(CORPUS, 'ppaas-4.0.0/ec2'));
      assert.equal(status, 0);
      assert.deepEqual(
        report.findings.map(({ file, rule }) => `${path.basename(file as string)} ${rule as string}`),
        ['bps-cart-mgt.json missing-worker-host-name', 'lb-cart.json unknown-policy', 'subscribe.json committed-secret'],
      );
    });

    const ec2 = () => fs.cpSync(path.join(CORPUS, 'ppaas-4.0.0/ec2'), path.join(folder, 'ec2'), { recursive: true });
    const copy = () => fs.cpSync(path.join(folder, 'ec2'), path.join(folder, 'os'), { recursive: true });
    const saidOf = (name: string) =>
      json()
        .report.findings.filter(({ file }) => (file as string).startsWith(name + '/'))
        .map(({ file, rule }) => `${path.basename(file as string)} ${rule as string}`);

    it('4.0.0 in two folders: the findings of each folder, and no more', () => {
      ec2();
      const alone = saidOf('ec2');
      copy();
      assert.deepEqual([saidOf('ec2'), saidOf('os')], [alone, alone]);
    });

    it('a deleted manager is reported in its own folder only', () => {
      ec2();
      const alone = saidOf('ec2');
      copy();
      fs.rmSync(path.join(folder, 'ec2/esb-cart-mgt.json'));
      assert.deepEqual(saidOf('os'), alone);
      assert.deepEqual(
        saidOf('ec2').filter(finding => !alone.includes(finding)),
        ['esb-cart-worker.json unknown-manager-service-type', 'esb-mgt-service-deployment.json unknown-cartridge-type'].filter(finding =>
          saidOf('ec2').includes(finding),
        ),
      );
      assert.ok(saidOf('ec2').includes('esb-cart-worker.json unknown-manager-service-type'));
    });

    it('a manager with a syntax error is reported, and nothing else', () => {
      ec2();
      const alone = saidOf('ec2');
      copy();
      fs.writeFileSync(path.join(folder, 'ec2/esb-cart-mgt.json'), read('ec2/esb-cart-mgt.json').slice(0, -40));
      assert.deepEqual(saidOf('os'), alone);
      assert.deepEqual(
        saidOf('ec2').filter(finding => !alone.includes(finding)),
        ['esb-cart-mgt.json syntax-error'],
      );
    });

    it('4.1.3: the passwords of the Kubernetes samples, and nothing else', () => {
      const { findings } = json(path.join(CORPUS, 'ppaas-4.1.3')).report;
      assert.deepEqual(new Set(findings.map(({ rule }) => rule)), new Set(['committed-secret']));
      assert.ok(findings.every(({ file }) => (file as string).includes('/kubernetes/')));
    });
  });
});
