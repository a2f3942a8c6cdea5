import { ROOT } from '../json/path';
import type { JsonObject } from '../json/types';
import { composition, groupsBelow, textsOf, type Composition } from './composition';
import { idKey, keysById, namingKeys, type Key } from './keys';
import { literal, textAt, type LocatedString } from './scalar';

/** A group within a group's file can be named like one of its own. */
export function readCartridgeGroup(root: JsonObject): Composition {
  const name = textAt(root, 'name');
  const keys = [
    ...keysById('cartridge group', name),
    ...groupsBelow(root).flatMap(({ group, path }) => groupKeys(textAt(group, 'name', path))),
    ...namingKeys(cartridgesOfGroup(root)),
  ];
  return composition('cartridge group', root, keys, { id: name });
}

function groupKeys(name: LocatedString | undefined): Key[] {
  const known = literal(name);
  return known ? [idKey('cartridge group', known.text)] : [];
}

/** The service types that it is made of, at any depth. */
export const cartridgesOfGroup = (root: JsonObject): LocatedString[] =>
  [{ group: root, path: ROOT }, ...groupsBelow(root)].flatMap(({ group, path }) => textsOf(group, 'cartridges', path));
