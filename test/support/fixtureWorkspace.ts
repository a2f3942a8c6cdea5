import { editJson, PositionedDocuments, TEXT_RULES, type Fix, type Workspace } from '../../server/src/core';
import type { Case } from './fixture';
import { editOf, uriOf, workspaceOf } from './workspace';

/** The workspace of a fixture's case, checked. */
export function workspaceOfCase(one: Case): Workspace {
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

/** A case as a page shows it: a finding of the rule, and what a fix makes of a file. */
export interface Example {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
  readonly length: number;
  readonly severity: string;
  readonly message: string;
  readonly fix: { readonly title: string; readonly file: string; readonly before: string; readonly after: string } | undefined;
}

/** `undefined`: the rule reports nothing in this case. */
export function exampleOf(one: Case): Example | undefined {
  const workspace = workspaceOfCase(one);
  const [changed] = one.after;
  const fix = changed && fixOf(one, workspace, changed[0]);
  const names = fix ? [one.on ?? changed[0]] : [...one.files.keys()];
  for (const file of names) {
    const { text, findings } = workspace.file(uriOf(file))!;
    const finding = findings.find(({ rule }) => rule === one.rule);
    if (!finding) continue;
    const { severity, message } = finding;
    return {
      file,
      text,
      ...new PositionedDocuments(workspace).get(uriOf(file))!.span(finding.at),
      severity,
      message,
      fix: fix && { title: fix.title, file: changed[0], before: workspace.file(uriOf(changed[0]))!.text, after: changed[1] },
    };
  }
  return undefined;
}
