import { editJson, PositionedDocuments, TEXT_RULES, type Finding, type Fix, type Workspace } from '../../server/src/core';
import { validFile, type Case } from './fixture';
import { editOf, nameOf, uriOf, workspaceOf } from './workspace';

/** The workspace of a fixture's case, checked. */
export function workspaceOfCase(one: Case): Workspace {
  const workspace = workspaceOf(
    [...one.files].map(([name, { text }]) => [name, text]),
    {
      syntaxErrors: TEXT_RULES.some(({ id }) => id === one.rule),
      ...(one.maxFileSize !== undefined && { maxFileSize: one.maxFileSize }),
    },
  );
  if (one.encoding) {
    const uri = uriOf(one.encoding.file);
    workspace.setDiskContent(uri, { text: workspace.file(uri)!.text, skipped: one.encoding.unread });
    workspace.update();
  }
  return workspace;
}

/** The fixes of a rule's findings that do something. */
export function offeredIn(workspace: Workspace, name: string, rule: string): Fix[] {
  return workspace
    .findingsWithFixes(uriOf(name))
    .filter(({ finding }) => finding.rule === rule)
    .flatMap(({ fixes }) => fixes())
    .filter(fix => {
      const { uri, edits } = editOf(fix, uriOf(name));
      return editJson(workspace.file(uri)!.text, edits).length > 0;
    });
}

/** The fix that a case states, or the first one; `name`: the file that it changes. */
export const fixOf = (one: Case, workspace: Workspace, name: string): Fix | undefined =>
  offeredIn(workspace, one.on ?? name, one.rule).find(({ title }) => !one.fix || title.startsWith(one.fix));

/** A place as a page shows it. `severity`: of a finding; a related place has none. */
export interface Shown {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
  readonly length: number;
  readonly severity: string | undefined;
  readonly message: string;
}

/** A case as a page shows it: a finding of the rule, what belongs to it (related places, otherwise another finding in the file), and what a fix makes of a file. */
export interface Example extends Shown {
  /** What the finding is about. */
  readonly subject: string;
  readonly others: readonly Shown[];
  readonly fix: { readonly title: string; readonly file: string; readonly before: string; readonly after: string } | undefined;
}

/** `undefined`: the rule reports nothing in this case. */
export function exampleOf(one: Case): Example | undefined {
  const workspace = workspaceOfCase(one);
  const [changed] = one.after;
  const fix = changed && fixOf(one, workspace, changed[0]);
  const names = fix ? [one.on ?? changed[0]] : [...one.files.keys()];
  const placeOf = (name: string, at: Finding['at'], severity: string | undefined, message: string): Shown => ({
    file: name,
    text: workspace.file(uriOf(name))!.text,
    ...new PositionedDocuments(workspace).get(uriOf(name))!.span(at),
    severity,
    message,
  });
  for (const file of names) {
    const [finding, second] = workspace.file(uriOf(file))!.findings.filter(({ rule }) => rule === one.rule);
    if (!finding) continue;
    const show = ({ at, severity, message }: Finding): Shown => placeOf(file, at, severity, message);
    const related = finding.related.slice(0, 2).map(({ uri, place, message }) => placeOf(nameOf(uri), place, undefined, message));
    return {
      ...show(finding),
      subject: finding.subject,
      others: related.length === 0 && second ? [show(second)] : related,
      fix: fix && { title: fix.title, file: changed[0], before: workspace.file(uriOf(changed[0]))!.text, after: changed[1] },
    };
  }
  return undefined;
}

/** The fixes of a rule in some cases, by title: whether *Fix All* applies them. */
export function fixesOf(rule: string, cases: readonly Case[]): ReadonlyMap<string, boolean> {
  const fixes = cases.flatMap(one => {
    const workspace = workspaceOfCase(one);
    return [...one.files.keys()].flatMap(name => offeredIn(workspace, name, rule));
  });
  return new Map(fixes.map(({ title, applicability }) => [title, applicability === 'safe']));
}

/** So many lines of a file are enough to see what it is about. */
const MOST_LINES = 14;

/** What a case is about that is not reported: of the files that are others than the valid ones, the lines that are. */
export function validExampleOf({ files }: Case): { readonly file: string; readonly lines: readonly string[] }[] {
  return [...files].flatMap(([file, { text }]) => {
    const valid = validFile(file);
    if (text === valid) return [];
    const lines = text.trimEnd().split('\n');
    const known = valid?.trimEnd().split('\n') ?? [];
    const isSame = (fromEnd: number) => lines.at(-1 - fromEnd) === known.at(-1 - fromEnd);
    const first = lines.findIndex((line, i) => line !== known[i]);
    let tail = 0;
    while (tail < lines.length - first && tail < known.length - first && isSame(tail)) tail++;
    const shown = lines.slice(Math.max(0, first - 1), lines.length - tail + 1);
    return [{ file, lines: shown.length > MOST_LINES ? [...shown.slice(0, MOST_LINES), '…'] : shown }];
  });
}
