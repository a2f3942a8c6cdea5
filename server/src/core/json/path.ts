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

export const atPath = (...path: JsonPath): PathLocation => ({ path });
