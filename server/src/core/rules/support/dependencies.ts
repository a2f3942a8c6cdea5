import { ROOT, type JsonPath } from '../../json/path';
import { isObject, member, type JsonObject, type JsonValue } from '../../json/types';
import type { Application } from '../../model/application';
import { groupsBelow, partsOf, textsOf, type Composition, type Part } from '../../model/composition';
import type { Children } from '../../model/facts';
import type { LocatedString } from '../../model/scalar';
import { slipDistance } from '../../vocabulary/letterDistance';
import { editHere, type Fix } from '../engine/rule';

/** How startup orders and scaling dependents name cartridges and groups (AutoscalerUtil.java:713-757, Stratos 4.1.4). */
export const PREFIXES = ['cartridge', 'group'] as const;

/**
 * The `dependencies` that the server reads: of an application those of `components` alone, of a cartridge group those of each group in its
 * file (ComponentBean.java, CartridgeGroupBean.java; CartridgeGroupReferenceBean.java has none). `part`: what they belong to.
 */
export const dependenciesOf = ({ kind, root }: Application | Composition): { part: JsonObject; dependencies: Part }[] =>
  partsRead(kind, root).flatMap(({ part, path }) => {
    const dependencies = dependenciesIn(part, path);
    return dependencies ? [{ part, dependencies }] : [];
  });

const partsRead = (kind: string, root: JsonObject): Part[] =>
  kind === 'application'
    ? partsOf(root).slice(0, 1)
    : [{ part: root, path: ROOT }, ...groupsBelow(root).map(({ group, path }) => ({ part: group, path }))];

export function dependenciesIn(part: JsonObject, at: JsonPath): Part | undefined {
  const dependencies = member(part, 'dependencies');
  return isObject(dependencies) ? { part: dependencies, path: [...at, 'dependencies'] } : undefined;
}

/** The entries of `startupOrders` or `scalingDependents`; one stands for a list of one. */
export function entriesOf({ part, path }: Part, key: string): { value: JsonValue; path: JsonPath }[] {
  const list = member(part, key);
  if (list === undefined || list === null) return [];
  const at = [...path, key];
  return Array.isArray(list) ? list.map((value, i) => ({ value, path: [...at, i] })) : [{ value: list, path: at }];
}

/** What the entries name. */
export const namesIn = (dependencies: Part, key: string): LocatedString[] =>
  entriesOf(dependencies, key).flatMap(({ value, path }) => (isObject(value) ? textsOf(value, 'aliases', path) : []));

/** The parts of a name: the server joins the aliases of an entry with commas, and splits them there again. */
export const namedIn = (text: string): string[] => text.split(',').map(name => name.trim());

export const hasPrefix = (name: string): boolean => PREFIXES.some(prefix => name.startsWith(`${prefix}.`));

/** To take the child that was meant: of the other prefix, or the one whose alias is nearest. `from`: where the children are from. */
export function nearestChild(written: LocatedString, { names }: Pick<Children, 'names'>, from?: string): Fix[] {
  const alias = aliasIn(written.text);
  const near = names
    .map(name => ({ name, letters: slipDistance(aliasIn(name), alias, Math.max(2, aliasIn(name).length / 2)) }))
    .filter(({ letters }) => letters < Infinity)
    .sort((a, b) => a.letters - b.letters);
  return near.slice(0, 1).map(({ name }) => ({
    title: `Replace ${JSON.stringify(written.text)} with ${JSON.stringify(name)}${from === undefined ? '' : ` (alias in ${from})`}`,
    change: editHere([{ op: 'set', path: written.path, value: name }]),
    preferred: true,
  }));
}

const aliasIn = (name: string): string => (hasPrefix(name) ? name.slice(name.indexOf('.') + 1) : name);

/** To say which of the two a name is that has no prefix: the child of that alias, else either. */
export function withPrefix(written: LocatedString, { names }: Pick<Children, 'names'>): Fix[] {
  const either = PREFIXES.map(prefix => `${prefix}.${written.text}`);
  const known = either.filter(name => names.includes(name));
  return (known.length > 0 ? known : either).map((name, _i, { length }) => ({
    title: `Replace ${JSON.stringify(written.text)} with ${JSON.stringify(name)}`,
    change: editHere([{ op: 'set', path: written.path, value: name }]),
    preferred: length === 1,
  }));
}
