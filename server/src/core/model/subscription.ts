import type { JsonObject } from '../json/types';
import type { ArtifactBase } from './artifact';
import { namingKeys } from './keys';
import type { RunFacts } from './serviceDeployment';
import { given, textAt } from './text';

/** Runs a cartridge for one tenant, of 4.0. */
export interface Subscription extends ArtifactBase {
  readonly kind: 'subscription';
  readonly facts: RunFacts;
}

export function readSubscription(root: JsonObject): Subscription {
  const policies = { deploymentPolicy: given(textAt(root, 'deploymentPolicy')), autoscalePolicy: given(textAt(root, 'autoscalePolicy')) };
  const cartridgeType = textAt(root, 'cartridgeType');
  const facts = {
    kind: 'subscription' as const,
    dialect: '4.0' as const,
    cartridgeType,
    ...policies,
    keys: namingKeys([cartridgeType, textAt(root, 'dataCartridgeType')]),
  };
  return { kind: 'subscription', dialect: '4.0', root, facts };
}
