import { deploymentPolicyKey, type DeploymentPolicyFacts } from '../model/deploymentPolicy';
import { serviceDeploymentKey, type ServiceDeploymentFacts } from '../model/serviceDeployment';
import { known } from '../model/text';
import type { Lookup, Neighbour } from './lookup';

/** A service deployment of a cartridge, and the deployment policies that its name for one leads to. */
export interface Run {
  readonly deployment: Neighbour<ServiceDeploymentFacts>;
  readonly policies: readonly Neighbour<DeploymentPolicyFacts>[];
}

/** How the nearest service deployments run a cartridge. Those whose policy is unknown are left out. */
export function runsOf(lookup: Lookup, cartridge: Neighbour): readonly Run[] {
  const type = known(cartridge.facts.type);
  const deployments = type && lookup.nearest<ServiceDeploymentFacts>(serviceDeploymentKey(type.text), cartridge);
  if (deployments?.state !== 'found') return [];
  return deployments.files.flatMap(deployment => {
    const policy = known(deployment.facts.deploymentPolicy);
    const policies = policy && lookup.nearest<DeploymentPolicyFacts>(deploymentPolicyKey(policy.text), deployment);
    return policies?.state === 'found' ? [{ deployment, policies: policies.files }] : [];
  });
}

/** The numbers of members that a policy starts at once, by partition. `undefined`: not all of them are known. */
export function minima(policy: Neighbour<DeploymentPolicyFacts>): readonly number[] | undefined {
  const numbers = policy.facts.partitions.map(({ min }) => (min && /^\d+$/.test(min.text) ? Number(min.text) : undefined));
  return numbers.length > 0 && numbers.every(n => n !== undefined) ? numbers : undefined;
}
