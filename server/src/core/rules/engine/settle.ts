import { withInvisibleNamed } from '../../json/characters';
import { mapStrings } from '../../json/mapStrings';
import { MOST } from '../../links/several';
import { withoutMarks } from '../../vocabulary/placeholders';
import type { Finding, Fix, Severity } from './report';
import type { Reported } from './run';
import type { Allow, Settings } from './settings';

/** A finding with the ways to fix it, computed when somebody asks. */
export interface FindingWithFixes {
  readonly finding: Finding;
  readonly fixes: () => readonly Fix[];
}

/** The fixes are computed at once, for they depend on what the other files say at that moment. */
export function withFixesNow({ finding, fixes }: FindingWithFixes): FindingWithFixes {
  const now = fixes();
  return { finding, fixes: () => now };
}

export const countErrors = (findings: readonly FindingWithFixes[]): number =>
  findings.filter(({ finding }) => finding.severity === 'error').length;

/** What is left of some reports, and which of the allows had something to allow. */
export interface Settled<A extends Allow> {
  readonly findings: readonly FindingWithFixes[];
  readonly usedAllows: readonly A[];
}

const NOTHING: Settled<never> = { findings: [], usedAllows: [] };
const NO_FIXES = (): readonly Fix[] => [];
const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1, hint: 0 };
const worse = (a: Severity, b: Severity | undefined): Severity => (b !== undefined && RANK[b] > RANK[a] ? b : a);

/**
 * From what rules report to findings, in this order: rules that are off; what another report explains, each mistake once; the severity
 * that is set, else the worst of the rule's own and of what it explains; what is allowed. `uri`: of the file, for links into it.
 */
export function settle<A extends Allow>(reported: readonly Reported[], settings: Settings<A>, uri: string): Settled<A> {
  if (reported.length === 0) return NOTHING;
  const isOn = ({ rule }: Reported) => settings.severities.get(rule.id) !== 'off';
  const findings: FindingWithFixes[] = [];
  const usedAllows: A[] = [];
  for (const { one, severity } of withoutExplained(settings.severities.size === 0 ? reported : reported.filter(isOn), settings)) {
    const finding = findingOf(one, severity, uri);
    const { fixes } = one.report;
    const allow = settings.allows.find(({ rule, at }) => rule === finding.rule && (at === undefined || at === finding.subject));
    if (allow) usedAllows.push(allow);
    else findings.push({ finding, fixes: fixes ? () => mapStrings(fixes(), withoutMarks) : NO_FIXES });
  }
  return { findings, usedAllows };
}

function findingOf({ rule, report, subject, definition }: Reported, severity: Severity, uri: string): Finding {
  const { at, message, related = [] } = report;
  return {
    rule: rule.id,
    severity,
    at,
    message: withInvisibleNamed(withoutMarks(message)),
    related: related.slice(0, MOST).map(link => ({ uri, ...link, message: withoutMarks(link.message) })),
    subject: withoutMarks(subject),
    fingerprint: withoutMarks([rule.id, definition, subject].join('/')),
  };
}

/** The names under which a report can be explained by another one. */
const namesOf = ({ rule, report }: Reported): readonly string[] =>
  report.subject === undefined ? [rule.id] : [rule.id, `${rule.id}:${report.subject}`];

/** Each mistake once: what another report explains is left out, and that one is as severe as the worst that it explains. */
function withoutExplained(reported: readonly Reported[], { severities }: Settings): { one: Reported; severity: Severity }[] {
  // Those that are off are left out already.
  const setSeverity = ({ rule }: Reported) => {
    const set = severities.get(rule.id);
    return set === 'off' ? undefined : set;
  };
  const severityOf = (one: Reported) => setSeverity(one) ?? one.report.severity ?? one.rule.severity;
  const explainers = new Map<string, Reported[]>();
  const worst = new Map<string, Severity>();
  for (const one of reported) {
    for (const name of one.report.explains ?? []) explainers.set(name, [...(explainers.get(name)?.slice(-1) ?? []), one]);
    for (const name of namesOf(one)) worst.set(name, worse(severityOf(one), worst.get(name)));
  }
  return reported
    .filter(one => !namesOf(one).some(name => explainers.get(name)?.some(other => other !== one)))
    .map(one => {
      const explained = (one.report.explains ?? []).map(name => worst.get(name));
      return { one, severity: setSeverity(one) ?? explained.reduce(worse, severityOf(one)) };
    });
}
