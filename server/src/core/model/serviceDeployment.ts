import type { JsonObject } from '../json/types';
import type { ArtifactBase, FactsBase } from './artifact';
import { given, known, textAt, type Text } from './text';

/** What a service deployment and a subscription have in common: they run a cartridge under two policies. */
export interface RunFacts extends FactsBase {
  readonly kind: 'service deployment' | 'subscription';
  readonly cartridgeType: Text | undefined;
  readonly deploymentPolicy: Text | undefined;
  readonly autoscalePolicy: Text | undefined;
}

/** Runs a multi-tenant cartridge, of 4.0. */
export interface ServiceDeployment extends ArtifactBase {
  readonly kind: 'service deployment';
  readonly facts: RunFacts;
}

export function readServiceDeployment(root: JsonObject): ServiceDeployment {
  const cartridgeType = textAt(root, 'cartridgeType');
  const keys = known(cartridgeType) ? [serviceDeploymentKey(cartridgeType!.text)] : [];
  const policies = {
    deploymentPolicy: given(textAt(root, 'deploymentPolicyName')),
    autoscalePolicy: given(textAt(root, 'autoscalingPolicyName')),
  };
  return {
    kind: 'service deployment',
    dialect: '4.0',
    root,
    facts: { kind: 'service deployment', dialect: '4.0', cartridgeType, ...policies, keys },
  };
}

export const serviceDeploymentKey = (cartridgeType: string): string => `service deployment of ${cartridgeType}`;
