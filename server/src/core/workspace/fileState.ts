import { BEGINNING, type Content, type Unread } from '../json/unread';
import { readJson, type Reading } from '../json/value';
import type { Artifact, Facts } from '../model/kinds';
import { BROKEN, keyIn } from '../model/keys';
import { recognise } from '../model/kinds';
import type { Finding } from '../rules/rule';
import { showsSignsOfOurs } from '../vocabulary/tellTales';
import type { FolderChain } from '../links/folderChain';

/** What is known of one file. */
export interface FileState {
  readonly uri: string;
  text: string;
  /** The last text that could be read whole; the verdict is about it. While a document is typed into, it lags behind `text`. */
  verdictText: string;
  state: Reading['state'];
  /** Why it was not read; `text` is only its beginning then. */
  unread: Unread | undefined;
  facts: Facts | undefined;
  folders: FolderChain;
  findings: readonly Finding[];
  /** What `verdictText` says: read for the check to come, and forgotten after it. Of thousands of files only text and facts are kept. */
  pending: Read | undefined;
}

/** What a text says. `artifact` is absent where it cannot be read, or is none of ours. */
export interface Read {
  readonly reading: Reading;
  readonly artifact: Artifact | undefined;
}

export function read(text: string, unread?: Unread): Read {
  if (unread) return { reading: { state: 'unread', unread }, artifact: undefined };
  const reading = readJson(text);
  return { reading, artifact: reading.state === 'whole' ? recognise(reading.value) : undefined };
}

/** What is kept of a content: all of it, or the beginning of what is not read or longer than `limit`. */
export function keptOf({ text, unread }: { text: string; unread: Unread | undefined }, limit: number): Content {
  const why = unread ?? (text.length > limit ? { why: 'size' as const, size: text.length, limit } : undefined);
  return why ? { text: text.slice(0, BEGINNING), unread: why } : { text };
}

export const isBroken = (file: FileState): boolean => file.state === 'broken' || file.state === 'too-deep' || file.state === 'unread';

/** The keys under which others find the file. */
export function offeredBy(file: FileState): readonly string[] {
  const { facts } = file;
  if (facts) return facts.keys.map(key => keyIn(facts.dialect, key));
  return isBroken(file) && showsSignsOfOurs(file.text) ? [BROKEN] : [];
}

/** The files that findings have links into. */
export const targetsOf = (findings: readonly Finding[]): Set<string> =>
  new Set(findings.flatMap(finding => finding.related.map(link => link.uri)));
