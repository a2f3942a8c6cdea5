import type { JsonPath } from '../json/path';
import { isObject, type JsonObject } from '../json/types';
import { isPlaceholder } from '../vocabulary/placeholders';
import { listItems, scalarText, textAt, type Text } from './text';

/** An entry `{"name": …, "value": …}` of a property list. */
export interface Property {
  /** The place of the whole entry. */
  readonly path: JsonPath;
  readonly name: Text;
  /** As written. `undefined`: there is no value, and the platform drops the entry. */
  readonly value: Text | undefined;
}

/** The entries of a property list that have a name, in order. */
export function readProperties(object: JsonObject, key: string, at: JsonPath = []): Property[] {
  const properties: Property[] = [];
  for (const { value: item, path } of listItems(object, key, at)) {
    if (!isObject(item) || scalarText(item['name']) === undefined) continue;
    properties.push({ path, name: textAt(item, 'name', path)!, value: textAt(item, 'value', path) });
  }
  return properties;
}

/** The entry that counts: of several with a name, the last that has a value; where none has one, the last. */
export function effective(properties: readonly Property[], name: string): Property | undefined {
  const named = properties.filter(property => property.name.text === name);
  return named.findLast(property => property.value) ?? named.at(-1);
}

/** What the agent gets of a payload value: all up to the first `,` or `=` (CartridgeAgentConfiguration.java:269-281). */
export const asTheAgentReads = (value: Text): Text => {
  const end = value.text.search(/[,=]/);
  return end === -1 || isPlaceholder(value.text) ? value : { text: value.text.slice(0, end), path: value.path };
};
