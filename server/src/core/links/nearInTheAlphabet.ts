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
  // Each has a name, for it is among the first of each name.
  const nameIn = (file: N): string => nameOf(file.facts) ?? '';
  const sorted = aboutFor(named, nameOf, () => [...named].sort((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1)));
  let from = 0;
  for (let to = sorted.length; from < to;) {
    const middle = (from + to) >> 1;
    if (nameIn(sorted[middle]!) < written) from = middle + 1;
    else to = middle;
  }
  return sorted.slice(Math.max(from - MOST_NAMES / 2, 0), from + MOST_NAMES / 2);
}
