import type { JsonObject } from '../json/types';
import type { ArtifactBase } from './artifact';
import type { PartitionFacts } from './facts';
import { keysById } from './keys';
import { readProperties } from './property';
import { textAt } from './scalar';

/** A region and zone of an IaaS, of 4.0. */
export interface Partition extends ArtifactBase {
  readonly kind: 'partition';
  readonly facts: PartitionFacts;
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
