import type { Neighbour } from '../links/lookup';
import { likewise, linksTo, linkTo, type RunRelated } from '../links/related';
import { about, chosen } from '../links/several';
import type { PartitionFacts } from '../model/partition';
import { known } from '../model/text';
import { ruleOn } from './rule';

export const unofferedIaas = ruleOn(['service deployment', 'subscription'], {
  id: 'unoffered-iaas',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A cartridge can run on the IaaS of the partitions that its deployment policy names.',
  why: 'A partition whose provider is none of the cartridge\'s is invalid for it: "Iaas Provider is null for Provider".',
  source: 'PartitionValidatorCallable.java:51-60 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const { cartridges, partitions } = (related as RunRelated).chain();
    const offered = about(cartridges, offeredBy);
    if (cartridges.length === 0 || !offered) return;
    const isUnoffered = ({ facts }: Neighbour<PartitionFacts>) =>
      known(facts.provider) !== undefined && !offered.types.has(facts.provider!.text);
    const unoffered = chosen(partitions, `not on ${offered.told}`, isUnoffered);
    for (const partition of unoffered.first) {
      const provider = partition.facts.provider!;
      say({
        at: { path: facts.deploymentPolicy!.path },
        message: `Partition "${partition.facts.id!.text}" of this policy is on "${provider.text}", and ${related.nameOf(cartridges[0]!)} has no iaasProvider of that type; add one, or name another policy${likewise(unoffered)}`,
        related: [
          linkTo(partition, provider, 'the provider of the partition'),
          ...linksTo(
            cartridges,
            ({ iaas }) => iaas[0]?.type,
            () => 'what the cartridge can run on',
          ),
        ],
      });
    }
  },
});

/** What some cartridge can run on, and that in words. `undefined`: it is not known of all. */
function offeredBy(cartridges: readonly Neighbour[]): { types: ReadonlySet<string>; told: string } | undefined {
  const areKnown = cartridges.every(({ facts: { iaas } }) => iaas.length > 0 && iaas.every(({ type }) => known(type)));
  if (!areKnown) return undefined;
  const types = new Set(cartridges.flatMap(({ facts: { iaas } }) => iaas.map(({ type }) => type!.text)));
  return { types, told: JSON.stringify([...types]) };
}
