import { DEPTH_LIMIT, parse } from './parse';
import type { Span } from './path';
import { valueOf } from './tree';
import type { SkipReason } from './fileContent';
import type { JsonValue } from './types';

/** What reading a text gave. */
export type Reading =
  /** The whole value is there. `lenient`: only with the help of comments or trailing commas, which strict JSON has not. */
  | { readonly state: 'parsed'; readonly value: JsonValue; readonly lenient: boolean; readonly duplicates: boolean }
  /** A syntax error: what could be read would lack parts of what was written. */
  | { readonly state: 'syntax-error'; readonly problem: Span & { readonly code: string } }
  /** Nested deeper than `DEPTH_LIMIT`. */
  | { readonly state: 'too-deep' }
  /** It was not read at all. */
  | { readonly state: 'skipped'; readonly skipped: SkipReason }
  | { readonly state: 'empty' };

/** Whether a text is strict JSON in which no key is defined twice. */
export const isStrict = (reading: Reading): boolean => reading.state === 'parsed' && !reading.lenient && !reading.duplicates;

/**
 * Text to plain value. Never throws. `JSON.parse` does the work wherever it can: it is several times faster than a tree.
 * A tree is made where it refuses, and where the text holds more colons than the value accounts for, for then a key is defined twice.
 */
export function readJson(text: string): Reading {
  let value: JsonValue;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as JsonValue;
  } catch {
    return readTree(text, true);
  }
  const colons = countColons(value, 0);
  if (colons === undefined) return { state: 'too-deep' };
  // An escape may hide a colon (\u003a), so that the two counts could agree by chance.
  if (colons === countColonsOfText(text) && !text.includes('\\u')) return { state: 'parsed', value, lenient: false, duplicates: false };
  return readTree(text, false);
}

/** For a text that is not strict JSON: comments and trailing commas lose nothing, anything else does. */
function readTree(text: string, lenient: boolean): Reading {
  const { tree, problem, isTooDeep } = parse(text);
  if (isTooDeep) return { state: 'too-deep' };
  if (!tree && isBlank(text)) return { state: 'empty' };
  if (problem) return { state: 'syntax-error', problem };
  return tree ? { state: 'parsed', lenient, ...valueOf(tree) } : { state: 'empty' };
}

/** A byte order mark counts as white space here. */
const isBlank = (text: string): boolean => text.trim() === '';

/** The colons that the text of `value` must hold: one for each key and those inside its strings. `undefined`: too deep. */
function countColons(value: JsonValue, depth: number): number | undefined {
  if (typeof value === 'string') return countColonsOfText(value);
  if (typeof value !== 'object' || value === null) return 0;
  if (depth >= DEPTH_LIMIT) return undefined;
  let colons = 0;
  if (Array.isArray(value)) {
    for (const item of value) {
      const inside = countColons(item, depth + 1);
      if (inside === undefined) return undefined;
      colons += inside;
    }
    return colons;
  }
  // What JSON.parse makes has no members but its own.
  for (const key in value) {
    const inside = countColons(value[key]!, depth + 1);
    if (inside === undefined) return undefined;
    colons += 1 + inside + countColonsOfText(key);
  }
  return colons;
}

function countColonsOfText(text: string): number {
  let colons = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) colons++;
  return colons;
}
