import { isObject, type JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { keysById } from './keys';
import { listItems, textAt } from './scalar';

/** A deployment policy of 4.1. */
export const readDeploymentPolicy41 = (root: JsonObject): Composition =>
  composition('deployment policy', root, keysById('deployment policy', textAt(root, 'id')), {
    networks: networksOf(root).map(({ network, path }) => textAt(network, 'id', path)),
  });

/** The network partitions that it names, each with how members are spread over its partitions. */
export const networksOf = (root: JsonObject) =>
  listItems(root, 'networkPartitions').flatMap(({ value, path }) => (isObject(value) ? [{ network: value, path }] : []));
