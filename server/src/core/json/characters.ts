/** Characters that look like the double quote of JSON, as word processors and wikis put them in its place. All of one UTF-16 unit. */
const DOUBLE = '\u201c\u201d\u201e\u201f\u2033\uff02';
/** The same for the single quote. */
const SINGLE = '\u2018\u2019\u201a\u201b\u2032';

export const isCurlyDouble = (character: string): boolean => character !== '' && DOUBLE.includes(character);
export const isCurlySingle = (character: string): boolean => character !== '' && SINGLE.includes(character);

/** White space that is none to JSON, and characters that show nothing at all. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'no-break space'],
  ['\u00ad', 'soft hyphen'],
  ['\u180e', 'vowel separator'],
  ['\u2007', 'figure space'],
  ['\u200b', 'zero-width space'],
  ['\u200c', 'zero-width non-joiner'],
  ['\u200d', 'zero-width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202b', 'right-to-left embedding'],
  ['\u202c', 'end of direction'],
  ['\u202d', 'left-to-right override'],
  ['\u202e', 'right-to-left override'],
  ['\u202f', 'narrow no-break space'],
  ['\u2060', 'word joiner'],
  ['\u3000', 'wide space'],
  ['\ufeff', 'byte order mark'],
]);

export const isInvisible = (character: string): boolean => NAMES.has(character);

/** Spaces that take room on the line: in their place stands a plain one. */
export const isWide = (character: string): boolean => '\u00a0\u2007\u202f\u3000'.includes(character);

/** `no-break space (U+00A0)`; of a curly quote that it is one. */
export function nameOfCharacter(character: string): string {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return NAMES.has(character) ? `${NAMES.get(character)!} (${code})` : `curly quote ${character} (${code})`;
}

/** A text in which invisible characters are named: two values that look the same are told apart. */
export const withInvisibleNamed = (text: string): string =>
  // Most texts have none, and are looked through once.
  /[\u00a0\u00ad\u180e\u2007\u200b-\u200f\u2028-\u202f\u2060\u3000\ufeff]/.test(text)
    ? [...text].map(character => (isInvisible(character) ? `<${nameOfCharacter(character)}>` : character)).join('')
    : text;
