import { childPath } from '../json/internedPaths';
import { ROOT, type JsonPath } from '../json/path';
import { member, type JsonObject, type JsonValue } from '../json/types';
import { isPlaceholder } from '../vocabulary/placeholders';

/** A scalar of a file as the platform's reader sees it, a string, and where it stands. */
export interface LocatedString {
  readonly text: string;
  readonly path: JsonPath;
}

/** Numbers and booleans are read as strings, null as the empty one; `undefined` for objects, lists and what is absent. */
export function scalarText(value: JsonValue | undefined): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

export function textAt(object: JsonObject, key: string, at: JsonPath = ROOT): LocatedString | undefined {
  const text = scalarText(member(object, key));
  return text === undefined ? undefined : { text, path: childPath(at, key) };
}

/** The text where it is there and says something: neither absent nor empty. A placeholder does. */
export const nonEmpty = (text: LocatedString | undefined): LocatedString | undefined => (text && text.text !== '' ? text : undefined);

/** A text whose value is known. The member is never there: it tells the compiler that other texts are none. */
export interface Literal extends LocatedString {
  readonly isKnown?: true;
}

/** Whether the value of a text is known: given, and no placeholder. Only such values are compared. */
export const isLiteral = (text: LocatedString | undefined): text is Literal =>
  text !== undefined && text.text !== '' && !isPlaceholder(text.text);

/** The text where its value is known. */
export const literal = (text: LocatedString | undefined): Literal | undefined => (isLiteral(text) ? text : undefined);

/** Both values where both are known and differ: what every comparison of two values asks. */
export const difference = (a: LocatedString | undefined, b: LocatedString | undefined): readonly [a: Literal, b: Literal] | undefined =>
  isLiteral(a) && isLiteral(b) && a.text !== b.text ? [a, b] : undefined;

/** The items of a list field; one object stands for a list of one, as the platform's reader takes it. */
export function listItems(object: JsonObject, key: string, at: JsonPath = ROOT): { value: JsonValue; path: JsonPath }[] {
  const list = member(object, key);
  if (typeof list !== 'object' || list === null) return [];
  const path = childPath(at, key);
  return Array.isArray(list) ? list.map((value, i) => ({ value, path: childPath(path, i) })) : [{ value: list, path }];
}
