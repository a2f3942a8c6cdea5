import type { Role } from '../vocabulary/payloadParameters';
import type { ArtifactKind } from './artifact';
import type { ApplicationFacts, CartridgeFacts, DeploymentFacts, DeploymentPolicyFacts, FactsBase, FactsOf, PartitionFacts } from './facts';
import { literal, type LocatedString } from './scalar';

/**
 * Under which files are looked up. `F`: the facts of those that offer it, so that a look-up knows what it gets. The member is never
 * there; it carries the type alone, and any text is a key of files about which nothing more is known.
 */
export type Key<F extends FactsBase = FactsBase> = string & { readonly facts?: F };

const byId = (kind: ArtifactKind, id: string): string => `${kind} ${id}`;

/** The key of a file that is known by an id, and that of any of its kind. */
export const idKey = <K extends ArtifactKind>(kind: K, id: string): Key<FactsOf<K>> => byId(kind, id);
export const anyKey = <K extends ArtifactKind>(kind: K): Key<FactsOf<K>> => `any ${kind}`;

export const keysById = (kind: ArtifactKind, id: LocatedString | undefined): Key[] => {
  const known = literal(id);
  return known ? [anyKey(kind), idKey(kind, known.text)] : [anyKey(kind)];
};

/** The same for files of 4.0, which those of 4.1 never answer. */
export const deploymentPolicyKey = (id: string): Key<DeploymentPolicyFacts> => byId('deployment policy', id);
export const partitionKey = (id: string): Key<PartitionFacts> => byId('partition', id);

/** A partition of 4.1 is known within its network partition, in whose file it stands. */
export const partitionKey41 = (networkPartition: string, partition: string): Key<FactsOf<'network partition'>> =>
  byId('partition', `${networkPartition}/${partition}`);

/** Offered by a Private PaaS file that does not parse: it may be anything, of either dialect. It has no facts. */
export const UNPARSABLE: Key = 'unparsable';

/** The cartridges of a service type. */
export const typeKey = (type: string): Key<CartridgeFacts> => `type ${type}`;

/** A cartridge whose service type is a placeholder, or missing: it may be any. */
export const ANY_TYPE: Key<CartridgeFacts> = 'any type';

/** The workers, or the managers, that name a service type as their partner's. */
export const namesKey = (role: Role, type: string): Key<CartridgeFacts> => `${role} naming ${type}`;

/** What else names a service type: subscriptions, groups, applications, and cartridges as their load balancer. */
export const namingKey = (type: string): Key => `naming ${type}`;

export const namingKeys = (types: readonly (LocatedString | undefined)[]): Key[] =>
  types.flatMap(type => {
    const known = literal(type);
    return known ? [namingKey(known.text)] : [];
  });

/** Any worker, or manager. */
export const roleKey = (role: Role): Key<CartridgeFacts> => `any ${role}`;

/** The workers, or the managers, of a service group. */
export const groupKey = (role: Role, group: string): Key<CartridgeFacts> => `${role} of group ${group}`;

/** The cartridges of a host. */
export const hostKey = (host: string): Key<CartridgeFacts> => `host ${host}`;

/** The cartridges of a `serviceGroup`, whatever their role. */
export const serviceGroupKey = (group: string): Key<CartridgeFacts> => `service group ${group}`;

/** Any cartridge that is a load balancer. */
export const LOAD_BALANCER: Key<CartridgeFacts> = 'load balancer';

/** The service deployments of a cartridge. */
export const serviceDeploymentKey = (cartridgeType: string): Key<DeploymentFacts> => `service deployment of ${cartridgeType}`;

/** The applications of which a cartridge has an alias. */
export const aliasKey = (alias: string): Key<ApplicationFacts> => `alias ${alias}`;

/** An application in which an alias is a placeholder, or which is not written yet: a cartridge in it may have any. */
export const ANY_ALIAS: Key<ApplicationFacts> = 'any alias';

/** The applications that have a cartridge group at their top. */
export const usesGroupKey = (group: string): Key<ApplicationFacts> => `using group ${group}`;
