import type { JsonObject } from '../json/types';
import type { ArtifactBase, FactsBase } from './artifact';
import { keysById } from './keys';
import { readProperties } from './property';
import { textAt, type LocatedString } from './scalar';

/** A region and zone of an IaaS, of 4.0. */
export interface Partition extends ArtifactBase {
  readonly kind: 'partition';
  readonly facts: PartitionFacts;
}

export interface PartitionFacts extends FactsBase {
  readonly kind: 'partition';
  readonly id: LocatedString | undefined;
  readonly provider: LocatedString | undefined;
  readonly region: LocatedString | undefined;
}

export function readPartition(root: JsonObject): Partition {
  const id = textAt(root, 'id');
  const region = readProperties(root, 'property').named('region')?.value;
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
