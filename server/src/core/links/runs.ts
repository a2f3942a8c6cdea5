import type { FactsBase } from '../model/artifact';
import { idKey, typeKey } from '../model/keys';
import { serviceDeploymentKey, type RunFacts } from '../model/serviceDeployment';
import { type DeploymentPolicyFacts, type PartitionReference } from '../model/deploymentPolicy';
import { type PartitionFacts } from '../model/partition';
import type { CartridgeFacts } from '../model/cartridge';
import { known, type Text } from '../model/text';
import type { Lookup, Neighbour } from './lookup';
import { about, aboutFor, MOST } from './several';

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
  return lookup.rememberOf(deployments.files, 'runs', () =>
    deployments.files.flatMap(deployment => {
      const policy = known(deployment.facts.deploymentPolicy);
      const policies = policy && lookup.nearest<DeploymentPolicyFacts>(idKey('deployment policy', policy.text), deployment);
      return policies?.state === 'found' ? [{ deployment, policies: policies.files }] : [];
    }),
  );
}

type Policy = Neighbour<DeploymentPolicyFacts>;

/** Whether all policies under which something is run start members in a certain way. `start` is defined once, as for `about`. */
export const areAllStarted = (runs: readonly Run[], start: (partitions: readonly PartitionReference[]) => boolean): boolean =>
  aboutFor(runs, start, () =>
    runs.every(({ policies }) => aboutFor(policies, start, () => policies.every(policy => about(policy.facts.partitions, start)))),
  );

/** The first of the partitions that policies name, each with the policy. */
export function partitionsOf(runs: readonly Run[]): readonly { policy: Policy; min: Text | undefined }[] {
  const found: { policy: Policy; min: Text | undefined }[] = [];
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
export interface Chain {
  readonly cartridges: readonly Neighbour[];
  readonly partitions: readonly Neighbour<PartitionFacts>[];
}

export function chainOf(lookup: Lookup, run: Neighbour<RunFacts>): Chain {
  const named = <F extends FactsBase>(name: Text | undefined, key: (name: string) => string) =>
    known(name) ? lookup.beside<F>(key(name!.text), run) : [];
  const cartridges = named<CartridgeFacts>(run.facts.cartridgeType, typeKey);
  const policies = named<DeploymentPolicyFacts>(run.facts.deploymentPolicy, id => idKey('deployment policy', id));
  // Of several policies of one id nobody knows which one counts.
  if (policies.length !== 1) return { cartridges, partitions: [] };
  const [policy] = policies;
  const partitions = lookup.remember('partitions of', policy!, () => {
    const ids = new Map(policy!.facts.partitions.map(({ id }) => [id?.text, id]));
    return [...ids.values()].flatMap(id => named<PartitionFacts>(id, one => idKey('partition', one)));
  });
  return { cartridges, partitions };
}
