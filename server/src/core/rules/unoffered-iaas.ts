import { linkTo, type RunRelated } from '../links/related';
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
    if (cartridges.length === 0) return;
    for (const partition of partitions) {
      const provider = known(partition.facts.provider);
      const lacks = cartridges.every(
        ({ facts: { iaas } }) => iaas.length > 0 && iaas.every(({ type }) => known(type) && type!.text !== provider?.text),
      );
      if (!provider || !lacks) continue;
      say({
        at: { path: facts.deploymentPolicy!.path },
        message: `Partition "${partition.facts.id!.text}" of this policy is on "${provider.text}", and ${related.nameOf(cartridges[0]!)} has no iaasProvider of that type; add one, or name another policy`,
        related: [
          linkTo(partition, provider, 'the provider of the partition'),
          ...cartridges.map(end => linkTo(end, end.facts.iaas[0]?.type, 'what the cartridge can run on')),
        ],
      });
    }
  },
});
