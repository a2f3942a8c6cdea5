import { ARTIFACT_KINDS, DIALECTS, type ArtifactKind, type Dialect } from '../model/artifact';
import type { Artifact } from '../model/kinds';
import type { Related } from '../links/related';
import type { Finding, Fix, Problem, Rule, Say, Severity, TextFile, TextRule } from './rule';

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

/** The rules that are asked about a kind of file of a dialect. */
export type RulesByKind = ReadonlyMap<ArtifactKind, ReadonlyMap<Dialect, readonly Rule[]>>;

export const byKind = (rules: readonly Rule[]): RulesByKind =>
  new Map(
    ARTIFACT_KINDS.map(kind => [
      kind,
      new Map(DIALECTS.map(dialect => [dialect, rules.filter(rule => rule.on.includes(kind) && rule.dialects.includes(dialect))])),
    ]),
  );

/** Asks the rules about a text as it is. `syntaxToo`: those as well that tell what is wrong with it as JSON. */
export function checkText(rules: readonly TextRule[], file: TextFile, syntaxToo: boolean): Checked[] {
  const checked: Checked[] = [];
  for (const rule of rules) {
    if (rule.isAboutSyntax && !syntaxToo) continue;
    rule.check(file, ({ at, message, related = [], fixes = () => [] }) =>
      checked.push({ finding: { rule: rule.id, severity: rule.severity, at, message, related: related.slice(0, MOST_LINKS) }, fixes }),
    );
  }
  return checked;
}

/** Asks every rule about one file. A rule that throws is reported to `onCrash` and costs its own answer alone. */
export function check(
  rules: RulesByKind,
  artifact: Artifact,
  related: Related,
  onCrash: (rule: string, error: unknown) => void,
): Checked[] {
  const said: Said[] = [];
  let rule: Rule;
  const say: Say = problem => said.push({ rule, problem });
  for (rule of rules.get(artifact.kind)!.get(artifact.dialect)!) {
    try {
      rule.check(artifact, say, related);
    } catch (error) {
      onCrash(rule.id, error);
    }
  }
  return said.length > 0 ? withoutExplained(said) : [];
}

/** Each mistake once: what another problem explains is left out, and that one is said as severely as the worst that it explains. */
function withoutExplained(said: readonly Said[]): Checked[] {
  const severityOf = ({ rule, problem }: Said) => problem.severity ?? rule.severity;
  const worse = (a: Severity, b: Severity | undefined) => (b !== undefined && RANK[b] > RANK[a] ? b : a);
  const namesOf = ({ rule, problem }: Said) => (problem.subject === undefined ? [rule.id] : [rule.id, `${rule.id}:${problem.subject}`]);
  const explainers = new Map<string, Said[]>();
  const worst = new Map<string, Severity>();
  for (const one of said) {
    for (const name of one.problem.explains ?? []) explainers.set(name, [...(explainers.get(name)?.slice(-1) ?? []), one]);
    for (const name of namesOf(one)) worst.set(name, worse(severityOf(one), worst.get(name)));
  }
  return said
    .filter(one => !namesOf(one).some(name => explainers.get(name)?.some(other => other !== one)))
    .map(one => {
      const explained = (one.problem.explains ?? []).map(name => worst.get(name));
      const severity = explained.reduce(worse, severityOf(one));
      const { at, message, related = [], fixes } = one.problem;
      return { finding: { rule: one.rule.id, severity, at, message, related: related.slice(0, MOST_LINKS) }, fixes: fixes ?? (() => []) };
    });
}
