import * as path from 'node:path';
import { URI } from 'vscode-uri';
import { editsHere, PositionedDocuments, type Fix, type Severity, type Workspace } from '../core';

/** A place for people: lines and columns from 1, columns in UTF-16. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ReportedFinding extends Position {
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Position & { readonly message: string })[];
  readonly fixes: readonly string[];
}

/** What `--format json` prints; `files` counts the recognised ones. */
export interface Report {
  readonly version: 1;
  readonly files: number;
  /** Files that were asked for by name and are no definitions. */
  readonly unrecognised: readonly string[];
  readonly findings: readonly ReportedFinding[];
}

/** All findings of the given files, by file and place; files are named relative to the current folder. `named`: those that were asked for by name. */
export function report(workspace: Workspace, uris: Iterable<string>, named: readonly string[] = []): Report {
  const findings: ReportedFinding[] = [];
  let files = 0;
  let located: PositionedDocuments | undefined;
  for (const uri of uris) {
    const file = workspace.file(uri);
    if (file?.facts) files++;
    if (!file || file.findings.length === 0) continue;
    // Files that are told of together often link to the same others.
    located = new PositionedDocuments(workspace, undefined, located);
    for (const finding of findingsOf(workspace, uri, located)) findings.push(finding);
  }
  return {
    version: 1,
    files,
    unrecognised: named
      .filter(uri => isUnrecognised(workspace, uri))
      .map(nameOf)
      .sort(),
    findings: findings.sort(byPlace),
  };
}

function isUnrecognised(workspace: Workspace, uri: string): boolean {
  const file = workspace.file(uri);
  return file !== undefined && !file.facts && file.findings.length === 0;
}

function findingsOf(workspace: Workspace, uri: string, located: PositionedDocuments): ReportedFinding[] {
  const own = located.get(uri)!;
  const doesSomething = (fix: Fix) =>
    fix.change.files.some(file => !('edits' in file) || file.uri !== undefined) || own.isChangedBy(editsHere(fix.change));
  return workspace.findingsWithFixes(uri).map(({ finding, fixes }) => {
    const { start, end } = own.range(finding.at);
    return {
      file: nameOf(uri),
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      related: finding.related.map(({ uri, place, message }) => {
        const at = located.get(uri)?.range(place).start ?? { line: 0, character: 0 };
        return { file: nameOf(uri), line: at.line + 1, column: at.character + 1, message };
      }),
      fixes: fixes()
        .filter(doesSomething)
        .map(({ title }) => title),
    };
  });
}

const nameOf = (uri: string): string => path.relative(process.cwd(), URI.parse(uri).fsPath).replaceAll(path.sep, '/');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: ReportedFinding, b: ReportedFinding): number =>
  compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule);
