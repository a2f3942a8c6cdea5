import { isObject, member, type JsonObject } from '../json/types';
import { childPath } from '../json/internedPaths';
import { ROOT, type JsonPath } from '../json/path';
import type { ArtifactBase } from './artifact';
import type { CompositionFacts, CompositionKind } from './facts';
import type { Key } from './keys';
import { listItems, nonEmpty, scalarText, textAt, type LocatedString } from './scalar';

/** A file of 4.1 that only names others, or is named: a group, a policy, a network partition, a domain mapping, a sign-up. */
export type Composition = { [K in CompositionKind]: CompositionOf<K> }[CompositionKind];

export interface CompositionOf<K extends CompositionKind> extends ArtifactBase {
  readonly kind: K;
  readonly dialect: '4.1';
  readonly facts: CompositionFacts;
}

/** One of them, with the keys under which it is found, and what else it tells the others. */
export const composition = <K extends CompositionKind>(
  kind: K,
  root: JsonObject,
  keys: readonly Key[],
  facts: Omit<CompositionFacts, 'kind' | 'dialect' | 'keys'> = {},
): CompositionOf<K> => ({
  kind,
  dialect: '4.1',
  root,
  facts: { kind, dialect: '4.1', keys, ...facts },
});

/** An object of a file, and where it stands. */
export interface Part {
  readonly part: JsonObject;
  readonly path: JsonPath;
}

/** All groups below an object that has `groups`, at any depth. */
export function groupsBelow(object: JsonObject, at: JsonPath = ROOT): { group: JsonObject; path: JsonPath }[] {
  return listItems(object, 'groups', at).flatMap(({ value, path }) =>
    isObject(value) ? [{ group: value, path }, ...groupsBelow(value, path)] : [],
  );
}

/** What an application is made of: `components` and every group in it. */
export function partsOf(application: JsonObject): Part[] {
  const components = member(application, 'components');
  if (!isObject(components)) return [];
  const path = childPath(ROOT, 'components');
  return [{ part: components, path }, ...groupsBelow(components, path).map(({ group, path }) => ({ part: group, path }))];
}

/** The cartridges of `components`, or of a group in it. */
export const cartridgesOfPart = (part: JsonObject, at: JsonPath): { value: JsonObject; path: JsonPath }[] =>
  listItems(part, 'cartridges', at).flatMap(({ value, path }) => (isObject(value) ? [{ value, path }] : []));

/** The strings of a list. */
export const textsOf = (object: JsonObject, key: string, at: JsonPath = ROOT): LocatedString[] => {
  const list = member(object, key);
  const items = Array.isArray(list) ? list.map((value, i) => ({ value, path: [...at, key, i] })) : [{ value: list, path: [...at, key] }];
  return items.flatMap(({ value, path }) => {
    const text = scalarText(value);
    return text === undefined ? [] : [{ text, path }];
  });
};

/** A cartridge of an application, and the deployment policy that holds for it: its own, else that of the nearest group around it. */
interface PlacedCartridge {
  readonly type: LocatedString | undefined;
  readonly policy: LocatedString | undefined;
}

export function placedCartridges(application: JsonObject): PlacedCartridge[] {
  const components = member(application, 'components');
  const found: PlacedCartridge[] = [];
  const collect = (part: JsonObject, path: JsonPath, around: LocatedString | undefined) => {
    for (const { value, path: at } of cartridgesOfPart(part, path)) {
      const info = member(value, 'subscribableInfo');
      const own = isObject(info) ? nonEmpty(textAt(info, 'deploymentPolicy', childPath(at, 'subscribableInfo'))) : undefined;
      found.push({ type: textAt(value, 'type', at), policy: own ?? around });
    }
    for (const { value, path: at } of listItems(part, 'groups', path)) {
      if (isObject(value)) collect(value, at, nonEmpty(textAt(value, 'deploymentPolicy', at)) ?? around);
    }
  };
  if (isObject(components)) collect(components, childPath(ROOT, 'components'), undefined);
  return found;
}
