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
  type Fix,
  type Workspace,
} from '../server/src/core';
import { readFixture, type Case } from './support/fixture';
import { editOf, nameOf, uriOf, workspaceOf } from './support/workspace';

const RULES = [...RULES_ON_ARTIFACTS, ...TEXT_RULES];
const FIXTURES = path.resolve(__dirname, '../../test/rules');

const fixtures = fs.readdirSync(FIXTURES).filter(name => name.endsWith('.fixture'));

describe('rules', () => {
  it('have a fixture each', () => {
    assert.deepEqual(fixtures.map(name => path.basename(name, '.fixture')).sort(), RULES.map(rule => rule.id).sort());
  });

  for (const name of fixtures) {
    describe(path.basename(name, '.fixture'), () => {
      for (const one of readFixture(path.join(FIXTURES, name))) it(one.title, () => verify(one));
    });
  }
});

function verify(one: Case): void {
  const workspace = workspaceOf(
    [...one.files].map(([name, { text }]) => [name, text]),
    {
      syntaxErrors: TEXT_RULES.some(({ id }) => id === one.rule),
      ...(one.maxFileSize !== undefined && { maxFileSize: () => one.maxFileSize! }),
    },
  );
  if (one.encoding) {
    const uri = uriOf(one.encoding.file);
    workspace.setDiskContent(uri, { text: workspace.file(uri)!.text, skipped: one.encoding.unread });
    workspace.update();
  }
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
  if (one.after.size > 0) verifyFix(one, workspace);
  if (one.fix === 'none') for (const name of one.files.keys()) assert.deepEqual(offeredIn(workspace, name, one.rule), []);
}

/** The fixes of a rule's findings that do something. */
function offeredIn(workspace: Workspace, name: string, rule: string): Fix[] {
  return workspace
    .findingsWithFixes(uriOf(name))
    .filter(({ finding }) => finding.rule === rule)
    .flatMap(({ fixes }) => fixes())
    .filter(fix => {
      const { uri, edits } = editOf(fix, uriOf(name));
      return editJson(workspace.file(uri)!.text, edits).length > 0;
    });
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
function verifyFix(one: Case, workspace: Workspace): void {
  for (const [name, expected] of one.after) {
    const uri = uriOf(name);
    const offered = offeredIn(workspace, one.on ?? name, one.rule);
    const fix = offered.find(({ title }) => !one.fix || title.startsWith(one.fix));
    assert.ok(fix, `no fix "${one.fix ?? ''}" among: ${offered.map(({ title }) => title).join(', ') || 'none'}`);
    const { uri: changed, edits } = editOf(fix, uriOf(one.on ?? name));
    assert.equal(changed, uri, 'the fix changes another file');
    const before = workspace.file(uri)!;
    const errorsBefore = errorsOf(workspace);
    workspace.setDiskContent(uri, { text: applyChanges(before.text, editJson(before.text, edits)) });
    workspace.update();
    assert.equal(workspace.file(uri)!.text, expected);
    assert.ok(!workspace.file(uriOf(one.on ?? name))!.findings.some(({ rule }) => rule === one.rule), 'the finding is still there');
    assert.ok(errorsOf(workspace) <= errorsBefore, 'the fix brought an error');
    if (fix.applicability === 'safe') assert.deepEqual(fixAllChanges(workspace, uri), []);
  }
}

const errorsOf = (workspace: Workspace): number =>
  [...workspace.allFiles()].flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error').length;
