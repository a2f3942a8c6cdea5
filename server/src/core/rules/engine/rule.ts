import type { ConfigurationProblem } from '../../config/configuration';
import type { JsonPath } from '../../json/path';
import type { Reading } from '../../json/value';
import type { CartridgeContext, CrossFileContext, DeploymentContext } from '../../links/crossFileContext';
import { ARTIFACT_KINDS, type ArtifactKind, type Dialect } from '../../model/artifact';
import type { Artifact } from '../../model/kinds';
import type { ReportFn, Severity } from './report';

export {
  editHere,
  editIn,
  editsHere,
  type Applicability,
  type Finding,
  type Fix,
  type Report,
  type ReportFn,
  type Severity,
} from './report';

/** What every rule tells about itself. Its file is named like its id; it stands in the list of rules/index.ts. */
interface RuleInfo {
  /** Public interface: it stands in settings and reports. It names the problem and reads well in "allow `<id>`". */
  readonly id: string;
  readonly dialects: readonly Dialect[];
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** What a valid file does. */
  readonly requires: string;
  /** What happens at run time, with the source of that knowledge. */
  readonly why: string;
  readonly source: string;
}

interface ArtifactRule extends RuleInfo {
  /** The kinds of file that it runs on. */
  readonly on: readonly ArtifactKind[];
}

/** A rule about one file alone. It does not run again when another file changes. */
export interface FileRule extends ArtifactRule {
  readonly scope: 'file';
  readonly check: (artifact: Artifact, report: ReportFn) => void;
}

/** A rule about a file and others: it runs again when what it has learned of them may have changed. */
export interface WorkspaceRule extends ArtifactRule {
  readonly scope: 'workspace';
  readonly check: (artifact: Artifact, report: ReportFn, context: CrossFileContext) => void;
}

export type Rule = FileRule | WorkspaceRule;

/** What a configuration file comes to. */
export interface ReadConfigurationFile {
  /** What of it is ignored. */
  readonly problems: readonly ConfigurationProblem[];
  /** Where allows stand that allow nothing. */
  readonly unusedAllows: readonly { readonly rule: string; readonly path: JsonPath }[];
}

/** A text, and what could be read of it. `artifact` is absent where it cannot be read, or is not a Private PaaS file. */
export interface TextFile {
  readonly uri: string;
  readonly text: string;
  readonly reading: Reading;
  readonly artifact: Artifact | undefined;
  /** Of a text that cannot be read: the kind of definition that it would be; `any`: it may be one. */
  readonly looksLike: ArtifactKind | 'any' | undefined;
  /** Of a configuration file. */
  readonly configuration?: ReadConfigurationFile | undefined;
}

/** A rule about the text of a file, whatever is written in it. */
export interface TextRule extends RuleInfo {
  readonly scope: 'text';
  /** Runs where nobody else reports what is wrong with the text as JSON. */
  readonly isAboutSyntax: boolean;
  readonly check: (file: TextFile, report: ReportFn) => void;
}

/** What a rule learns of other files, by the kind of file that it runs on. */
type ContextOf<K extends ArtifactKind> = K extends 'cartridge'
  ? CartridgeContext
  : K extends 'service deployment' | 'subscription'
    ? DeploymentContext
    : CrossFileContext;

type ArtifactOf<K extends ArtifactKind> = Extract<Artifact, { kind: K }>;

/** A rule as it is written: typed by the kinds of file that it runs on. */
type RuleOn<K extends ArtifactKind> =
  | (Omit<FileRule, 'on' | 'check'> & { readonly check: (artifact: ArtifactOf<K>, report: ReportFn) => void })
  | (Omit<WorkspaceRule, 'on' | 'check'> & {
      readonly check: (artifact: ArtifactOf<K>, report: ReportFn, context: ContextOf<K>) => void;
    });

/** A rule on some kinds of file. The engine runs it on those alone, which is what makes its types true. */
export const ruleOn = <K extends ArtifactKind>(on: readonly K[], rule: RuleOn<K>): Rule => ({ ...rule, on }) as unknown as Rule;

/** A rule on every kind of file. */
export const ruleOnAll = (rule: RuleOn<ArtifactKind>): Rule => ruleOn(ARTIFACT_KINDS, rule);

/** A rule on cartridges alone. */
export const cartridgeRule = (rule: RuleOn<'cartridge'>): Rule => ruleOn(['cartridge'], rule);
