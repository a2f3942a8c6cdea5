import type { JsonPath } from '../json/path';
import { isObject, type JsonObject } from '../json/types';
import { isPlaceholder } from '../vocabulary/placeholders';
import { listItems, textAt, type Text } from './text';

/** An entry `{"name": …, "value": …}` of a property list. */
export interface Property {
  /** The place of the whole entry. */
  readonly path: JsonPath;
  readonly name: Text;
  /** As written. `undefined`: there is no value, and the platform drops the entry. */
  readonly value: Text | undefined;
}

/** From this length on a list is looked through once, and then asked by name. */
const LONG = 16;

/** The entries of a property list that have a name, in order. */
export class PropertyList {
  private byName: Map<string, Property> | undefined;

  constructor(private readonly entries: readonly Property[]) {}

  [Symbol.iterator](): Iterator<Property> {
    return this.entries[Symbol.iterator]();
  }

  get length(): number {
    return this.entries.length;
  }

  /** The entry that counts: of several with a name, the last that has a value; where none has one, the last. */
  named(name: string): Property | undefined {
    if (this.entries.length < LONG) {
      let last: Property | undefined;
      for (let i = this.entries.length - 1; i >= 0; i--) {
        const entry = this.entries[i]!;
        if (entry.name.text !== name) continue;
        if (entry.value) return entry;
        last ??= entry;
      }
      return last;
    }
    if (!this.byName) {
      this.byName = new Map();
      for (const property of this.entries) {
        const other = this.byName.get(property.name.text);
        if (property.value || !other?.value) this.byName.set(property.name.text, property);
      }
    }
    return this.byName.get(name);
  }
}

export function readProperties(object: JsonObject, key: string, at?: JsonPath): PropertyList {
  const properties: Property[] = [];
  for (const { value: item, path } of listItems(object, key, at)) {
    if (!isObject(item)) continue;
    const name = textAt(item, 'name', path);
    if (name) properties.push({ path, name, value: textAt(item, 'value', path) });
  }
  return new PropertyList(properties);
}

/** Of several entries of one name, the one that counts. */
export const effective = (entries: readonly Property[]): Property | undefined =>
  entries.findLast(property => property.value) ?? entries.at(-1);

/** What the agent gets of a payload value: all up to the first `,` or `=` (CartridgeAgentConfiguration.java:269-281). */
export const asTheAgentReads = (value: Text): Text => {
  const end = value.text.search(/[,=]/);
  return end === -1 || isPlaceholder(value.text) ? value : { text: value.text.slice(0, end), path: value.path };
};
