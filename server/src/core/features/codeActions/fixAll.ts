import { editJson } from '../../json/edit';
import { TextDraft, type TextChange } from '../../json/textDraft';
import type { Workspace } from '../../workspace/workspace';
import { editsHere } from '../../rules/engine/report';
import { asTextEdit, FIX_ALL_KIND, type Action } from './action';
import { shippedPlace } from './insertAllMissing';

/** The action that applies all automatic fixes; `undefined`: there are none. */
export function fixAll(workspace: Workspace, uri: string): Action | undefined {
  const document = workspace.open(uri)?.positions.document;
  const changes = fixAllChanges(workspace, uri);
  if (!document || changes.length === 0) return undefined;
  return {
    title: 'Fix all auto-fixable cartridge problems',
    kind: FIX_ALL_KIND,
    diagnostics: [],
    isPreferred: false,
    createsFiles: false,
    edit: () => ({ files: [{ uri, edits: changes.map(change => asTextEdit(document, change)) }] }),
  };
}

/**
 * The changes that the automatic fixes of a file make; ascending, not overlapping. What is fixed can bring to light what was hidden:
 * the fixes of a rule are left out where there would be more errors in the end than there are now.
 */
export function fixAllChanges(workspace: Workspace, uri: string): TextChange[] {
  const file = workspace.file(uri);
  if (!file || file.isUnparsable || workspace.findingsWithFixes(uri).length === 0) return [];
  const draft = new TextDraft(file.text);
  for (let round = 0, errors = 0; round < MOST_ROUNDS; round++) {
    const leftOut = new Set<string>();
    const without = (...rules: string[]) => applySafeFixes(workspace, uri, { text: draft.text(), errors }, new Set([...leftOut, ...rules]));
    let all = without();
    while (all.errors > errors) {
      const ways = [...all.rules].map(rule => ({ rule, outcome: without(rule) }));
      const best = ways.reduce((a, b) => (b.outcome.errors < a.outcome.errors ? b : a));
      leftOut.add(best.rule);
      all = best.outcome;
    }
    if (all.changes.length === 0) break;
    draft.apply(all.changes);
    errors = all.errors;
    // Of what was left out there may be another way now.
    if (leftOut.size === 0) break;
  }
  return draft.changes();
}

/** One fixed mistake can bring another to light (a role that is stated at last asks for more): a few rounds reach the end. */
const MOST_ROUNDS = 8;

/** What applying the automatic fixes to a text comes to. */
interface Outcome {
  /** Ascending, not overlapping. */
  readonly changes: TextChange[];
  /** The rules whose findings were fixed. */
  readonly rules: ReadonlySet<string>;
  /** How many more errors there are then, in all files, than with the file's own text. */
  readonly errors: number;
}

function applySafeFixes(workspace: Workspace, uri: string, now: { text: string; errors: number }, leftOut: ReadonlySet<string>): Outcome {
  const draft = new TextDraft(now.text);
  const rules = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = workspace.findingsFor(uri, draft.text()).filter(({ finding }) => !leftOut.has(finding.rule));
    const fixes = wanted.flatMap(({ finding, fixes }) => {
      const fix = fixes().find(({ applicability }) => applicability === 'safe');
      return fix ? [{ fix, rule: finding.rule }] : [];
    });
    const edits = fixes
      .sort((a, b) => shippedPlace(a.fix.supplies) - shippedPlace(b.fix.supplies))
      .flatMap(({ fix }) => editsHere(fix.change));
    const changes = editJson(draft.text(), edits);
    if (changes.length === 0) break;
    for (const { rule } of fixes) rules.add(rule);
    draft.apply(changes);
  }
  return { changes: draft.changes(), rules, errors: rules.size === 0 ? now.errors : workspace.errorsAdded(uri, draft.text()) };
}
