import assert from 'node:assert/strict';
import type { Diagnostic, TextEdit } from 'vscode-languageserver-types';
import { diagnostics, fixAll, quickFixes, readJson, type Action, type FileView, type Workspace } from '../../server/src/core';
import { fixInMemory } from '../../server/src/cli/fix';
import { verifyValuesStay } from '../support/references';
import { nameOf, uriOf, workspaceOf } from '../support/workspace';
import type { Files } from './arbitraries';
import { editOfAction, EVERYWHERE, mended } from './places';

/** Each action that is offered does what it says, and nothing else. */
export function verifyFixes(files: Files): void {
  const workspace = workspaceOf(files, { syntaxErrors: true });
  for (const { uri } of [...workspace.allFiles()]) {
    const actions = quickFixes(workspace, uri, EVERYWHERE);
    for (const action of actions) verifyFix(workspace, uri, action, actions);
  }
}

function verifyFix(workspace: Workspace, uri: string, action: Action, actions: readonly Action[]): void {
  const told = `${nameOf(uri)}: ${String(action.diagnostics[0]?.code)}: ${action.title}`;
  const { uri: changed, edits, caret } = editOfAction(action);
  const { text, facts } = workspace.file(changed)!;
  const after = mended(workspace, action);
  verifyReadable(text, after, told);
  if (action.title.startsWith('Insert')) verifyOnlyAdds(text, edits, told);
  const errors = errorsOf(workspace);
  const before = diagnostics(workspace, uri);
  replaced(workspace, changed, after, () => {
    const left = diagnostics(workspace, uri);
    for (const diagnostic of action.diagnostics) {
      if (!waitsForAValue(diagnostic, actions) && !isOneOfSeveralWrappers(diagnostic, text, after))
        assert.ok(isFewer(diagnostic, before, left), `${told}: the finding stays\n${after}`);
    }
    if (caret) {
      const again = quickFixes(workspace, uri, EVERYWHERE);
      const same = ({ title }: Action) => title === action.title;
      assert.ok(again.filter(same).length < actions.filter(same).length, `${told}: is offered again\n${after}`);
    }
    const allowed = broughtToLight(codesOf(action), facts, workspace.file(changed)!.facts);
    verifyErrors(errors, errorsOf(workspace), allowed, `${told}\n${after}`);
  });
}

/** What can be applied unasked is applied in one go. */
export function verifyFixAll(files: Files): void {
  const workspace = workspaceOf(files, { syntaxErrors: true });
  for (const { uri, text } of [...workspace.allFiles()]) {
    const action = fixAll(workspace, uri);
    if (!action) continue;
    const told = `${nameOf(uri)}: fix all`;
    const after = mended(workspace, action);
    verifyReadable(text, after, told);
    verifyValuesStay(text, after, told);
    const errors = errorsOf(workspace);
    replaced(workspace, uri, after, () => {
      assert.deepEqual(fixAll(workspace, uri)?.title, undefined, `${told}: leaves something to fix in\n${after}`);
      const now = errorsOf(workspace);
      assert.ok(now.length <= errors.length, `${told}: brings errors: ${errors.join(', ')} become ${now.join(', ')}\n${after}`);
    });
  }
}

/** The finding is gone: it, or one of its rule, or it links to one file less, for of several ends that differ a fix changes one. */
function isFewer({ code, message }: Diagnostic, before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const ofRule = (list: readonly Diagnostic[]) => list.filter(one => one.code === code);
  const same = (list: readonly Diagnostic[]) => ofRule(list).filter(one => one.message === message);
  const links = (list: readonly Diagnostic[]) => ofRule(list).flatMap(({ relatedInformation = [] }) => relatedInformation);
  return [same, ofRule, links].some(counted => counted(after).length < counted(before).length);
}

/** Where nothing tells the value, an entry without one is inserted, and the finding stays with it until the value is typed. */
const waitsForAValue = ({ code, message }: Diagnostic, actions: readonly Action[]): boolean =>
  actions.some(action => editOfAction(action).caret && action.diagnostics[0]!.code === code && action.diagnostics[0]!.message === message);

/** A wrapper in a wrapper is taken away by the same fix once more. */
const isOneOfSeveralWrappers = ({ code }: Diagnostic, before: string, after: string): boolean =>
  code === 'wrapped-definition' && after.split('cartridgeDefinitionBean').length < before.split('cartridgeDefinitionBean').length;

const codesOf = (action: Action): string[] => action.diagnostics.map(({ code }) => String(code));

const ASKED_OF_A_GROUP = [
  'clustering-without-primary',
  'foreign-api-manager-member',
  'missing-api-manager-host-name',
  'missing-clustering',
  'missing-deployment',
  'missing-primary',
  'missing-worker-host-name',
  'unknown-manager-service-type',
  'unknown-worker-service-type',
];

