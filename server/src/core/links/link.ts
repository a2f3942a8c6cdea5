import type { FactsBase } from '../model/facts';
import type { PathLocation, Span } from '../json/path';
import type { LocatedString } from '../model/scalar';
import type { LookupOrigin, LinkedFile } from './linkedFile';
import { MOST, type Several } from './several';

/** Related information on a value of another file. */
export interface Link {
  readonly uri: string;
  readonly place: PathLocation | Span;
  readonly message: string;
}

export const linkTo = (other: LookupOrigin, at: LocatedString | undefined, message: string): Link => ({
  uri: other.uri,
  place: { path: at?.path ?? ['type'] },
  message,
});

/** The same for the first of many. */
export const linksTo = <F extends FactsBase>(
  others: readonly LinkedFile<F>[],
  at: (facts: F) => LocatedString | undefined,
  message: (facts: F) => string,
): Link[] => others.slice(0, MOST).map(other => linkTo(other, at(other.facts), message(other.facts)));

/** Behind the value of the first of several files, each of which may have another one. */
export const andMore = ({ count }: Several<unknown>): string => (count > 1 ? ` (and other values in ${moreFiles(count - 1)})` : '');

export const moreFiles = (count: number): string => `${count} more ${count === 1 ? 'file' : 'files'}`;

/** Behind what is said of each of several, of which only the first are named: a sentence of its own. */
export const likewise = ({ first, count }: Several<unknown>): string =>
  count > first.length ? ` The same applies to ${count - first.length} more.` : '';

/** The way from a folder to a file, both uris, decoded for reading. */
export function relativeName(folder: string, uri: string): string {
  const from = folder.split('/');
  const to = uri.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const path = [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
