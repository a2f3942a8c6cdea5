import { below, ROOT, type JsonPath } from '../json/path';
import { member, type JsonObject, type JsonValue } from '../json/types';
import { isPlaceholder } from '../vocabulary/placeholders';

/** A scalar of a file as the platform's reader sees it, a string, and where it stands. */
export interface Text {
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

export function textAt(object: JsonObject, key: string, at: JsonPath = ROOT): Text | undefined {
  const text = scalarText(member(object, key));
  return text === undefined ? undefined : { text, path: below(at, key) };
}

/** The text where it is there and says something: neither absent nor empty. A placeholder does. */
export const given = (text: Text | undefined): Text | undefined => (text && text.text !== '' ? text : undefined);

/** The text where its value is known: given, and no placeholder. Only such values are compared. */
export const known = (text: Text | undefined): Text | undefined => {
  const there = given(text);
  return there && !isPlaceholder(there.text) ? there : undefined;
};

/** Both are known and differ: what every comparison of two values asks. */
export const differ = (a: Text | undefined, b: Text | undefined): boolean =>
  known(a) !== undefined && known(b) !== undefined && a!.text !== b!.text;

/** The items of a list field; one object stands for a list of one, as the platform's reader takes it. */
export function listItems(object: JsonObject, key: string, at: JsonPath = ROOT): { value: JsonValue; path: JsonPath }[] {
  const list = member(object, key);
  if (typeof list !== 'object' || list === null) return [];
  const path = below(at, key);
  return Array.isArray(list) ? list.map((value, i) => ({ value, path: below(path, i) })) : [{ value: list, path }];
}
