import type { JsonObject } from '../json/types';
import type { ArtifactBase } from './artifact';
import type { DeploymentFacts } from './facts';
import { serviceDeploymentKey } from './keys';
import { nonEmpty, literal, textAt } from './scalar';

/** Runs a multi-tenant cartridge, of 4.0. */
export interface ServiceDeployment extends ArtifactBase {
  readonly kind: 'service deployment';
  readonly facts: DeploymentFacts;
}

export function readServiceDeployment(root: JsonObject): ServiceDeployment {
  const cartridgeType = textAt(root, 'cartridgeType');
  const known = literal(cartridgeType);
  const keys = known ? [serviceDeploymentKey(known.text)] : [];
  const policies = {
    deploymentPolicy: nonEmpty(textAt(root, 'deploymentPolicyName')),
    autoscalePolicy: nonEmpty(textAt(root, 'autoscalingPolicyName')),
  };
  return {
    kind: 'service deployment',
    dialect: '4.0',
    root,
    facts: { kind: 'service deployment', dialect: '4.0', cartridgeType, ...policies, keys },
  };
}
