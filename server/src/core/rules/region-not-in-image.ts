import { linkTo, type RunRelated } from '../links/related';
import { known } from '../model/text';
import { ruleOn } from './rule';

export const regionNotInImage = ruleOn(['service deployment', 'subscription'], {
  id: 'region-not-in-image',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The image of a cartridge is one of the region of its partitions: the region is part of `imageId`.',
  why: 'The partition is refused for the cartridge: "Invalid Region".',
  source: 'AWSEC2PartitionValidator.java:50-60, and the one of OpenStack likewise (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const { cartridges, partitions } = (related as RunRelated).chain();
    for (const partition of partitions) {
      const region = known(partition.facts.region);
      const provider = known(partition.facts.provider)?.text;
      if (!region || (provider !== 'ec2' && provider !== 'openstack')) continue;
      const images = cartridges.map(cartridge => ({
        cartridge,
        image: known(cartridge.facts.iaas.find(({ type }) => type?.text === provider)?.imageId),
      }));
      if (images.length === 0 || !images.every(({ image }) => image && !image.text.includes(region.text))) continue;
      say({
        at: { path: facts.deploymentPolicy!.path },
        message: `Partition "${partition.facts.id!.text}" of this policy is in "${region.text}", and imageId "${images[0]!.image!.text}" of the cartridge is not; use an image of that region, or another policy`,
        related: [
          linkTo(partition, region, 'the region of the partition'),
          ...images.map(({ cartridge, image }) => linkTo(cartridge, image, 'the image of the cartridge')),
        ],
      });
    }
  },
});
