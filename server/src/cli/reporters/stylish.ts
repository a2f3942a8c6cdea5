import type { Colors } from '../colors';
import { printable } from '../printable';
import type { Report, ReportedFinding } from '../report';
import type { Reporter } from './reporter';

/** For people at a terminal: by file, each finding with the places in other files and the ways to fix it. */
export const stylish: Reporter = (report, { write, colors, isComplete }) => {
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of report.findings) {
    if (finding.file !== file) lines.push('', colors.underline(printable((file = finding.file))));
    lines.push(...linesOf(finding, colors));
  }
  const { unrecognised } = report;
  if (unrecognised.length > 0)
    lines.push('', ...unrecognised.map(name => `${printable(name)}: not a Private PaaS definition, not checked`));
  const last = summary(report, isComplete, colors);
  if (last) lines.push('', last);
  if (lines.length > 0) write(lines.slice(lines[0] === '' ? 1 : 0).join('\n') + '\n');
};

function linesOf({ line, column, severity, message, rule, related, fixes }: ReportedFinding, colors: Colors): string[] {
  const color = { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.dim }[severity];
  return [
    `  ${colors.dim(`${line}:${column}`)}  ${color(severity)}  ${printable(message)}  ${colors.dim(rule)}`,
    ...related.map(link => colors.dim(`      see ${printable(link.file)}:${link.line}:${link.column}  ${printable(link.message)}`)),
    ...fixes.map(title => colors.dim(`      fix: ${printable(title)}`)),
  ];
}

/** `undefined`: nothing was checked, and why has been said. */
export function summary({ files, findings }: Report, isComplete: boolean, colors: Colors): string | undefined {
  const definitions = `${files} ${files === 1 ? 'definition' : 'definitions'} checked`;
  if (findings.length === 0) {
    if (files === 0) return isComplete ? 'No Private PaaS definitions found' : undefined;
    return isComplete ? colors.green(`No problems, ${definitions}`) : definitions;
  }
  const words = { error: 'errors', warning: 'warnings', info: 'info', hint: 'hints' };
  const counts = Object.entries(words).flatMap(([severity, plural]) => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count > 0 ? [`${count} ${count === 1 ? severity : plural}`] : [];
  });
  return colors.bold(`${counts.join(', ')}; ${definitions}`);
}
