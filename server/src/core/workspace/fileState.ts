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
  /**
   * What is wrong with `text` as JSON, and what the rules on one file alone have to say of `verdictText`. `undefined`: it was something,
   * and is to be found out again when it is asked for; of thousands of files only text and facts are kept.
   */
  syntax: readonly Checked[] | undefined;
  alone: readonly Said[] | undefined;
}

export const NO_KEYS: readonly string[] = [];

/** What a file offers before it has told anything. */
export const NOTHING_OFFERED: FileState['offered'] = DIALECTS.map(() => NO_KEYS);

export const isBroken = ({ state }: FileState): boolean => state === 'broken' || state === 'too-deep' || state === 'unread';
