import type { JsonObject } from '../json/types';
import type { ArtifactBase, FactsBase } from './artifact';
import { known, textAt, type Text } from './text';

/** A service deployment of 4.0: runs a multi-tenant cartridge under two policies. */
export interface ServiceDeployment extends ArtifactBase {
  readonly kind: 'service deployment';
  readonly facts: ServiceDeploymentFacts;
}

export interface ServiceDeploymentFacts extends FactsBase {
  readonly kind: 'service deployment';
  readonly cartridgeType: Text | undefined;
  readonly deploymentPolicy: Text | undefined;
  readonly autoscalePolicy: Text | undefined;
}

export function readServiceDeployment(root: JsonObject): ServiceDeployment {
  const cartridgeType = textAt(root, 'cartridgeType');
  return {
    kind: 'service deployment',
    dialect: '4.0',
    root,
    facts: {
      kind: 'service deployment',
      dialect: '4.0',
      cartridgeType,
      deploymentPolicy: textAt(root, 'deploymentPolicyName'),
      autoscalePolicy: textAt(root, 'autoscalingPolicyName'),
      keys: known(cartridgeType) ? [serviceDeploymentKey(cartridgeType!.text)] : [],
    },
  };
}

export const serviceDeploymentKey = (cartridgeType: string): string => `service deployment of ${cartridgeType}`;
