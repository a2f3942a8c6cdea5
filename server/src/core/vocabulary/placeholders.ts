/**
 * Values that an installer or a person replaces before the definition is deployed: the product's boot.sh (@PRIMARY, REGION),
 * its configurator ({{OS_REGION}}), templates (${…}, <%…%>) and samples (<LB_IP>, xxxxx). Such a value is unknown, not wrong.
 */
const WHOLE = /\uFDD0|^@[A-Z_]+$|<[A-Z][A-Z0-9_ ]*>|\bREGION\b|\bBASE_IMAGE_ID\b|\bAVAILABILITY_ZONE\b|^x{3,}$/;

/** How the others open and close. A pattern for them would look for the end again from every beginning. */
const ENCLOSED = [
  ['{{', '}}'],
  ['${', '}'],
  ['<%', '%>'],
] as const;

/** Most values show no sign of being one. */
const SIGN = new RegExp(`${WHOLE.source}|\\{\\{|\\$\\{|<%`);

export const isPlaceholder = (text: string): boolean =>
  SIGN.test(text) && (WHOLE.test(text) || ENCLOSED.some(([open, close]) => holds(text, open, close)));

/** Whether something is opened and closed again on the same line. */
const holds = (text: string, open: string, close: string): boolean =>
  text.split(/[\n\r\u2028\u2029]/).some(line => {
    const from = line.indexOf(open);
    return from !== -1 && line.includes(close, from + open.length);
  });

/** A pattern of a configuration for further placeholders. `*` stands for any characters; the pattern fits anywhere in a value. */
export interface PlaceholderPattern {
  readonly pattern: string;
  /** What stands between the `*`. */
  readonly pieces: readonly string[];
}

export const placeholderPattern = (pattern: string): PlaceholderPattern => ({ pattern, pieces: pattern.split(/\*+/) });

/** Stands behind each placeholder that a pattern has found while a file is read. Unicode keeps it for such a use: no text contains it. */
const MARK = '\uFDD0';

/** A text with a mark behind each placeholder that one of the patterns finds, by which `isPlaceholder` knows it. In linear time. */
export const markPlaceholders = (text: string, patterns: readonly PlaceholderPattern[]): string =>
  patterns.reduce((marked, { pieces }) => markOne(marked, pieces), text);

/** A text as it is written in the file. */
export const withoutMarks = (text: string): string => (text.includes(MARK) ? text.replaceAll(MARK, '') : text);

function markOne(text: string, pieces: readonly string[]): string {
  let marked = '';
  let from = 0;
  while (from < text.length) {
    const end = endOfMatch(text, pieces, from);
    if (end === undefined) break;
    marked += text.slice(from, end) + MARK;
    from = end;
  }
  return marked + text.slice(from);
}

/** Where the first match of a pattern ends, looked for from an offset. What is not found from there is not found further on either. */
function endOfMatch(text: string, pieces: readonly string[], from: number): number | undefined {
  let at = from;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found === -1) return undefined;
    at = found + piece.length;
  }
  return pieces.at(-1) === '' ? text.length : at;
}
