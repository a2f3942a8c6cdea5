import { readJson, type Reading } from '../json/value';
import type { Artifact, Facts } from '../model/kinds';
import { recognise } from '../model/kinds';
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
  facts: Facts | undefined;
  folders: FolderChain;
  findings: readonly Finding[];
  /**
   * What is wrong with `text` as JSON, and what the rules on one file alone have to say of `verdictText`. `undefined`: it was something,
   * and is to be found out again when it is asked for; of thousands of files only text and facts are kept.
   */
  syntax: readonly Checked[] | undefined;
  alone: readonly Said[] | undefined;
}

/** What a text says. `artifact` is absent where it cannot be read, or is none of ours. */
export interface Read {
  readonly reading: Reading;
  readonly artifact: Artifact | undefined;
}

export function read(text: string): Read {
  const reading = readJson(text);
  return { reading, artifact: reading.state === 'whole' ? recognise(reading.value) : undefined };
}

export const isBroken = ({ state }: FileState): boolean => state === 'broken' || state === 'too-deep';
