import type { PartitionFacts } from '../../model/facts';
import type { LinkedFile } from '../../links/lookup';
import { likewise, linksTo, linkTo } from '../../links/crossFileContext';
import { about, chosen } from '../../links/several';
import { literal } from '../../model/scalar';
import { ruleOn } from '../engine/rule';

export const unofferedIaas = ruleOn(['service deployment', 'subscription'], {
  id: 'unoffered-iaas',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A cartridge can run on the IaaS of the partitions that its deployment policy names.',
  why: 'A partition whose provider is none of the cartridge\'s is invalid for it: "Iaas Provider is null for Provider".',
  source: 'PartitionValidatorCallable.java:51-60 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const { cartridges, partitions } = context.chain();
    const offered = about(cartridges, offeredBy);
    if (cartridges.length === 0 || !offered) return;
    const isUnoffered = ({ facts }: LinkedFile<PartitionFacts>) =>
      literal(facts.provider) !== undefined && !offered.types.has(facts.provider!.text);
    const unoffered = chosen(partitions, `not on ${offered.told}`, isUnoffered);
    for (const partition of unoffered.first) {
      const provider = partition.facts.provider!;
      report({
        at: { path: facts.deploymentPolicy!.path },
        message: `Partition "${partition.facts.id!.text}" of this policy is on "${provider.text}", and ${context.nameOf(cartridges[0]!)} has no iaasProvider of that type; add one, or name another policy${likewise(unoffered)}`,
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
function offeredBy(cartridges: readonly LinkedFile[]): { types: ReadonlySet<string>; told: string } | undefined {
  const areKnown = cartridges.every(({ facts: { iaas } }) => iaas.length > 0 && iaas.every(({ type }) => literal(type)));
  if (!areKnown) return undefined;
  const types = new Set(cartridges.flatMap(({ facts: { iaas } }) => iaas.map(({ type }) => type!.text)));
  return { types, told: JSON.stringify([...types]) };
}
