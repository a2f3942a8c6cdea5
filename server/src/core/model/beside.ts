import { isObject, member, type JsonObject } from '../json/types';
import type { ArtifactBase, ArtifactKind, FactsBase } from './artifact';
import { readProperties } from './property';
import { given, known, listItems, textAt, type Text } from './text';

/** The files beside the cartridges of 4.0. They are known to each other by an id, or name a cartridge and policies. */

export type NamedKind = 'partition' | 'deployment policy' | 'autoscale policy';

/** The key of a file that is known by an id, and that of any of its kind. */
export const idKey = (kind: ArtifactKind, id: string): string => `${kind} ${id}`;
export const anyKey = (kind: ArtifactKind): string => `any ${kind}`;

export const keysById = (kind: ArtifactKind, id: Text | undefined): string[] => [
  anyKey(kind),
  ...(known(id) ? [idKey(kind, id!.text)] : []),
];

export interface Partition extends ArtifactBase {
  readonly kind: 'partition';
  readonly facts: PartitionFacts;
}

export interface PartitionFacts extends FactsBase {
  readonly kind: 'partition';
  readonly id: Text | undefined;
  readonly provider: Text | undefined;
  readonly region: Text | undefined;
}

export function readPartition(root: JsonObject): Partition {
  const id = textAt(root, 'id');
  const region = readProperties(root, 'property').findLast(({ name }) => name.text === 'region')?.value;
  const facts = {
    kind: 'partition' as const,
    dialect: '4.0' as const,
    id,
    provider: textAt(root, 'provider'),
    region,
    keys: keysById('partition', id),
  };
  return { kind: 'partition', dialect: '4.0', root, facts };
}

/** How many members of a cluster are started in which partition. */
export interface DeploymentPolicy extends ArtifactBase {
  readonly kind: 'deployment policy';
  readonly dialect: '4.0';
  readonly facts: DeploymentPolicyFacts;
}

export interface DeploymentPolicyFacts extends FactsBase {
  readonly kind: 'deployment policy';
  readonly dialect: '4.0';
  readonly id: Text | undefined;
  readonly partitions: readonly PartitionReference[];
}

export interface PartitionReference {
  readonly id: Text | undefined;
  /** The members that are started at once and kept. */
  readonly min: Text | undefined;
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

export interface AutoscalePolicy extends ArtifactBase {
  readonly kind: 'autoscale policy';
  readonly facts: FactsBase & { readonly kind: 'autoscale policy'; readonly id: Text | undefined };
}

/** 4.0 states averages, 4.1 thresholds. */
export function readAutoscalePolicy(root: JsonObject): AutoscalePolicy {
  const thresholds = member(root, 'loadThresholds');
  const isNew = isObject(thresholds) && Object.values(thresholds).some(one => isObject(one) && member(one, 'threshold') !== undefined);
  const dialect = isNew ? '4.1' : '4.0';
  const id = textAt(root, 'id');
  return {
    kind: 'autoscale policy',
    dialect,
    root,
    facts: { kind: 'autoscale policy', dialect, id, keys: keysById('autoscale policy', id) },
  };
}

/** What a service deployment and a subscription have in common: they run a cartridge under two policies. */
export interface RunFacts extends FactsBase {
  readonly kind: 'service deployment' | 'subscription';
  readonly cartridgeType: Text | undefined;
  readonly deploymentPolicy: Text | undefined;
  readonly autoscalePolicy: Text | undefined;
}

export interface ServiceDeployment extends ArtifactBase {
  readonly kind: 'service deployment';
  readonly facts: RunFacts;
}

export interface Subscription extends ArtifactBase {
  readonly kind: 'subscription';
  readonly facts: RunFacts;
}

export function readServiceDeployment(root: JsonObject): ServiceDeployment {
  const cartridgeType = textAt(root, 'cartridgeType');
  const keys = known(cartridgeType) ? [serviceDeploymentKey(cartridgeType!.text)] : [];
  const policies = {
    deploymentPolicy: given(textAt(root, 'deploymentPolicyName')),
    autoscalePolicy: given(textAt(root, 'autoscalingPolicyName')),
  };
  return {
    kind: 'service deployment',
    dialect: '4.0',
    root,
    facts: { kind: 'service deployment', dialect: '4.0', cartridgeType, ...policies, keys },
  };
}

export function readSubscription(root: JsonObject): Subscription {
  const policies = { deploymentPolicy: given(textAt(root, 'deploymentPolicy')), autoscalePolicy: given(textAt(root, 'autoscalePolicy')) };
  const facts = {
    kind: 'subscription' as const,
    dialect: '4.0' as const,
    cartridgeType: textAt(root, 'cartridgeType'),
    ...policies,
    keys: [],
  };
  return { kind: 'subscription', dialect: '4.0', root, facts };
}

export const serviceDeploymentKey = (cartridgeType: string): string => `service deployment of ${cartridgeType}`;
