import type { Unread } from '../json/unread';
import type { Reading } from '../json/value';
import { DIALECTS } from '../model/artifact';
import type { Facts } from '../model/kinds';
import type { Checked, Said } from '../rules/check';
import type { Finding } from '../rules/rule';
import type { FolderChain } from '../links/folderChain';

/** What is known of one file. */
export interface FileState {
  readonly uri: string;
  text: string;
  /** The last text that could be read whole; the verdict is about it. While a document is typed into, it lags behind `text`. */
  verdictText: string;
  state: Reading['state'];
  /** `text` is strict JSON in which no key stands twice. */
  isStrict: boolean;
  /** Why it was not read; `text` is only its beginning then. */
  unread: Unread | undefined;
  facts: Facts | undefined;
  folders: FolderChain;
  /** The keys under which the files of each dialect, in their order, find it now. */
  offered: readonly (readonly string[])[];
  findings: readonly Finding[];
  /** It changed while nobody wanted its findings: they are not those of now. */
  isUnchecked: boolean;
  /** It is gone from the disk, and still open: it keeps its findings, and others do not find it. */
  isDeleted: boolean;
  /**
   * What is wrong with `text` as JSON, and what the rules on one file alone have to say of `verdictText`. `undefined`: it was something,
   * and is to be found out again when it is asked for; of thousands of files only text and facts are kept.
   */
  syntax: readonly Checked[] | undefined;
  alone: readonly Said[] | undefined;
}

export const NO_KEYS: readonly string[] = [];

const NOTHING_OFFERED: FileState['offered'] = DIALECTS.map(() => NO_KEYS);

/** A file of which nothing but its text is known yet. */
export const newFileState = (uri: string, text: string, folders: FolderChain): FileState => ({
  uri,
  text,
  verdictText: text,
  state: 'empty',
  isStrict: false,
  unread: undefined,
  facts: undefined,
  folders,
  offered: NOTHING_OFFERED,
  findings: [],
  isUnchecked: false,
  isDeleted: false,
  syntax: undefined,
  alone: undefined,
});

export const isBroken = ({ state }: FileState): boolean => state === 'broken' || state === 'too-deep' || state === 'unread';

/** A document as it stands now, with what has been found out about it. */
export interface FileView {
  readonly uri: string;
  readonly text: string;
  /** It is strict JSON in which no key stands twice. */
  readonly isStrict: boolean;
  readonly findings: readonly Finding[];
  readonly facts: Facts | undefined;
  /** The text as it is cannot be read; findings are those of the last whole text. */
  readonly isBroken: boolean;
  /** Why it is not read; `text` is only its beginning then. */
  readonly unread: Unread | undefined;
}

export const viewOf = (file: FileState): FileView => {
  const { uri, text, isStrict, findings, facts, unread } = file;
  return { uri, text, isStrict, findings, facts, unread, isBroken: isBroken(file) };
};
