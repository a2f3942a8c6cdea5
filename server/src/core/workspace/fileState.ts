import type { Facts } from '../model/facts';
import type { SkipReason } from '../json/fileContent';
import type { Reading } from '../json/value';
import type { FolderChain } from '../links/folderChain';
import { DIALECTS, type ArtifactKind } from '../model/artifact';
import type { Finding } from '../rules/engine/report';
import type { Reported } from '../rules/engine/run';

/** Reports that are found out again when somebody asks: of thousands of files only text and facts are kept. */
type Recomputed = 'recomputed';

/** The text of a file as it is now. */
export interface Current {
  readonly text: string;
  readonly state: Reading['state'];
  /** It is strict JSON in which no key is defined twice. */
  readonly isStrict: boolean;
  /** Why it was not read; `text` is only its beginning then. */
  readonly skipped: SkipReason | undefined;
  /** Of a text that cannot be parsed: the kind of definition that what can be read of it would be; `any`: it may be one. */
  readonly looksLike: ArtifactKind | 'any' | undefined;
  /** What is wrong with it as JSON. */
  syntaxReports: readonly Reported[] | Recomputed;
}

/** The last text that could be read. While somebody types, it lags behind the current one. */
export interface Verdict {
  readonly text: string;
  /** What the rules about one file report on it. */
  fileReports: readonly Reported[] | Recomputed;
}

/** What is known of one file. */
export interface FileState {
  readonly uri: string;
  folders: FolderChain;
  current: Current;
  verdict: Verdict;
  /** Those of the verdict: what the file tells the others. */
  facts: Facts | undefined;
  /** The keys under which the files of each dialect, in their order, find it now. */
  providedKeys: readonly (readonly string[])[];
  /** Everything that rules reported at the last check. */
  reports: readonly Reported[];
  /** What the settings leave of that. */
  findings: readonly Finding[];
  /** Another number since its findings, or where they stand, may have changed; no two files ever have the same. 0: never published. */
  revision: number;
  /** It changed while nobody wanted its findings: they are not those of now. */
  isUnchecked: boolean;
  /** It was deleted on the disk, and is still open: it keeps its findings, and others do not find it. */
  isDeleted: boolean;
}

export const NO_KEYS: readonly string[] = [];

const NOTHING_PROVIDED: FileState['providedKeys'] = DIALECTS.map(() => NO_KEYS);

/** A file of which nothing but its text is known yet. */
export const newFileState = (uri: string, folders: FolderChain, current: Current): FileState => ({
  uri,
  folders,
  current,
  verdict: { text: current.text, fileReports: [] },
  facts: undefined,
  providedKeys: NOTHING_PROVIDED,
  reports: [],
  findings: [],
  revision: 0,
  isUnchecked: false,
  isDeleted: false,
});

export const isUnparsable = ({ current: { state } }: Pick<FileState, 'current'>): boolean =>
  state === 'syntax-error' || state === 'too-deep' || state === 'skipped';

/** A file as it is now, with what has been found out about it. */
export interface FileView {
  readonly uri: string;
  readonly text: string;
  /** It is strict JSON in which no key is defined twice. */
  readonly isStrict: boolean;
  readonly findings: readonly Finding[];
  /** What was published under the same number is what stands there now. 0: never published. */
  readonly revision: number;
  readonly facts: Facts | undefined;
  /** The text as it is cannot be read; findings are those of the last one that could. */
  readonly isUnparsable: boolean;
  /** Of a text that cannot be read: the kind of definition that it would be; `any`: it may be one. */
  readonly looksLike: ArtifactKind | 'any' | undefined;
  /** Why it is not read; `text` is only its beginning then. */
  readonly skipped: SkipReason | undefined;
}

export const viewOf = (file: FileState): FileView => {
  const { uri, findings, revision, facts, current } = file;
  const { text, isStrict, skipped, looksLike } = current;
  return { uri, text, isStrict, findings, revision, facts, skipped, looksLike, isUnparsable: isUnparsable(file) };
};
