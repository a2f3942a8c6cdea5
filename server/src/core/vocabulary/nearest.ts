import { slipDistance } from './letterDistance';

/** The name that was most likely meant by a word that is none of them; `undefined` where none is near. */
export function nearest<T extends string>(word: string, names: readonly T[]): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  for (const name of names) {
    const letters = slipDistance(word.toLowerCase(), name.toLowerCase(), Math.max(2, Math.floor(name.length / 3)));
    if (letters < least) [best, least] = [name, letters];
  }
  return best;
}
