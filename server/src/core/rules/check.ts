import type { Artifact } from '../model/kinds';
import type { Related } from '../links/related';
import type { Finding, Fix, Problem, Rule, Severity, TextRule } from './rule';

/** A finding with the ways to mend it, worked out on request. */
export interface Checked {
  readonly finding: Finding;
  readonly fixes: () => readonly Fix[];
}

/** A problem, and the rule that said it. */
interface Said {
  readonly rule: Rule;
  readonly problem: Problem;
}

/** Where many files are the other end, some of them say enough. */
const MOST_LINKS = 10;

const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1, hint: 0 };

/** Asks the rules about a text as it is. `syntaxToo`: those as well that tell what is wrong with it as JSON. */
export function checkText(rules: readonly TextRule[], text: string, uri: string, syntaxToo: boolean): Checked[] {
  return rules.flatMap(rule =>
    rule.isAboutSyntax && !syntaxToo
      ? []
      : [...rule.check(text, uri)].map(({ at, message, related = [], fixes = () => [] }) => ({
          finding: { rule: rule.id, severity: rule.severity, at, message, related: related.slice(0, MOST_LINKS) },
          fixes,
        })),
  );
}

/** Asks every rule about one file. A rule that throws is reported to `onCrash` and costs its own answer alone. */
export function check(
  rules: readonly Rule[],
  artifact: Artifact,
  related: Related,
  onCrash: (rule: string, error: unknown) => void,
): Checked[] {
  const said: Said[] = [];
  for (const rule of rules) {
    if (!rule.on.includes(artifact.kind) || !rule.dialects.includes(artifact.dialect)) continue;
    try {
      for (const problem of rule.check(artifact, related)) said.push({ rule, problem });
    } catch (error) {
      onCrash(rule.id, error);
    }
  }
  const severityOf = ({ rule, problem }: Said) => problem.severity ?? rule.severity;
  const explains = (a: Said, b: Said) =>
    a !== b && (a.problem.explains ?? []).some(id => id === b.rule.id || id === `${b.rule.id}:${b.problem.subject}`);
  return said
    .filter(one => !said.some(other => explains(other, one)))
    .map(one => {
      const severity = [one, ...said.filter(other => explains(one, other))].map(severityOf).reduce((a, b) => (RANK[b] > RANK[a] ? b : a));
      const { at, message, related = [], fixes } = one.problem;
      return { finding: { rule: one.rule.id, severity, at, message, related: related.slice(0, MOST_LINKS) }, fixes: fixes ?? (() => []) };
    });
}
