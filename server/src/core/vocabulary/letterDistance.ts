import { distance } from 'fastest-levenshtein';

/** No name that somebody mistyped is longer; the work grows with the square of the length. */
const LONGEST = 64;

/** How many letters two names are apart: `Infinity` where they are more than `most`, or a name is too long to be looked at. */
export function letterDistance(a: string, b: string, most = Infinity): number {
  if (a.length > LONGEST || b.length > LONGEST || Math.abs(a.length - b.length) > most) return Infinity;
  const letters = distance(a, b);
  return letters <= most ? letters : Infinity;
}

/** The same, and `Infinity` where less than half of the letters are the same: short words are near to each other by chance. */
export function slipDistance(a: string, b: string, most: number): number {
  const letters = letterDistance(a, b, most);
  return letters < Infinity && sharedLetters(a, b) * 2 >= Math.max(a.length, b.length) ? letters : Infinity;
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
