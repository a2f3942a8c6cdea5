import type { JsonEdit } from '../json/edit';
import type { JsonPath, Place, Span } from '../json/path';
import type { Reading } from '../json/value';
import { ARTIFACT_KINDS, type ArtifactKind, type Dialect } from '../model/artifact';
import type { Cartridge } from '../model/cartridge';
import type { CartridgeRelated, Link, Related } from '../links/related';
import type { Artifact } from '../model/kinds';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a rule has to say of a file. Plain data, but for the fixes: they are worked out only when somebody asks. */
export interface Problem {
  readonly at: Place | Span;
  /** What is wrong, what comes of it, what to do; the product's words as they are written in files; no final dot. */
  readonly message: string;
  /** `undefined`: the rule's own. */
  readonly severity?: Severity | undefined;
  /** Without a uri: in this very file. */
  readonly related?: readonly (Omit<Link, 'uri'> & Partial<Link>)[];
  /** What it is about where its rule can say more than one thing of a file, such as the name of a parameter. */
  readonly subject?: string;
  /** Rules, by id or `id:subject`, whose problems in the same file are the same mistake seen from elsewhere: this one alone is said. */
  readonly explains?: readonly string[];
  readonly fixes?: () => readonly Fix[];
}

/** Takes what a rule has to say. Rules are asked about thousands of files that are sound: nothing to say costs nothing. */
export type Say = (problem: Problem) => void;

/** A way to mend a problem. */
export interface Fix {
  /** Tells the value, and where it is from. */
  readonly title: string;
  readonly edits: readonly JsonEdit[];
  /** The one right way. */
  readonly preferred?: boolean;
  /** May be applied unasked, with all others: it inserts what is missing, or respells a name, a role or a switch. Never does it change another value. */
  readonly automatic?: boolean;
  /** Where the caret belongs afterwards: in the string at this path of the mended file. `undefined`: it stays. */
  readonly caret?: JsonPath;
  /** The file that it changes, if not the one with the problem: the other end of a pair. */
  readonly uri?: string;
  /** The parameter whose missing value it supplies, for "insert all". */
  readonly supplies?: string;
}

/** One rule: what it asks, why, how it looks when broken and mended. Its file is named like its id; it stands in list.ts. */
export interface Rule {
  /** Public interface: it stands in settings and reports. It names the problem and reads well in "allow `<id>`". */
  readonly id: string;
  /** The kinds of file that it is asked about. */
  readonly on: readonly ArtifactKind[];
  readonly dialects: readonly Dialect[];
  readonly severity: Severity;
  /** One sentence: what a sound file does. */
  readonly summary: string;
  /** What happens at run time, with the source of that knowledge. */
  readonly why: string;
  readonly source: string;
  /** Without the third parameter: it is about the file alone, and is not asked again when another file changes. */
  readonly check: (artifact: Artifact, say: Say, related: Related) => void;
}

/** A rule on the kinds that it is on, each of them typed. */
export const ruleOn = <K extends ArtifactKind>(
  on: readonly K[],
  rule: Omit<Rule, 'on' | 'check'> & { readonly check: (artifact: Extract<Artifact, { kind: K }>, say: Say, related: Related) => void },
): Rule => ({ ...rule, on, check: rule.check as Rule['check'] });

/** A rule on every kind of file. */
export const ruleOnAll = (rule: Omit<Rule, 'on'>): Rule => ({ ...rule, on: ARTIFACT_KINDS });

/** A text, and what could be read of it. `artifact` is absent where it cannot be read, or is none of ours. */
export interface TextFile {
  readonly uri: string;
  readonly text: string;
  readonly reading: Reading;
  readonly artifact: Artifact | undefined;
}

/** A rule on the text of a file, whatever is written in it. */
export interface TextRule extends Omit<Rule, 'on' | 'check'> {
  /** Asked where nobody else reports what is wrong with the text as JSON. */
  readonly isAboutSyntax: boolean;
  readonly check: (file: TextFile, say: Say) => void;
}

type CartridgeCheck = (cartridge: Cartridge, say: Say, related: CartridgeRelated) => void;

/** A rule on cartridges alone. */
export const cartridgeRule = (rule: Omit<Rule, 'on' | 'check'> & { readonly check: CartridgeCheck }): Rule => ({
  ...rule,
  on: ['cartridge'],
  check: rule.check as Rule['check'],
});

/** A problem with the rule's name on it, as it is kept and published. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Place | Span;
  readonly message: string;
  readonly related: readonly Link[];
}
