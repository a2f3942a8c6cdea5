import { distance } from 'fastest-levenshtein';
import { aboutFor, firstOfEach } from '../links/several';

/** No name that somebody mistyped is longer; the work grows with the square of the length. */
const LONGEST = 64;

/** How many letters two names are apart: `Infinity` where they are more than `most`, or a name is too long to be looked at. */
export function letterDistance(a: string, b: string, most = Infinity): number {
  if (a.length > LONGEST || b.length > LONGEST || Math.abs(a.length - b.length) > most) return Infinity;
  const letters = distance(a, b);
  return letters <= most ? letters : Infinity;
}

/** With so many names one is compared; of more those that stand beside it in the alphabet, for most slips leave the beginning. */
const MOST_NAMES = 200;

/** Of files that have a name those whose name may be meant by the one that is written. */
export function nearInTheAlphabet<N extends { readonly facts: F }, F>(
  files: readonly N[],
  nameOf: (facts: F) => string | undefined,
  written: string,
): readonly N[] {
  const named = firstOfEach(files, nameOf);
  if (named.length <= MOST_NAMES) return named;
  const sorted = aboutFor(named, nameOf, () => [...named].sort((a, b) => (nameOf(a.facts)! < nameOf(b.facts)! ? -1 : 1)));
  let from = 0;
  for (let to = sorted.length; from < to;) {
    const middle = (from + to) >> 1;
    if (nameOf(sorted[middle]!.facts)! < written) from = middle + 1;
    else to = middle;
  }
  return sorted.slice(Math.max(from - MOST_NAMES / 2, 0), from + MOST_NAMES / 2);
}
