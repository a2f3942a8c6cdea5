import { childPath } from '../json/internedPaths';
import { ROOT, type JsonPath } from '../json/path';
import { isObject, member, type JsonObject, type JsonValue } from '../json/types';
import { RIGHT_NAMES } from '../vocabulary/payloadParameters';
import { isPlaceholder } from '../vocabulary/placeholders';
import { scalarText, type LocatedString } from './scalar';

/** An entry `{"name": …, "value": …}` of a property list. */
export interface Property {
  /** The place of the whole entry. */
  readonly path: JsonPath;
  readonly name: LocatedString;
  /** As written. `undefined`: there is no value, and the platform drops the entry. */
  readonly value: LocatedString | undefined;
}

/** From this length on a list is looked through once, and then asked by name. */
const LONG = 16;

/** The entries of a property list that have a name, in order. */
export class PropertyList {
  private byName: Map<string, Property> | undefined;
  private toCheck: readonly Property[] | undefined;

  constructor(private readonly entries: readonly Property[]) {}

  [Symbol.iterator](): Iterator<Property> {
    return this.entries[Symbol.iterator]();
  }

  /**
   * The entries that a quick look cannot call plainly valid: their name is not one that the platform reads, a later entry has it again,
   * or their value is not a single word without `,` and `=`. In most of thousands of files there are none. A rule that may report others
   * goes through the list itself, or asks by name.
   */
  get needsChecking(): readonly Property[] {
    return (this.toCheck ??= this.entries.filter(entry => !isPlainlyValid(entry) || this.named(entry.name.text) !== entry));
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

const isPlainlyValid = ({ name, value }: Property): boolean =>
  value !== undefined && RIGHT_NAMES.has(name.text) && /^[^\s,=]+$/.test(value.text);

export function readProperties(object: JsonObject, key: string, at: JsonPath = ROOT): PropertyList {
  const list = member(object, key);
  if (typeof list !== 'object' || list === null) return NO_PROPERTIES;
  const path = childPath(at, key);
  const properties: Property[] = [];
  const add = (item: JsonValue, paths: EntryPaths) => {
    if (!isObject(item)) return;
    const name = scalarText(member(item, 'name'));
    if (name === undefined) return;
    const value = scalarText(member(item, 'value'));
    properties.push({
      path: paths.entry,
      name: { text: name, path: paths.name },
      value: value === undefined ? undefined : { text: value, path: paths.value },
    });
  };
  // One object stands for a list of one, as the platform's reader takes it.
  if (!Array.isArray(list)) add(list, pathsIn(path));
  else {
    const known = at.length === 0 && key === 'property' ? TOP_LEVEL_ENTRIES : [];
    for (let i = 0; i < list.length; i++) add(list[i]!, known[i] ?? pathsIn(childPath(path, i)));
  }
  return new PropertyList(properties);
}

const NO_PROPERTIES = new PropertyList([]);

/** The paths of an entry, its name and its value. */
interface EntryPaths {
  readonly entry: JsonPath;
  readonly name: JsonPath;
  readonly value: JsonPath;
}

const pathsIn = (entry: JsonPath): EntryPaths => ({ entry, name: childPath(entry, 'name'), value: childPath(entry, 'value') });

/** Those of the first entries of the top-level list: they stand in every cartridge. */
const TOP_LEVEL_ENTRIES: readonly EntryPaths[] = Array.from({ length: 16 }, (_, i) => pathsIn(childPath(childPath(ROOT, 'property'), i)));

/** Of several entries of one name, the one that counts. */
export const effective = (entries: readonly Property[]): Property | undefined =>
  entries.findLast(property => property.value) ?? entries.at(-1);

/** What the agent gets of a payload value: all up to the first `,` or `=` (CartridgeAgentConfiguration.java:269-281). */
export const asTheAgentReads = (value: LocatedString): LocatedString => {
  const end = value.text.search(/[,=]/);
  return end === -1 || isPlaceholder(value.text) ? value : { text: value.text.slice(0, end), path: value.path };
};
