import { isObject, type JsonObject } from '../json/types';
import type { ArtifactBase } from './artifact';
import type { DeploymentPolicyFacts } from './facts';
import { keysById } from './keys';
import { listItems, textAt } from './scalar';

/** A deployment policy of 4.0: how many members of a cluster are started in which partition. */
export interface DeploymentPolicy extends ArtifactBase {
  readonly kind: 'deployment policy';
  readonly dialect: '4.0';
  readonly facts: DeploymentPolicyFacts;
}

export function readDeploymentPolicy(root: JsonObject): DeploymentPolicy {
  const partitions = partitionGroups(root).flatMap(({ group, path }) =>
    listItems(group, 'partition', path).flatMap(({ value, path: at }) =>
      isObject(value) ? [{ id: textAt(value, 'id', at), min: textAt(value, 'partitionMin', at) }] : [],
    ),
  );
  const id = textAt(root, 'id');
  const facts = { kind: 'deployment policy' as const, dialect: '4.0' as const, id, partitions, keys: keysById('deployment policy', id) };
  return { kind: 'deployment policy', dialect: '4.0', root, facts };
}

export const partitionGroups = (root: JsonObject) =>
  listItems(root, 'partitionGroup').flatMap(({ value, path }) => (isObject(value) ? [{ group: value, path }] : []));
