import type { Artifact } from '../model/kinds';
import type { Related } from '../links/related';
import type { Finding, Fix, Problem, Rule, Severity } from './rule';

/** A finding with the ways to mend it, worked out on request. */
export interface Checked {
  readonly finding: Finding;
  readonly fixes: () => readonly Fix[];
}

const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1, hint: 0 };

/** Asks every rule about one file. A rule that throws is reported to `onCrash` and costs its own answer alone. */
export function check(
  rules: readonly Rule[],
  artifact: Artifact,
  related: Related,
  onCrash: (rule: string, error: unknown) => void,
): Checked[] {
  if (artifact.kind !== 'cartridge') return [];
  const said: { rule: Rule; problem: Problem }[] = [];
  for (const rule of rules) {
    if (!rule.dialects.includes(artifact.dialect)) continue;
    try {
      for (const problem of rule.check(artifact, related)) said.push({ rule, problem });
    } catch (error) {
      onCrash(rule.id, error);
    }
  }
  const severityOf = ({ rule, problem }: (typeof said)[number]) => problem.severity ?? rule.severity;
  const explained = new Set(said.flatMap(({ problem }) => problem.explains ?? []));
  return said
    .filter(({ rule }) => !explained.has(rule.id))
    .map(one => {
      const causes = said.filter(({ rule }) => one.problem.explains?.includes(rule.id));
      const severity = [one, ...causes].map(severityOf).reduce((a, b) => (RANK[b] > RANK[a] ? b : a));
      const { at, message, related = [], fixes } = one.problem;
      return { finding: { rule: one.rule.id, severity, at, message, related }, fixes: fixes ?? (() => []) };
    });
}
