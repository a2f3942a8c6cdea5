import type { JsonObject } from '../json/types';
import type { ArtifactBase, FactsBase } from './artifact';
import { keysById } from './keys';
import { readProperties } from './property';
import { textAt, type Text } from './text';

/** A region and zone of an IaaS, of 4.0. */
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
