import { aboutFor, firstOfEach } from './several';

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
