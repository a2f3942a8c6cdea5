import { getLocation } from 'jsonc-parser';
import { withoutBom } from './parse';
import { ROOT, type JsonPath, type Span } from './path';

/** Where a caret stands in a document. */
export interface CaretLocation {
  /** The way to the value that the caret is in, or to the member whose key it is in. The last step may be half typed. */
  readonly path: JsonPath;
  readonly on: 'key' | 'value';
  /** The key or the scalar that the caret touches, quotes included; empty and at the caret where it touches none. */
  readonly span: Span;
}

/**
 * From a place in a text to the path there: the way back from a finding's path to its range. Works on texts that are half typed, which
 * is what completion sees. `offset` counts UTF-16 code units. Never throws: where nothing can be told, it is the root.
 */
export function locationAt(text: string, offset: number): CaretLocation {
  const at = Math.max(0, Math.min(offset, text.length));
  const here = { offset: at, length: 0 };
  try {
    const { path, isAtPropertyKey, previousNode } = getLocation(withoutBom(text), at);
    const touches = previousNode && previousNode.offset <= at && at <= previousNode.offset + previousNode.length;
    const span = touches ? { offset: previousNode.offset, length: previousNode.length } : here;
    return { path, on: isAtPropertyKey ? 'key' : 'value', span };
  } catch (error) {
    // The parser calls itself for each level: nested deeply enough, it runs out of stack.
    if (!(error instanceof RangeError)) throw error;
    return { path: ROOT, on: 'value', span: here };
  }
}
