import { isObject, member, type JsonObject } from '../json/types';
import type { JsonPath } from '../json/path';
import type { ArtifactBase, FactsBase } from './artifact';
import { anyKey, idKey, keysById } from './beside';
import { known, listItems, scalarText, textAt, type Text } from './text';

/** The files of 4.1 that compose cartridges: groups, applications, their policies, and network partitions. */

export type CompositionKind = 'cartridge group' | 'application' | 'application policy' | 'network partition';

export interface Composition extends ArtifactBase {
  readonly kind: CompositionKind | 'deployment policy';
  readonly dialect: '4.1';
  readonly facts: FactsBase & { readonly kind: Composition['kind']; readonly dialect: '4.1' };
}

const composition = (kind: Composition['kind'], root: JsonObject, keys: readonly string[]): Composition => ({
  kind,
  dialect: '4.1',
  root,
  facts: { kind, dialect: '4.1', keys },
});

/** A group within a group's file can be named like one of its own. */
export const readCartridgeGroup = (root: JsonObject): Composition =>
  composition('cartridge group', root, [
    ...keysById('cartridge group', textAt(root, 'name')),
    ...groupsBelow(root).flatMap(({ group, path }) => namedBy('cartridge group', textAt(group, 'name', path))),
  ]);

export const readApplication = (root: JsonObject): Composition =>
  composition('application', root, keysById('application', textAt(root, 'applicationId')));

export const readApplicationPolicy = (root: JsonObject): Composition =>
  composition('application policy', root, keysById('application policy', textAt(root, 'id')));

export const readNewerDeploymentPolicy = (root: JsonObject): Composition =>
  composition('deployment policy', root, keysById('deployment policy', textAt(root, 'id')));

export function readNetworkPartition(root: JsonObject): Composition {
  const id = textAt(root, 'id');
  const partitions = listItems(root, 'partitions').flatMap(({ value, path }) => (isObject(value) ? [textAt(value, 'id', path)] : []));
  const keys = known(id) ? partitions.flatMap(partition => (known(partition) ? [partitionKey(id!.text, partition!.text)] : [])) : [];
  return composition('network partition', root, [
    ...keysById('network partition', id),
    ...(keys.length > 0 ? [anyKey('partition')] : []),
    ...keys,
  ]);
}

/** A partition of 4.1 is known within its network partition. */
export const partitionKey = (networkPartition: string, partition: string): string => idKey('partition', `${networkPartition}/${partition}`);

const namedBy = (kind: CompositionKind, name: Text | undefined): string[] => (known(name) ? [idKey(kind, name!.text)] : []);

/** All groups below an object that has `groups`, at any depth. */
export function groupsBelow(object: JsonObject, at: JsonPath = []): { group: JsonObject; path: JsonPath }[] {
  return listItems(object, 'groups', at).flatMap(({ value, path }) =>
    isObject(value) ? [{ group: value, path }, ...groupsBelow(value, path)] : [],
  );
}

/** What an application is made of: `components` and every group in it. */
export function partsOf(application: JsonObject): { part: JsonObject; path: JsonPath }[] {
  const components = member(application, 'components');
  if (!isObject(components)) return [];
  const path = ['components'];
  return [{ part: components, path }, ...groupsBelow(components, path).map(({ group, path }) => ({ part: group, path }))];
}

/** The strings of a list. */
export const textsOf = (object: JsonObject, key: string, at: JsonPath = []): Text[] => {
  const list = member(object, key);
  const items = Array.isArray(list) ? list.map((value, i) => ({ value, path: [...at, key, i] })) : [{ value: list, path: [...at, key] }];
  return items.flatMap(({ value, path }) => {
    const text = scalarText(value);
    return text === undefined ? [] : [{ text, path }];
  });
};
