import type { PartitionFacts } from '../../model/facts';
import type { LinkedFile } from '../../links/linkedFile';
import { likewise, linksTo, linkTo } from '../../links/crossFileContext';
import { about, chosen } from '../../links/several';
import { isLiteral } from '../../model/scalar';
import { ruleOn } from '../engine/rule';

export const unofferedIaas = ruleOn(['service deployment', 'subscription'], {
  id: 'unoffered-iaas',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A deployment policy names a partition on an IaaS that the cartridge does not offer.',
  why: 'The server refuses the partition for this cartridge: "Iaas Provider is null for Provider".',
  source: 'PartitionValidatorCallable.java:51-60 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const { cartridges, partitions } = context.chain();
    const [cartridge] = cartridges;
    const offered = about(cartridges, offeredBy);
    const policy = facts.deploymentPolicy;
    if (!cartridge || !offered || !policy) return;
    const isUnoffered = ({ facts }: LinkedFile<PartitionFacts>) => isLiteral(facts.provider) && !offered.types.has(facts.provider.text);
    const unoffered = chosen(partitions, `not on ${offered.told}`, isUnoffered);
    for (const partition of unoffered.first) {
      const { id, provider } = partition.facts;
      if (!id || !provider) continue;
      report({
        at: { path: policy.path },
        message: `Partition "${id.text}" of this policy is on "${provider.text}", but ${context.nameOf(cartridge)} has no iaasProvider of that type. The server refuses the partition. Add an iaasProvider, or use another policy.${likewise(unoffered)}`,
        related: [
          linkTo(partition, provider, 'provider of the partition'),
          ...linksTo(
            cartridges,
            ({ iaas }) => iaas[0]?.type,
            () => 'iaasProvider of the cartridge',
          ),
        ],
      });
    }
  },
});

/** What some cartridges can run on, and that in words. `undefined`: it is not known of all. */
function offeredBy(cartridges: readonly LinkedFile[]): { types: ReadonlySet<string>; told: string } | undefined {
  const types = new Set<string>();
  for (const { iaas } of cartridges.map(({ facts }) => facts)) {
    if (iaas.length === 0) return undefined;
    for (const { type } of iaas) {
      if (!isLiteral(type)) return undefined;
      types.add(type.text);
    }
  }
  return { types, told: JSON.stringify([...types]) };
}
