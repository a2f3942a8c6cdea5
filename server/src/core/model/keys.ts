import type { ArtifactKind } from './artifact';
import type { Role } from '../vocabulary/payloadParameters';
import { literal, type LocatedString } from './scalar';

/** The key of a file that is known by an id, and that of any of its kind. */
export const idKey = (kind: ArtifactKind, id: string): string => `${kind} ${id}`;
export const anyKey = (kind: ArtifactKind): string => `any ${kind}`;

export const keysById = (kind: ArtifactKind, id: LocatedString | undefined): string[] => [
  anyKey(kind),
  ...(literal(id) ? [idKey(kind, id!.text)] : []),
];

/** Offered by a file of ours that does not parse: it may be anything, of either dialect. */
export const UNPARSABLE = 'unparsable';

/** The cartridges of a service type. */
export const typeKey = (type: string): string => `type ${type}`;

/** A cartridge whose service type is a placeholder, or missing: it may be any. */
export const ANY_TYPE = 'any type';

/** The workers, or the managers, that name a service type as their partner's. */
export const namesKey = (role: Role, type: string): string => `${role} naming ${type}`;

/** What else names a service type: subscriptions, groups, applications, and cartridges as their load balancer. */
export const namingKey = (type: string): string => `naming ${type}`;

export const namingKeys = (types: readonly (LocatedString | undefined)[]): string[] =>
  types.flatMap(type => (literal(type) ? [namingKey(type!.text)] : []));

/** Any worker, or manager. */
export const roleKey = (role: Role): string => `any ${role}`;

/** The workers, or the managers, of a service group. */
export const groupKey = (role: Role, group: string): string => `${role} of group ${group}`;

/** Any cartridge that is a load balancer. */
export const LOAD_BALANCER = 'load balancer';
