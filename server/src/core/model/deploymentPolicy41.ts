import { isObject, type JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { keysById } from './keys';
import { listItems, textAt } from './scalar';

/** A deployment policy of 4.1. */
export function readDeploymentPolicy41(root: JsonObject): Composition {
  const id = textAt(root, 'id');
  const networks = networksOf(root).map(({ network, path }) => textAt(network, 'id', path));
  return composition('deployment policy', root, keysById('deployment policy', id), { id, networks });
}

/** The network partitions that it names, each with how members are spread over its partitions. */
export const networksOf = (root: JsonObject) =>
  listItems(root, 'networkPartitions').flatMap(({ value, path }) => (isObject(value) ? [{ network: value, path }] : []));
