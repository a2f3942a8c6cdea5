import type { JsonEdit } from '../../json/jsonEdit';
import type { JsonPath, PathLocation, Span } from '../../json/path';
import type { JsonValue } from '../../json/types';
import type { Severity } from '../../vocabulary/severity';
import type { Link } from '../../links/crossFileContext';

export type { Severity };

/** What a rule reports. Plain data, except for the fixes: they are computed only when somebody asks for them. */
export interface Report {
  readonly at: PathLocation | Span;
  /** What is wrong, what happens, what to do; the product's words as they are written in files; no final dot. */
  readonly message: string;
  /** `undefined`: the rule's own. */
  readonly severity?: Severity | undefined;
  /** Without a uri: in this very file. */
  readonly related?: readonly (Omit<Link, 'uri'> & Partial<Link>)[];
  /** What it is about where its rule can report more than one thing in a file, such as the name of a parameter. */
  readonly subject?: string;
  /** Rules, by id or `id:subject`, whose reports in the same file are the same mistake seen from elsewhere: this one alone is shown. */
  readonly explains?: readonly string[];
  readonly fixes?: () => readonly Fix[];
}

/** Takes what a rule reports. Rules run on thousands of valid files: to report nothing costs nothing. */
export type ReportFn = (report: Report) => void;

/** `safe`: may be applied unasked, with all others. It inserts what is missing, or corrects the spelling of a name, a role or a switch, and never changes another value. */
export type Applicability = 'safe' | 'suggested';

export interface NewFile {
  /** Its uri. */
  readonly create: string;
  readonly content: JsonValue;
  /** The file whose layout it takes over. */
  readonly like?: string;
}

/** A change of one file: edits of one that is there (without a uri: the one with the report), or a new file. */
type FileChange = { readonly uri?: string; readonly edits: readonly JsonEdit[] } | NewFile;

/** A change of any number of files, made as one. */
export interface WorkspaceChange {
  readonly files: readonly FileChange[];
}

/** Edits of the file with the report. */
export const editHere = (edits: readonly JsonEdit[]): WorkspaceChange => ({ files: [{ edits }] });

/** Edits of another file. */
export const editIn = (uri: string, edits: readonly JsonEdit[]): WorkspaceChange => ({ files: [{ uri, edits }] });

/** What a change edits in the file with the report. */
export const editsHere = ({ files }: WorkspaceChange): readonly JsonEdit[] =>
  files.flatMap(change => ('edits' in change && change.uri === undefined ? change.edits : []));

/** A way to fix what is reported. */
export interface Fix {
  /** Tells the value, and where it is from. */
  readonly title: string;
  readonly change: WorkspaceChange;
  /** `undefined`: suggested. */
  readonly applicability?: Applicability;
  /** The one right way. */
  readonly preferred?: boolean;
  /** Where the caret belongs afterwards: in the string at this path of the fixed file, or of the first one that is changed. `undefined`: it stays. */
  readonly caret?: JsonPath;
  /** The parameter whose missing value it supplies, for "insert all". */
  readonly supplies?: string;
}

/** A report with the rule's name on it, as it is kept and published. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: PathLocation | Span;
  readonly message: string;
  readonly related: readonly Link[];
  /** What it is about: the name of a parameter, a property or a field. Empty where it is about the file. */
  readonly subject: string;
  /**
   * The same for the same problem after the file was edited elsewhere, formatted, or moved: rule, kind and name of the definition, and
   * subject. Several findings may share one.
   */
  readonly fingerprint: string;
}
