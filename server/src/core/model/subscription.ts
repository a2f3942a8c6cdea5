import type { JsonObject } from '../json/types';
import type { ArtifactBase } from './artifact';
import type { DeploymentFacts } from './facts';
import { namingKeys } from './keys';
import { nonEmpty, textAt } from './scalar';

/** Runs a cartridge for one tenant, of 4.0. */
export interface Subscription extends ArtifactBase {
  readonly kind: 'subscription';
  readonly facts: DeploymentFacts;
}

export function readSubscription(root: JsonObject): Subscription {
  const policies = {
    deploymentPolicy: nonEmpty(textAt(root, 'deploymentPolicy')),
    autoscalePolicy: nonEmpty(textAt(root, 'autoscalePolicy')),
  };
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
