import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import {
  applyChanges,
  editJson,
  fixAllChanges,
  PositionedDocuments,
  RULES as RULES_ON_ARTIFACTS,
  TEXT_RULES,
  type Workspace,
} from '../server/src/core';
import { IS_UPDATE, readFixture, type Case } from './support/fixture';
import { updateAfter } from './support/fixtureUpdate';
import { exampleOf, fixesOf, fixOf, offeredIn, validExampleOf, workspaceOfCase } from './support/fixtureWorkspace';
import { ruleDocs } from './support/scripts';
import { editOf, nameOf, uriOf } from './support/workspace';

const RULES = [...RULES_ON_ARTIFACTS, ...TEXT_RULES];
const FIXTURES = path.resolve(__dirname, '../../test/rules');
const PAGES = path.resolve(__dirname, '../../docs/rules');

const fixtures = fs.readdirSync(FIXTURES).filter(name => name.endsWith('.fixture'));

describe('rules', () => {
  it('have a fixture each', () => {
    assert.deepEqual(fixtures.map(name => path.basename(name, '.fixture')).sort(), RULES.map(rule => rule.id).sort());
  });

  it('have cases whose titles say whether the rule reports', () => {
    for (const name of fixtures) {
      const id = path.basename(name, '.fixture');
      const cases = readFixture(path.join(FIXTURES, name));
      for (const { title, rule, files } of cases) {
        const reports = rule === id && [...files.values()].some(({ squiggles }) => squiggles.length > 0);
        assert.ok(title.startsWith(reports ? 'reports ' : 'does not report '), `${name}: "${title}"`);
      }
      assert.ok(
        cases.some(one => one.title.startsWith('does not report ') && validExampleOf(one).length > 0),
        `${name}: nothing shows what is valid`,
      );
      assert.equal(new Set(cases.map(({ title }) => title)).size, cases.length, `${name}: two cases have the same title`);
    }
  });

  for (const name of fixtures) {
    const id = path.basename(name, '.fixture');
    const file = path.join(FIXTURES, name);
    describe(id, () => {
      readFixture(file).forEach((one, index) => {
        const update = (changed: string, text: string) => updateAfter(file, index, changed, text);
        it(one.title, () => verify(one, IS_UPDATE ? update : undefined));
      });

      it('has the page that "npm run docs" writes', async () => {
        const { pages } = await ruleDocs();
        const cases = (other: string) => (other === id ? readFixture(file) : []);
        const page = pages(RULES, { cases, exampleOf, validExampleOf, fixesOf }).get(`${id}.md`);
        const written = path.join(PAGES, `${id}.md`);
        assert.equal(fs.existsSync(written) ? fs.readFileSync(written, 'utf8') : undefined, page, 'run "npm run docs"');
      });
    });
  }
});

/** `update` is called where the fix makes something else of a file than the fixture says; absent, that is a failure. */
function verify(one: Case, update: ((name: string, text: string) => void) | undefined): void {
  const workspace = workspaceOfCase(one);
  const rule = RULES.find(({ id }) => id === one.rule)!;
  assert.deepEqual(
    findingsOf(workspace),
    [...one.files].flatMap(([name, { text, squiggles }]) =>
      squiggles.map(([start, end]) => ({
        file: name,
        rule: one.rule,
        severity: one.severity ?? rule.severity,
        at: text.slice(start, end),
        offset: start,
      })),
    ),
  );
  const links = [...one.files].flatMap(([name, { links }]) => links.map(([start, end]) => `${name} ${start}-${end}`));
  if (links.length > 0) assert.deepEqual(linksOf(workspace), links.sort());
  if (one.after.size > 0) verifyFix(one, workspace, update);
  if (one.fix === 'none') for (const name of one.files.keys()) assert.deepEqual(offeredIn(workspace, name, one.rule), []);
}

/** Every finding of the workspace: nothing but what is marked may be said. */
function findingsOf(workspace: Workspace) {
  const located = new PositionedDocuments(workspace);
  return [...workspace.allFiles()].flatMap(({ uri, text, findings }) =>
    findings
      .map(({ rule, severity, at }) => {
        const { offset, length } = located.get(uri)!.span(at);
        return { file: nameOf(uri), rule, severity, at: text.slice(offset, offset + length), offset };
      })
      .sort((a, b) => a.offset - b.offset),
  );
}

function linksOf(workspace: Workspace): string[] {
  const located = new PositionedDocuments(workspace);
  const links = [...workspace.allFiles()].flatMap(({ findings }) =>
    findings.flatMap(({ related }) =>
      related.map(({ uri, place }) => {
        const { offset, length } = located.get(uri)!.span(place);
        return `${nameOf(uri)} ${offset}-${offset + length}`;
      }),
    ),
  );
  return [...new Set(links)].sort();
}

/** The fix makes of the file what the fixture says, byte for byte; its finding is gone, no error has come, and there is no second fix. */
function verifyFix(one: Case, workspace: Workspace, update: Parameters<typeof verify>[1]): void {
  for (const [name, expected] of one.after) {
    const uri = uriOf(name);
    const fix = fixOf(one, workspace, name);
    const titles = () => offeredIn(workspace, one.on ?? name, one.rule).map(({ title }) => title);
    assert.ok(fix, `no fix "${one.fix ?? ''}" among: ${titles().join(', ') || 'none'}`);
    const { uri: changed, edits } = editOf(fix, uriOf(one.on ?? name));
    assert.equal(changed, uri, 'the fix changes another file');
    const before = workspace.file(uri)!;
    const errorsBefore = errorsOf(workspace);
    workspace.setDiskContent(uri, { text: applyChanges(before.text, editJson(before.text, edits)) });
    workspace.update();
    const { text } = workspace.file(uri)!;
    if (update && text !== expected) update(name, text);
    else assert.equal(text, expected);
    assert.ok(!workspace.file(uriOf(one.on ?? name))!.findings.some(({ rule }) => rule === one.rule), 'the finding is still there');
    const errors = errorsOf(workspace);
    if (errors.length > errorsBefore.length) assert.deepEqual(errors, errorsBefore, 'the fix has brought an error');
    if (fix.applicability === 'safe') assert.deepEqual(fixAllChanges(workspace, uri), []);
  }
}

/** `file: rule` of every error. */
const errorsOf = (workspace: Workspace): string[] =>
  findingsOf(workspace)
    .filter(({ severity }) => severity === 'error')
    .map(({ file, rule }) => `${file}: ${rule}`);