/** A mended mistake can bring another to light: what that may be, `true` for anything. */
function broughtToLight(mended: readonly string[], before: FileView['facts'], after: FileView['facts']): true | readonly string[] {
  // What is wrapped is not read, nor is the value of a field that is not known: all that is to be said of it comes now.
  if (mended.includes('wrapped-definition') || mended.includes('unknown-field')) return true;
  // What a file names at last is looked at together with it.
  if (mended.some(code => code.startsWith('unknown-')) && before?.kind !== 'cartridge') {
    return [
      'service-of-single-tenant-cartridge',
      'unoffered-iaas',
      'unusable-load-balancer',
      'region-not-in-image',
      'no-guaranteed-worker',
    ];
  }
  if (before?.kind !== 'cartridge' || after?.kind !== 'cartridge') return [];
  // A cartridge that has a role, or another one than before, is asked for what goes with it; one that names another is met there.
  if (before.role !== after.role || before.partnerType?.text !== after.partnerType?.text) return true;
  return [
    // One that has joined or left a group (the API Manager asks for other things) is asked for what goes with it, and may be the one
    // that another was looking for.
    ...(before.serviceGroupParameter?.text !== after.serviceGroupParameter?.text ? ASKED_OF_A_GROUP : []),
    // One that has said at last that it is clustered needs more for it, and is a member of its group's cluster.
    ...(before.clustering?.text !== after.clustering?.text
      ? ['clustering-without-primary', 'missing-service-group-parameter', 'foreign-api-manager-member']
      : []),
    // A name can be wrong in its prefix and behind it.
    ...(mended.includes('misspelled-payload-prefix') ? ['misspelled-payload-parameter'] : []),
  ];
}

/** The fixes of all files together: never more errors than before, and what is left no second time. */
export function verifyFixOfAllFiles(files: Files): void {
  const workspace = workspaceOf(files);
  const uris = files.map(([name]) => uriOf(name));
  const before = errorsOf(workspace);
  const fix = () => {
    const steps = fixInMemory(workspace, uris);
    while (!steps.next().done);
  };
  fix();
  const after = errorsOf(workspace);
  assert.ok(after.length <= before.length, `${before.join(' ')} have become ${after.join(' ')}`);
  const texts = uris.map(uri => workspace.file(uri)!.text);
  fix();
  assert.deepEqual(
    uris.map(uri => workspace.file(uri)!.text),
    texts,
  );
}

/** Looks at a workspace as it is with another text, and puts the old one back. */
function replaced(workspace: Workspace, uri: string, text: string, look: () => void): void {
  const before = workspace.file(uri)!.text;
  workspace.setDiskContent(uri, { text });
  workspace.update();
  look();
  workspace.setDiskContent(uri, { text: before });
  workspace.update();
}

const isStrict = (text: string): boolean => {
  const reading = readJson(text);
  return reading.state === 'parsed' && !reading.lenient;
};

function verifyReadable(before: string, after: string, told: string): void {
  assert.notEqual(after, before, `${told}: changes nothing`);
  assert.equal(readJson(after).state, 'parsed', `${told}: cannot be read\n${after}`);
  if (isStrict(before)) assert.ok(isStrict(after), `${told}: is no strict JSON any more\n${after}`);
}

/** What inserts takes nothing away but white space, and what stands for nothing. */
function verifyOnlyAdds(before: string, edits: readonly TextEdit[], told: string): void {
  const lines = before.split(/\r\n|\n|\r/);
  for (const { range } of edits) {
    if (range.start.line !== range.end.line) continue;
    const gone = lines[range.start.line]!.slice(range.start.character, range.end.character);
    assert.match(gone, /^\s*(null|"\s*"|\[\s*\]|\{\s*\})?\s*$/, `${told}: takes away`);
  }
}

/** The rules of the findings of severity error in all files. */
const errorsOf = (workspace: Workspace): string[] =>
  [...workspace.allFiles()].flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));

/** A finding can be the cause of others that are not said for it, and is as severe as they are: it is the number that must not grow. */
function verifyErrors(before: readonly string[], after: readonly string[], allowed: true | readonly string[], told: string): void {
  if (allowed === true || after.length <= before.length) return;
  const fresh = [...after];
  for (const one of before) if (fresh.includes(one)) fresh.splice(fresh.indexOf(one), 1);
  const unexpected = fresh.filter(rule => !allowed.includes(rule));
  assert.ok(unexpected.length === 0, `${told}: brings ${unexpected.join(', ')}`);
}
