import type { DeploymentFacts, DeploymentPolicyFacts, FactsBase, PartitionFacts, PartitionReference } from '../model/facts';
import { deploymentPolicyKey, partitionKey, serviceDeploymentKey, typeKey, type Key } from '../model/keys';
import { literal, type LocatedString } from '../model/scalar';
import type { LinkedFile } from './linkedFile';
import type { Lookup } from './lookup';
import { about, aboutFor, MOST } from './several';

/** A service deployment of a cartridge, and the deployment policies that its name for one leads to. */
export interface Deployment {
  readonly deployment: LinkedFile<DeploymentFacts>;
  /** The id by which it names the policies. */
  readonly policyName: string;
  readonly policies: readonly LinkedFile<DeploymentPolicyFacts>[];
}

/** How the nearest service deployments run a cartridge. Those whose policy is unknown are left out. */
export function deploymentsOf(lookup: Lookup, cartridge: LinkedFile): readonly Deployment[] {
  const type = literal(cartridge.facts.type);
  const deployments = type && lookup.nearest(serviceDeploymentKey(type.text), cartridge);
  if (deployments?.state !== 'found') return [];
  return lookup.memoizeOf(deployments.files, 'runs', () =>
    deployments.files.flatMap(deployment => {
      const policy = literal(deployment.facts.deploymentPolicy);
      if (!policy) return [];
      const policies = lookup.nearest(deploymentPolicyKey(policy.text), deployment);
      return policies.state === 'found' ? [{ deployment, policyName: policy.text, policies: policies.files }] : [];
    }),
  );
}

type Policy = LinkedFile<DeploymentPolicyFacts>;

/** Whether all policies under which something is run start members in a certain way. `start` is defined once, as for `about`. */
export const areAllStarted = (runs: readonly Deployment[], start: (partitions: readonly PartitionReference[]) => boolean): boolean =>
  aboutFor(runs, start, () =>
    runs.every(({ policies }) => aboutFor(policies, start, () => policies.every(policy => about(policy.facts.partitions, start)))),
  );

/** The first of the partitions that policies name, each with the policy. */
export function partitionsOf(runs: readonly Deployment[]): readonly { policy: Policy; min: LocatedString | undefined }[] {
  const found: { policy: Policy; min: LocatedString | undefined }[] = [];
  for (const { policies } of runs) {
    for (const policy of policies) {
      for (const { min } of policy.facts.partitions) {
        if (found.length === MOST) return found;
        found.push({ policy, min });
      }
    }
  }
  return found;
}

/** The number of members that is started at once. `undefined`: it is not known. */
export const minimum = ({ min }: PartitionReference): number | undefined => (min && /^\d+$/.test(min.text) ? Number(min.text) : undefined);

/** What a service deployment or a subscription leads to, all within its own folder: cartridges, policies and their partitions. */
export interface DeploymentChain {
  readonly cartridges: readonly LinkedFile[];
  readonly partitions: readonly LinkedFile<PartitionFacts>[];
}

export function chainOf(lookup: Lookup, run: LinkedFile<DeploymentFacts>): DeploymentChain {
  const named = <F extends FactsBase>(name: LocatedString | undefined, keyOf: (name: string) => Key<F>): readonly LinkedFile<F>[] => {
    const known = literal(name);
    return known ? lookup.inSameFolder(keyOf(known.text), run) : [];
  };
  const cartridges = named(run.facts.cartridgeType, typeKey);
  const [policy, ...others] = named(run.facts.deploymentPolicy, deploymentPolicyKey);
  // Of several policies of one id nobody knows which one counts.
  if (!policy || others.length > 0) return { cartridges, partitions: [] };
  const partitions = lookup.memoize('partitions of', policy, () => {
    const ids = new Map(policy.facts.partitions.map(({ id }) => [id?.text, id]));
    return [...ids.values()].flatMap(id => named(id, partitionKey));
  });
  return { cartridges, partitions };
}
