import { isObject, type JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { anyKey, keysById, partitionKey41 } from './keys';
import { literal, listItems, textAt } from './scalar';

export function readNetworkPartition(root: JsonObject): Composition {
  const id = textAt(root, 'id');
  const network = literal(id);
  const partitions = listItems(root, 'partitions').flatMap(({ value, path }) => {
    const partition = isObject(value) ? literal(textAt(value, 'id', path)) : undefined;
    return partition ? [partition] : [];
  });
  const keys = network ? partitions.map(partition => partitionKey41(network.text, partition.text)) : [];
  return composition(
    'network partition',
    root,
    [...keysById('network partition', id), ...(keys.length > 0 ? [anyKey('partition')] : []), ...keys],
    { provider: textAt(root, 'provider') },
  );
}
