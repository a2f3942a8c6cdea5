import type { CartridgeFacts } from '../../model/facts';
import type { JsonEdit } from '../../json/jsonEdit';
import type { PathLocation } from '../../json/path';
import { parameterProperty, placeForMissingProperty, type Cartridge } from '../../model/cartridge';
import { asTheAgentReads, type Property } from '../../model/property';
import { literal, listItems, type LocatedString } from '../../model/scalar';
import { OF_FEW_WORDS, propertyNameOf } from '../../vocabulary/payloadParameters';
import type { LinkedFile } from '../../links/linkedFile';
import type { CrossFileContext } from '../../links/crossFileContext';
import { firstOfEach, MOST } from '../../links/several';
import { editHere, editIn, type Fix } from '../engine/rule';

/** A value, and in words its origin. */
export interface Derived {
  readonly value: string;
  /** Like `type in esb-cart-mgt.json`; empty where there is nothing to say. */
  readonly from: string;
}

/** What fixes are derived from. */
export const hostOf = ({ host }: CartridgeFacts): string | undefined => literal(host)?.text;
export const typeOf = ({ type }: CartridgeFacts): string | undefined => literal(type)?.text;

/** The value of another cartridge's field or parameter, with its name; `undefined` where that is absent. */
export function derivedFrom(
  context: CrossFileContext,
  other: LinkedFile,
  name: string,
  value: LocatedString | undefined,
): Derived | undefined {
  return value && { value: value.text, from: `${name} in ${context.nameOf(other)}` };
}

/** The same of several cartridges, each value once. `valueOf` is defined once, as for `about`. */
export const derivedFromEach = (
  context: CrossFileContext,
  others: readonly LinkedFile[],
  name: string,
  valueOf: (facts: CartridgeFacts) => string | undefined,
): Derived[] =>
  firstOfEach(others, valueOf)
    // One more than anybody chooses from: a rule has to know whether there is only one.
    .slice(0, MOST + 1)
    .flatMap(other => {
      const value = valueOf(other.facts);
      return value === undefined ? [] : [{ value, from: `${name} in ${context.nameOf(other)}` }];
    });

const inWords = ({ value, from }: Derived): string => JSON.stringify(value) + (from ? ` (${from})` : '');

/** Gives a parameter its value: the entry that counts is set, or a new one is put at the end of the list. */
export function supplyParameter(
  cartridge: Cartridge,
  parameter: string,
  derived: Derived,
  options: Pick<Fix, 'preferred' | 'applicability'> = {},
): Fix {
  const property = parameterProperty(cartridge, parameter);
  const isMissing = !property?.value?.text;
  return {
    title: isMissing ? `Insert ${parameter} ${inWords(derived)}` : `Set ${parameter} to ${inWords(derived)}`,
    change: editHere([property ? setValue(property, derived.value) : appendProperty(propertyNameOf(parameter), derived.value)]),
    ...(isMissing && { supplies: parameter }),
    ...options,
    applicability: options.applicability === 'safe' && (isMissing || OF_FEW_WORDS.includes(parameter)) ? 'safe' : 'suggested',
  };
}

/** For a value that has to be typed: the entry with an empty value. */
const supplyEmptyParameter = (cartridge: Cartridge, parameter: string): Fix | undefined =>
  parameterProperty(cartridge, parameter)
    ? undefined
    : {
        title: `Insert ${parameter} (fill in the value)`,
        change: editHere([appendProperty(propertyNameOf(parameter), '')]),
        supplies: parameter,
        caret: ['property', listItems(cartridge.root, 'property').length, 'value'],
      };

/** One fix per derived value: the only one is preferred and, unless another value stands there, automatic; where there is none, an entry to fill in. */
export function supplyOneOf(cartridge: Cartridge, parameter: string, values: readonly (Derived | undefined)[]): Fix[] {
  const derived = holdable(values);
  const only = derived.length === 1;
  const fixes = derived.map(value =>
    supplyParameter(cartridge, parameter, value, { preferred: only, applicability: only ? 'safe' : 'suggested' }),
  );
  const empty = fixes.length === 0 ? supplyEmptyParameter(cartridge, parameter) : undefined;
  return empty ? [empty] : fixes;
}

export function distinct(values: readonly (Derived | undefined)[]): Derived[] {
  const byValue = new Map<string, Derived>();
  for (const derived of values) if (derived?.value && !byValue.has(derived.value)) byValue.set(derived.value, derived);
  return [...byValue.values()];
}

/** Those of the values that a payload parameter can hold: the agent cuts others off. */
export const holdable = (values: readonly (Derived | undefined)[]): Derived[] =>
  distinct(values).filter(({ value }) => asTheAgentReads({ text: value, path: [] }).text === value);

/** Gives an existing value another one; the title says where that is from. */
export const setTo = (name: string, at: LocatedString, derived: Derived, options: Pick<Fix, 'preferred' | 'applicability'> = {}): Fix => ({
  title: `Set ${name} to ${inWords(derived)}`,
  change: editHere([{ op: 'set', path: at.path, value: derived.value }]),
  ...options,
});

const appendProperty = (name: string, value: string): JsonEdit => ({ op: 'append', list: ['property'], item: { name, value } });

export const setValue = (property: Property, value: string): JsonEdit =>
  property.value ? { op: 'set', path: property.value.path, value } : { op: 'insert', object: property.path, key: 'value', value };

/** The same in another file: `at` is a place there. */
export const setInOther = (context: CrossFileContext, other: LinkedFile, name: string, at: LocatedString, derived: Derived): Fix => ({
  title: `Set ${name} in ${context.nameOf(other)} to ${inWords(derived)}`,
  change: editIn(other.uri, [{ op: 'set', path: at.path, value: derived.value }]),
});

/** The same in each of several files that have the value. */
export const setInEach = (
  context: CrossFileContext,
  others: readonly LinkedFile[],
  name: string,
  valueAt: (facts: CartridgeFacts) => LocatedString | undefined,
  derived: Derived,
): Fix[] =>
  others.flatMap(other => {
    const at = valueAt(other.facts);
    return at ? [setInOther(context, other, name, at, derived)] : [];
  });

/** That a parameter is empty, or nothing is left of it when it is cut, is said by the rule that misses it. */
export const explainsEmpty = (parameter: string): string[] => [
  `empty-property-value:${propertyNameOf(parameter)}`,
  `payload-value-separator:${parameter}`,
];

/** Takes an entry out of its list. */
export const deleteEntry = (name: string, property: Property): Fix => ({
  title: `Delete ${name}`,
  change: editHere([{ op: 'remove', path: property.path }]),
});

/** Takes a payload parameter away: every entry of it, for of several the one before would count. */
export const deleteParameter = ({ properties }: Cartridge, parameter: string): Fix => ({
  title: `Delete ${parameter}`,
  change: editHere(
    [...properties].filter(({ name }) => name.text === propertyNameOf(parameter)).map(({ path }) => ({ op: 'remove', path })),
  ),
});

/** Where a finding about an absent or empty parameter stands: its value, else its entry, else the list that lacks it. */
export function placeOfMissing(cartridge: Cartridge, property: Property | undefined): PathLocation {
  if (!property) return placeForMissingProperty(cartridge);
  return property.value ? { path: property.value.path } : { path: property.name.path };
}
