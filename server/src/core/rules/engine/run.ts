import type { CrossFileContext } from '../../links/crossFileContext';
import { ARTIFACT_KINDS, DIALECTS, type ArtifactKind, type Dialect } from '../../model/artifact';
import type { Artifact } from '../../model/kinds';
import type { Report } from './report';
import type { FileRule, Rule, TextFile, TextRule, WorkspaceRule } from './rule';
import { definitionOf, subjectOf } from './subject';

/** A report, and what the engine knows about it. */
export interface Reported {
  readonly rule: Rule | TextRule;
  readonly report: Report;
  /** What it is about. */
  readonly subject: string;
  /** Kind and name of the definition; empty where the text could not be read as one. */
  readonly definition: string;
}

/** Plain data, to be kept: the fixes hold on to all that was read for them. */
export const withoutFixes = (reported: Reported): Reported => {
  const { fixes, ...report } = reported.report;
  return fixes ? { ...reported, report } : reported;
};

/** Told of a rule that threw. */
type OnCrash = (rule: string, error: unknown) => void;

const NOTHING: readonly never[] = [];

/** The rules that run on a kind of file of a dialect. */
export interface RulesOfKind {
  readonly fileRules: readonly FileRule[];
  readonly workspaceRules: readonly WorkspaceRule[];
  /** In the order in which their reports stand. */
  readonly all: readonly Rule[];
}

export type RulesByKind = Readonly<Record<ArtifactKind, Readonly<Record<Dialect, RulesOfKind>>>>;

export const byKind = (rules: readonly Rule[]): RulesByKind =>
  recordOf(ARTIFACT_KINDS, kind => recordOf(DIALECTS, dialect => rulesOfKind(rules, kind, dialect)));

/** A value for each of some names, all of which are known. */
const recordOf = <K extends string, V>(names: readonly K[], valueOf: (name: K) => V): Readonly<Record<K, V>> =>
  Object.fromEntries(names.map(name => [name, valueOf(name)])) as Record<K, V>;

function rulesOfKind(rules: readonly Rule[], kind: ArtifactKind, dialect: Dialect): RulesOfKind {
  const all = rules.filter(rule => rule.on.includes(kind) && rule.dialects.includes(dialect));
  return { all, fileRules: all.filter(rule => rule.scope === 'file'), workspaceRules: all.filter(rule => rule.scope === 'workspace') };
}

/** The ids of all rules: `explains` names no others. */
export class RuleIds {
  private readonly ids: ReadonlySet<string>;

  constructor(rules: readonly { readonly id: string }[]) {
    this.ids = new Set(rules.map(({ id }) => id));
  }

  /** Throws where a report explains a rule that there is none of. */
  verify({ explains = NOTHING }: Report): void {
    const unknown = explains.find(name => !this.ids.has(name.replace(/:.*/s, '')));
    if (unknown !== undefined) throw new Error(`it explains ${unknown}, which is no rule`);
  }
}

/** Runs rules, each by itself. One that throws costs its own reports alone. */
export class RuleRunner {
  constructor(
    private readonly ids: RuleIds,
    private readonly onCrash: OnCrash,
  ) {}

  /** `syntaxToo`: also the rules on what is wrong with the text as JSON. */
  text(rules: readonly TextRule[], file: TextFile, syntaxToo: boolean): readonly Reported[] {
    const applicable = syntaxToo ? rules : rules.filter(({ isAboutSyntax }) => !isAboutSyntax);
    return this.run(applicable, file.artifact, (rule, report) => rule.check(file, report));
  }

  file(rules: readonly FileRule[], artifact: Artifact): readonly Reported[] {
    return this.run(rules, artifact, (rule, report) => rule.check(artifact, report));
  }

  workspace(rules: readonly WorkspaceRule[], artifact: Artifact, context: CrossFileContext): readonly Reported[] {
    return this.run(rules, artifact, (rule, report) => rule.check(artifact, report, context));
  }

  private run<R extends Rule | TextRule>(
    rules: readonly R[],
    artifact: Artifact | undefined,
    check: (rule: R, add: (report: Report) => void) => void,
  ): readonly Reported[] {
    let reported: Reported[] | undefined;
    let rule: R;
    // One closure for all rules: of thousands of valid files most rules report nothing.
    const add = (report: Report) => {
      this.ids.verify(report);
      const subject = subjectOf(report, () => artifact?.root ?? null);
      (reported ??= []).push({ rule, report, subject, definition: artifact ? definitionOf(artifact) : '' });
    };
    for (rule of rules) {
      try {
        check(rule, add);
      } catch (error) {
        this.onCrash(rule.id, error);
      }
    }
    return reported ?? NOTHING;
  }
}

/** The reports of a file in the order of the rules. */
export function inOrder(
  { all }: RulesOfKind,
  fileReports: readonly Reported[],
  crossFileReports: readonly Reported[],
): readonly Reported[] {
  if (fileReports.length === 0) return crossFileReports;
  const rules: readonly (Rule | TextRule)[] = all;
  const place = ({ rule }: Reported) => rules.indexOf(rule);
  return [...fileReports, ...crossFileReports].sort((a, b) => place(a) - place(b));
}
