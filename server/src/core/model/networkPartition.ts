import { isObject, type JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { anyKey, idKey, keysById } from './keys';
import { literal, listItems, textAt } from './scalar';

export function readNetworkPartition(root: JsonObject): Composition {
  const id = textAt(root, 'id');
  const partitions = listItems(root, 'partitions').flatMap(({ value, path }) => (isObject(value) ? [textAt(value, 'id', path)] : []));
  const keys = literal(id) ? partitions.flatMap(partition => (literal(partition) ? [partitionKey(id!.text, partition!.text)] : [])) : [];
  return composition('network partition', root, [
    ...keysById('network partition', id),
    ...(keys.length > 0 ? [anyKey('partition')] : []),
    ...keys,
  ]);
}

/** A partition of 4.1 is known within its network partition. */
export const partitionKey = (networkPartition: string, partition: string): string => idKey('partition', `${networkPartition}/${partition}`);
