import type { JsonPath } from './path';
import type { JsonObject, JsonValue } from './types';

/** One change to a document, stated by paths into the document as it is before any edit of the same call. */
export type JsonEdit =
  /** A new last item. `list` may be missing (it is made), or hold one object instead of a list (it becomes one). */
  | { readonly op: 'append'; readonly list: JsonPath; readonly item: JsonObject }
  /** A new last member of an object; where the key stands already, its value is set, unless an object or a list with something in it stands there. */
  | { readonly op: 'insert'; readonly object: JsonPath; readonly key: string; readonly value: JsonValue }
  | { readonly op: 'set'; readonly path: JsonPath; readonly value: JsonValue }
  | { readonly op: 'rename'; readonly path: JsonPath; readonly key: string }
  | { readonly op: 'remove'; readonly path: JsonPath }
  /** The value at `path`, as it is written, in the place of the one at `to`, which holds it and nothing else: nothing may be lost. */
  | { readonly op: 'hoist'; readonly path: JsonPath; readonly to: JsonPath }
  /** Takes away every comma that stands before a closing bracket. */
  | { readonly op: 'removeTrailingCommas' }
  /** Straight quotes for curly ones around keys and values, and nothing for invisible characters between them. The text need not be JSON. */
  | { readonly op: 'straightenQuotes' };

/** Edits that need no place in the document, and so no document that can be parsed. */
export const isOfText = ({ op }: JsonEdit): boolean => op === 'straightenQuotes';
