import assert from 'node:assert/strict';
import { diagnostics, fixAll, quickFixes, readJson, type Action, type FileView, type Workspace } from '../../server/src/core';
import { nameOf, workspaceOf } from '../support/workspace';
import type { Files } from './arbitraries';
import { EVERYWHERE, mended } from './places';

/** Each action that is offered does what it says, and nothing else. */
export function verifyFixes(files: Files): void {
  const workspace = workspaceOf(files, { syntaxErrors: true });
  for (const { uri } of [...workspace.allFiles()])
    for (const action of quickFixes(workspace, uri, EVERYWHERE)) verifyFix(workspace, uri, action);
}

function verifyFix(workspace: Workspace, uri: string, action: Action): void {
  const told = `${nameOf(uri)}: ${String(action.diagnostics[0]?.code)}: ${action.title}`;
  const before = workspace.file(action.uri)!.text;
  const after = mended(workspace, action);
  verifyReadable(before, after, told);
  verifyOnlyAdds(before, action, told);
  const errors = errorsOf(workspace);
  const found = diagnostics(workspace, uri);
  const { facts } = workspace.file(action.uri)!;
  replaced(workspace, action.uri, after, () => {
    const left = diagnostics(workspace, uri);
    // Where the value has to be typed, the entry waits for it, and the finding with it.
    if (action.caret)
      assert.ok(!quickFixes(workspace, uri, EVERYWHERE).some(({ title }) => title === action.title), `${told}: is offered again`);
    else
      for (const { code, message } of action.diagnostics) {
        const isGone =
          count(left, one => one.code === code && one.message === message) <
          count(found, one => one.code === code && one.message === message);
        assert.ok(
          isGone || count(left, one => one.code === code) < count(found, one => one.code === code),
          `${told}: the finding stays\n${after}`,
        );
      }
    if (!mayBringErrors(action, facts, workspace.file(action.uri)!.facts)) verifyNoErrors(errors, errorsOf(workspace), told, after);
  });
}

/** A mended mistake can bring another to light. */
function mayBringErrors(action: Action, before: FileView['facts'], after: FileView['facts']): boolean {
  // What is wrapped is not read: all that is to be said of it comes now.
  if (action.diagnostics.some(({ code }) => code === 'wrapped-definition')) return true;
  // A cartridge that has a role, or another one than before, is asked for what goes with it; one that names another is met there.
  const stated = (facts: FileView['facts']) => facts?.kind === 'cartridge' && [facts.role, facts.partnerType?.text];
  return JSON.stringify(stated(before)) !== JSON.stringify(stated(after));
}

/** What can be applied unasked. */
export function verifyFixAll(files: Files): void {
  const workspace = workspaceOf(files, { syntaxErrors: true });
  for (const { uri, text } of [...workspace.allFiles()]) {
    const action = fixAll(workspace, uri);
    if (!action) continue;
    const told = `${nameOf(uri)}: fix all`;
    const after = mended(workspace, action);
    verifyReadable(text, after, told);
    const errors = errorsOf(workspace);
    replaced(workspace, uri, after, () => {
      assert.equal(fixAll(workspace, uri)?.edits, undefined, `${told}: leaves something to fix in\n${after}`);
      verifyNoErrors(errors, errorsOf(workspace), told, after);
    });
  }
}

/** Looks at a workspace as it is with another text, and puts the old one back. */
function replaced(workspace: Workspace, uri: string, text: string, look: () => void): void {
  const before = workspace.file(uri)!.text;
  workspace.set(uri, text);
  workspace.update();
  look();
  workspace.set(uri, before);
  workspace.update();
}

const isStrict = (text: string): boolean => {
  const reading = readJson(text);
  return reading.state === 'whole' && !reading.lenient;
};

function verifyReadable(before: string, after: string, told: string): void {
  assert.notEqual(after, before, `${told}: changes nothing`);
  assert.equal(readJson(after).state, 'whole', `${told}: cannot be read\n${after}`);
  if (isStrict(before)) assert.ok(isStrict(after), `${told}: is no strict JSON any more\n${after}`);
}

/** What inserts takes nothing away but white space, and what stands for nothing. */
function verifyOnlyAdds(before: string, action: Action, told: string): void {
  if (!action.title.startsWith('Insert')) return;
  const lines = before.split(/\r\n|\n|\r/);
  for (const { range } of action.edits) {
    if (range.start.line !== range.end.line) continue;
    const gone = lines[range.start.line]!.slice(range.start.character, range.end.character);
    assert.match(gone, /^\s*(null|"\s*"|\[\s*\])?\s*$/, `${told}: takes away`);
  }
}

/** The findings of severity error in all files. */
const errorsOf = (workspace: Workspace): string[] =>
  [...workspace.allFiles()].flatMap(({ uri, findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ rule }) => `${nameOf(uri)} ${rule}`),
  );

/** A finding can be the cause of others that are not said for it, and is as severe as they are: it is the number that must not grow. */
function verifyNoErrors(before: string[], after: string[], told: string, text: string): void {
  const fresh = [...after];
  for (const one of before) if (fresh.includes(one)) fresh.splice(fresh.indexOf(one), 1);
  assert.ok(after.length <= before.length, `${told}: brings ${fresh.join(', ')}\n${text}`);
}

const count = <T>(list: readonly T[], test: (item: T) => boolean): number => list.filter(test).length;
