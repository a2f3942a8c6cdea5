import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/engine/rule';
import type { Workspace } from '../workspace/workspace';
import { PositionedDocuments, type PositionedDocument } from '../workspace/positions';

/** The `source` of every diagnostic. */
export const SOURCE = 'cartridge';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of a file where they stand now, in order of place; at one place the most severe comes first. Ranges count lines from 0, columns in UTF-16. */
export function diagnostics(workspace: Workspace, uri: string, files = new PositionedDocuments(workspace)): Diagnostic[] {
  const file = workspace.file(uri);
  if (!file || file.findings.length === 0) return [];
  const own = files.get(uri);
  if (!own) return [];
  return file.findings.map(finding => asDiagnostic(finding, own, files)).sort(byPlace);
}

/** The findings of severity error in all files, or in those of `uris`. */
export function countErrors(workspace: Workspace, uris?: Iterable<string>): number {
  const files = uris ? [...uris].flatMap(uri => workspace.file(uri) ?? []) : [...workspace.allFiles()];
  return files.reduce((sum, { findings }) => sum + findings.filter(({ severity }) => severity === 'error').length, 0);
}

/** A diagnostic that every reader can compare, for it has a severity. */
type Ranked = Diagnostic & { readonly severity: DiagnosticSeverity };

export function asDiagnostic(finding: Finding, own: PositionedDocument, files: PositionedDocuments): Ranked {
  const relatedInformation = finding.related.flatMap(({ uri, place, message }) => {
    const file = files.get(uri);
    return file ? [{ location: { uri, range: file.range(place) }, message }] : [];
  });
  return {
    range: own.range(finding.at),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}

const byPlace = (a: Ranked, b: Ranked): number =>
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character ||
  a.severity - b.severity ||
  String(a.code).localeCompare(String(b.code));
