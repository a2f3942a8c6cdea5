import { createColors } from 'picocolors';
import { printable } from './printable';
import type { Report, ReportedFinding } from './report';

export function printJson(report: Report): void {
  // Told by their codes such characters are the same JSON, and a terminal is safe from them here, too.
  const lines = JSON.stringify(report, undefined, 2).split('\n');
  process.stdout.write(lines.map(printable).join('\n') + '\n');
}

/** Without colours until it is told otherwise. */
let paint = createColors(false);

export function useColours(wanted: boolean): void {
  paint = createColors(wanted);
}

/** Whether to print colours: the option decides, then FORCE_COLOR, then NO_COLOR; else they are for terminals that show them. */
export function wantsColours(option: boolean | undefined, { isTTY }: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (option !== undefined) return option;
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** For people at a terminal: by file, each finding with the other end and the ways to mend it. */
export function printStylish(report: Report): void {
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of report.findings) {
    if (finding.file !== file) lines.push('', paint.underline(printable((file = finding.file))));
    lines.push(...linesOf(finding));
  }
  lines.push('', summary(report));
  process.stdout.write(lines.slice(lines[0] === '' ? 1 : 0).join('\n') + '\n');
}

function linesOf({ line, column, severity, message, rule, related, fixes }: ReportedFinding): string[] {
  const colour = { error: paint.red, warning: paint.yellow, info: paint.blue, hint: paint.dim }[severity];
  return [
    `  ${paint.dim(`${line}:${column}`)}  ${colour(severity)}  ${printable(message)}  ${paint.dim(rule)}`,
    ...related.map(link => paint.dim(`      see ${printable(link.file)}:${link.line}:${link.column}  ${printable(link.message)}`)),
    ...fixes.map(title => paint.dim(`      fix: ${printable(title)}`)),
  ];
}

export function summary({ files, findings }: Report): string {
  const definitions = `${files} ${files === 1 ? 'definition' : 'definitions'} checked`;
  if (findings.length === 0) return paint.green(`No problems, ${definitions}`);
  const words = { error: 'errors', warning: 'warnings', info: 'info', hint: 'hints' };
  const told = Object.entries(words).flatMap(([severity, plural]) => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count > 0 ? [`${count} ${count === 1 ? severity : plural}`] : [];
  });
  return paint.bold(`${told.join(', ')}; ${definitions}`);
}
