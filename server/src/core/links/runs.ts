import type { FactsBase } from '../model/artifact';
import { idKey, typeKey } from '../model/keys';
import { serviceDeploymentKey, type RunFacts } from '../model/serviceDeployment';
import { type DeploymentPolicyFacts } from '../model/deploymentPolicy';
import { type PartitionFacts } from '../model/partition';
import type { CartridgeFacts } from '../model/cartridge';
import { known, type Text } from '../model/text';
import type { Lookup, Neighbour } from './lookup';

/** A service deployment of a cartridge, and the deployment policies that its name for one leads to. */
export interface Run {
  readonly deployment: Neighbour<RunFacts>;
  readonly policies: readonly Neighbour<DeploymentPolicyFacts>[];
}

/** How the nearest service deployments run a cartridge. Those whose policy is unknown are left out. */
export function runsOf(lookup: Lookup, cartridge: Neighbour): readonly Run[] {
  const type = known(cartridge.facts.type);
  const deployments = type && lookup.nearest<RunFacts>(serviceDeploymentKey(type.text), cartridge);
  if (deployments?.state !== 'found') return [];
  return deployments.files.flatMap(deployment => {
    const policy = known(deployment.facts.deploymentPolicy);
    const policies = policy && lookup.nearest<DeploymentPolicyFacts>(idKey('deployment policy', policy.text), deployment);
    return policies?.state === 'found' ? [{ deployment, policies: policies.files }] : [];
  });
}

/** The numbers of members that a policy starts at once, by partition. `undefined`: not all of them are known. */
export function minima(policy: Neighbour<DeploymentPolicyFacts>): readonly number[] | undefined {
  const numbers = policy.facts.partitions.map(({ min }) => (min && /^\d+$/.test(min.text) ? Number(min.text) : undefined));
  return numbers.length > 0 && numbers.every(n => n !== undefined) ? numbers : undefined;
}

/** What a service deployment or a subscription leads to, all within its own folder: cartridges, policies and their partitions. */
export interface Chain {
  readonly cartridges: readonly Neighbour[];
  readonly partitions: readonly Neighbour<PartitionFacts>[];
}

export function chainOf(lookup: Lookup, run: Neighbour<RunFacts>): Chain {
  const named = <F extends FactsBase>(name: Text | undefined, key: (name: string) => string) =>
    known(name) ? lookup.beside<F>(key(name!.text), run) : [];
  const policies = named<DeploymentPolicyFacts>(run.facts.deploymentPolicy, id => idKey('deployment policy', id));
  return {
    cartridges: named<CartridgeFacts>(run.facts.cartridgeType, typeKey),
    // Of several policies of one id nobody knows which one counts.
    partitions:
      policies.length === 1
        ? policies[0]!.facts.partitions.flatMap(({ id }) => named<PartitionFacts>(id, one => idKey('partition', one)))
        : [],
  };
}
