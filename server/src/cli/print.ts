import pc from 'picocolors';
import { printable } from './printable';
import type { Report, ReportedFinding } from './report';

export function printJson(report: Report): void {
  // Told by their codes such characters are the same JSON, and a terminal is safe from them here, too.
  const lines = JSON.stringify(report, undefined, 2).split('\n');
  process.stdout.write(lines.map(printable).join('\n') + '\n');
}

const PAINT = { error: pc.red, warning: pc.yellow, info: pc.blue, hint: pc.dim } as const;

/** For people at a terminal: by file, each finding with the other end and the ways to mend it. */
export function printStylish(report: Report): void {
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of report.findings) {
    if (finding.file !== file) lines.push('', pc.underline(printable((file = finding.file))));
    lines.push(...linesOf(finding));
  }
  lines.push('', summary(report));
  process.stdout.write(lines.slice(lines[0] === '' ? 1 : 0).join('\n') + '\n');
}

function linesOf({ line, column, severity, message, rule, related, fixes }: ReportedFinding): string[] {
  return [
    `  ${pc.dim(`${line}:${column}`)}  ${PAINT[severity](severity)}  ${printable(message)}  ${pc.dim(rule)}`,
    ...related.map(link => pc.dim(`      see ${printable(link.file)}:${link.line}:${link.column}  ${printable(link.message)}`)),
    ...fixes.map(title => pc.dim(`      fix: ${printable(title)}`)),
  ];
}

function summary({ files, findings }: Report): string {
  const definitions = `${files} ${files === 1 ? 'definition' : 'definitions'} checked`;
  if (findings.length === 0) return pc.green(`No problems, ${definitions}`);
  const count = (severity: ReportedFinding['severity']) => findings.filter(finding => finding.severity === severity).length;
  const parts = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
    [count('info') + count('hint'), 'remark', 'remarks'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n === 1 ? one : many}`);
  return pc.bold(`${told.join(', ')}; ${definitions}`);
}
