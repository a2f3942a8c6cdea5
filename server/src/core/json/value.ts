import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Span } from './path';
import { valueOf, withoutBom } from './tree';
import type { JsonValue } from './types';

/** What reading a text gave. */
export type Reading =
  /** The whole value is there. `lenient`: only with the help of comments or trailing commas, which strict JSON has not. */
  | { readonly state: 'whole'; readonly value: JsonValue; readonly lenient: boolean; readonly duplicates: boolean }
  /** A syntax error: what could be read would lack parts of what was written. */
  | { readonly state: 'broken'; readonly problem: Span & { readonly code: string } }
  /** Nested deeper than `DEPTH_LIMIT`. */
  | { readonly state: 'too-deep' }
  | { readonly state: 'empty' };

/** No definition nests deeper than ten; a recursive walk of this many levels is safe on every stack. */
export const DEPTH_LIMIT = 200;

/**
 * Text to plain value. Never throws. `JSON.parse` does the work wherever it can: it is several times faster than a tree.
 * A tree is made where it refuses, and where the text holds more colons than the value accounts for, for then a key stands twice.
 */
export function readJson(text: string): Reading {
  let value: JsonValue;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as JsonValue;
  } catch {
    return readTolerantly(text);
  }
  const colons = countColons(value, 0);
  if (colons === undefined) return { state: 'too-deep' };
  // An escape may hide a colon (\u003a), so that the two counts could agree by chance.
  if (colons === countColonsOfText(text) && !text.includes('\\u')) return { state: 'whole', value, lenient: false, duplicates: false };
  const tree = parseTree(withoutBom(text));
  if (!tree) return { state: 'empty' };
  const read = valueOf(tree);
  return { state: 'whole', value: read.value, lenient: false, duplicates: read.duplicates };
}

/** For a text that is not strict JSON: comments and trailing commas lose nothing, anything else does. */
function readTolerantly(text: string): Reading {
  if (isNestedTooDeep(text)) return { state: 'too-deep' };
  const errors: ParseError[] = [];
  const tree = parseTree(withoutBom(text), errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors;
  if (error) {
    if (!tree && text.trim() === '') return { state: 'empty' };
    // A comment that is not closed is told to end behind the text.
    const length = Math.min(error.length, text.length - error.offset);
    return { state: 'broken', problem: { offset: error.offset, length, code: printParseErrorCode(error.error) } };
  }
  if (!tree) return { state: 'empty' };
  const { value, duplicates } = valueOf(tree);
  return { state: 'whole', value, lenient: true, duplicates };
}

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

/** A cheap look at the brackets outside strings, before a recursive parser sees the text. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: // a string ends at its quote or, unterminated, at the end of its line
        for (i++; i < text.length; i++) {
          const c = text.charCodeAt(i);
          if (c === 0x5c) i++;
          else if (c === 0x22 || c === 0x0a || c === 0x0d) break;
        }
        break;
      case 0x5b:
      case 0x7b:
        if (++depth > DEPTH_LIMIT) return true;
        break;
      case 0x5d:
      case 0x7d:
        depth--;
        break;
    }
  }
  return false;
}
