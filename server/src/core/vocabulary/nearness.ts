import { distance } from 'fastest-levenshtein';

/** Longer names are compared by nobody: to tell how far they are apart takes as long as both of them together. */
const LONGEST = 64;

/** How many letters two names are apart; Infinity where that says nothing: more than `most`, or less than half of their letters are the same. */
export function lettersApart(one: string, other: string, most: number): number {
  const length = Math.max(one.length, other.length);
  if (length > LONGEST || Math.abs(one.length - other.length) > most) return Infinity;
  const letters = distance(one, other);
  return letters <= most && sharedLetters(one, other) * 2 >= length ? letters : Infinity;
}

/** How many letters of the one the other has, too, wherever they stand. */
function sharedLetters(one: string, other: string): number {
  const left = [...other];
  return [...one].filter(letter => {
    const at = left.indexOf(letter);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}
