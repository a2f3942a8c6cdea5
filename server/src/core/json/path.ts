/** The way from the root of a document to a value: keys of objects and indexes of lists. */
export type JsonPath = readonly (string | number)[];

/** A place in a document, stated without offsets: the value at a path, or the key of the member at that path. */
export interface Place {
  readonly path: JsonPath;
  /** `undefined` means the value. */
  readonly on?: 'key';
}

/** A stretch of text: offset and length in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export const valueAt = (...path: JsonPath): Place => ({ path });
export const keyAt = (...path: JsonPath): Place => ({ path, on: 'key' });

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(path: JsonPath, ancestor: JsonPath): boolean {
  return path.length >= ancestor.length && ancestor.every((segment, i) => segment === path[i]);
}
