import { readJson, type Reading } from '../json/value';
import type { Artifact, Facts } from '../model/kinds';
import { BROKEN, keyIn } from '../model/keys';
import { recognise } from '../model/kinds';
import type { Finding } from '../rules/rule';
import { showsSignsOfOurs } from '../vocabulary/tellTales';
import type { FolderChain } from '../links/folderBuckets';
import type { Neighbour } from '../links/lookup';

/** What is known of one file. */
export interface FileState {
  readonly uri: string;
  text: string;
  /** The last text that could be read whole; the verdict is about it. While a document is typed into, it lags behind `text`. */
  verdictText: string;
  reading: Reading['state'];
  facts: Facts | undefined;
  folders: FolderChain;
  findings: readonly Finding[];
  /** Read for the check to come, and forgotten after it: of thousands of files only text and facts are kept. */
  pending: Artifact | undefined;
}

/** What a text says: `artifact` is absent where it cannot be read, or is none of ours. */
export function readArtifact(text: string): { state: Reading['state']; artifact: Artifact | undefined } {
  const reading = readJson(text);
  return { state: reading.state, artifact: reading.state === 'whole' ? recognise(reading.value) : undefined };
}

export const isBroken = (file: FileState): boolean => file.reading === 'broken' || file.reading === 'too-deep';

/** The keys under which others find the file. */
export function offeredBy(file: FileState): readonly string[] {
  const { facts } = file;
  if (facts) return facts.keys.map(key => keyIn(facts.dialect, key));
  return isBroken(file) && showsSignsOfOurs(file.text) ? [BROKEN] : [];
}

/** `undefined`: it is none of ours. */
export const asNeighbour = ({ uri, folders, facts }: FileState): Neighbour<Facts> | undefined =>
  facts ? { uri, folders, facts } : undefined;

/** The files that findings have links into. */
export const targetsOf = (findings: readonly Finding[]): Set<string> =>
  new Set(findings.flatMap(finding => finding.related.map(link => link.uri)));
