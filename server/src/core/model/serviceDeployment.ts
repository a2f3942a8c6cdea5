import type { JsonObject } from '../json/types';
import type { ArtifactBase, FactsBase } from './artifact';
import { nonEmpty, literal, textAt, type LocatedString } from './scalar';

/** What a service deployment and a subscription have in common: they run a cartridge under two policies. */
export interface DeploymentFacts extends FactsBase {
  readonly kind: 'service deployment' | 'subscription';
  readonly cartridgeType: LocatedString | undefined;
  readonly deploymentPolicy: LocatedString | undefined;
  readonly autoscalePolicy: LocatedString | undefined;
}

/** Runs a multi-tenant cartridge, of 4.0. */
export interface ServiceDeployment extends ArtifactBase {
  readonly kind: 'service deployment';
  readonly facts: DeploymentFacts;
}

export function readServiceDeployment(root: JsonObject): ServiceDeployment {
  const cartridgeType = textAt(root, 'cartridgeType');
  const keys = literal(cartridgeType) ? [serviceDeploymentKey(cartridgeType!.text)] : [];
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

export const serviceDeploymentKey = (cartridgeType: string): string => `service deployment of ${cartridgeType}`;
