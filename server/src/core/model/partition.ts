import type { JsonObject } from '../json/types';
import type { ArtifactBase } from './artifact';
import type { PartitionFacts } from './facts';
import { keysById } from './keys';
import { readProperties, type Property, type PropertyList } from './property';
import { PARTITION_PROPERTIES } from '../vocabulary/fields';
import { textAt, type LocatedString } from './scalar';

/** A region and zone of an IaaS, of 4.0. */
export interface Partition extends ArtifactBase {
  readonly kind: 'partition';
  readonly facts: PartitionFacts;
}

export function readPartition(root: JsonObject): Partition {
  const id = textAt(root, 'id');
  const region = regionOf(readProperties(root, 'property'));
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

/** What a property of a partition is meant to be: one of those that the validators read, in another case (Scope.java:24-26). */
export function misspelledName({ name }: Property): string | undefined {
  const meant = name.text.toLowerCase();
  return meant !== name.text && PARTITION_PROPERTIES.includes(meant) ? meant : undefined;
}

/** The region as it is meant: a name in another case is a problem of its own. */
const regionOf = (properties: PropertyList): LocatedString | undefined =>
  (properties.named('region') ?? [...properties].findLast(property => misspelledName(property) === 'region'))?.value;
