import { ARTIFACT_KINDS, DIALECTS, type ArtifactKind, type Dialect } from '../model/artifact';
import type { Artifact } from '../model/kinds';
import type { Related } from '../links/related';
import { MOST } from '../links/several';
import type { Finding, Fix, Problem, Rule, Say, Severity, TextFile, TextRule } from './rule';

/** A finding with the ways to mend it, worked out on request. */
export interface Checked {
  readonly finding: Finding;
  readonly fixes: () => readonly Fix[];
}

/** The fixes are worked out at once, for they depend on what the other files say at that moment. */
export function withFixesNow({ finding, fixes }: Checked): Checked {
  const ways = fixes();
  return { finding, fixes: () => ways };
}

export const withoutFixes = (finding: Finding): Checked => ({ finding, fixes: () => [] });

export const countErrors = (checked: readonly Checked[]): number => checked.filter(({ finding }) => finding.severity === 'error').length;

/** A problem, and the rule that said it. */
export interface Said {
  readonly rule: Rule | TextRule;
  readonly problem: Problem;
}

/** Told of a rule that threw. */
export type OnCrash = (rule: string, error: unknown) => void;

const NOTHING: readonly never[] = [];

const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1, hint: 0 };

/** The rules that are asked about a kind of file of a dialect. */
export interface RulesOfKind {
  /** Those on the file alone. */
  readonly alone: readonly Rule[];
  /** Those that look at other files, too. */
  readonly together: readonly Rule[];
  /** In which order they are told. */
  readonly all: readonly Rule[];
}

export type RulesByKind = ReadonlyMap<ArtifactKind, ReadonlyMap<Dialect, RulesOfKind>>;

export const byKind = (rules: readonly Rule[]): RulesByKind =>
  new Map(ARTIFACT_KINDS.map(kind => [kind, new Map(DIALECTS.map(dialect => [dialect, rulesOfKind(rules, kind, dialect)]))]));

function rulesOfKind(rules: readonly Rule[], kind: ArtifactKind, dialect: Dialect): RulesOfKind {
  const all = rules.filter(rule => rule.on.includes(kind) && rule.dialects.includes(dialect));
  const isAlone = ({ check }: Rule) => check.length < 3;
  return { all, alone: all.filter(isAlone), together: all.filter(rule => !isAlone(rule)) };
}

/** Asks the rules about a text as it is. `syntaxToo`: those as well that tell what is wrong with it as JSON. One that throws costs its own answer. */
export function checkText(rules: readonly TextRule[], file: TextFile, syntaxToo: boolean, onCrash: OnCrash): readonly Checked[] {
  const said: Said[] = [];
  for (const rule of rules) {
    if (rule.isAboutSyntax && !syntaxToo) continue;
    try {
      rule.check(file, problem => said.push({ rule, problem }));
    } catch (error) {
      onCrash(rule.id, error);
    }
  }
  return said.length > 0 ? withoutExplained(said, file.uri) : NOTHING;
}

/** Asks rules about one file. A rule that throws is reported to `onCrash` and costs its own answer alone. */
export function ask(rules: readonly Rule[], artifact: Artifact, related: Related | undefined, onCrash: OnCrash): readonly Said[] {
  let said: Said[] | undefined;
  let rule: Rule;
  const say: Say = problem => (said ??= []).push({ rule, problem });
  for (rule of rules) {
    try {
      // A rule on the file alone takes no third argument.
      rule.check(artifact, say, related as Related);
    } catch (error) {
      onCrash(rule.id, error);
    }
  }
  return said ?? NOTHING;
}

/** All that the rules said of one file, each mistake once. */
export function findings(rules: RulesOfKind, alone: readonly Said[], together: readonly Said[], uri: string): readonly Checked[] {
  if (alone.length + together.length === 0) return NOTHING;
  const place = ({ rule }: Said) => rules.all.indexOf(rule as Rule);
  return withoutExplained(
    [...alone, ...together].sort((a, b) => place(a) - place(b)),
    uri,
  );
}

/** Each mistake once: what another problem explains is left out, and that one is said as severely as the worst that it explains. */
function withoutExplained(said: readonly Said[], uri: string): Checked[] {
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
      const links = related.slice(0, MOST).map(link => ({ uri, ...link }));
      return { finding: { rule: one.rule.id, severity, at, message, related: links }, fixes: fixes ?? (() => []) };
    });
}
