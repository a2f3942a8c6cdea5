/** The way from the root of a document to a value: keys of objects and indexes of lists. */
export type JsonPath = readonly (string | number)[];

/** A place in a document, stated without offsets: the value at a path, or the key of the member at that path. */
export interface PathLocation {
  readonly path: JsonPath;
  /** `undefined` means the value. */
  readonly on?: 'key';
}

/** A stretch of text: offset and length in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The root of a document. */
export const ROOT: JsonPath = [];

/** An index from here on stands in few files. */
const SHARED_INDEXES = 64;

/** Every path of which thousands of files have the same, by the path above it. */
const belowRoot = new Map<string | number, JsonPath>();
const shared = new Map<JsonPath, Map<string | number, JsonPath>>([[ROOT, belowRoot]]);

/**
 * The path one step below another, for a step that is known beforehand: an index, or a key of the vocabulary. Such paths stand in
 * every file, and are made once and shared.
 */
export function childPath(path: JsonPath, step: string | number): JsonPath {
  const known = path === ROOT ? belowRoot : shared.get(path);
  let child = known?.get(step);
  if (child) return child;
  child = [...path, step];
  if (known && (typeof step === 'string' || step < SHARED_INDEXES)) {
    known.set(step, child);
    shared.set(child, new Map());
  }
  return child;
}

export const atPath = (...path: JsonPath): PathLocation => ({ path });
export const keyAt = (...path: JsonPath): PathLocation => ({ path, on: 'key' });
