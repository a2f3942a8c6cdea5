import { isInvisible } from '../../json/characters';
import type { CartridgeFacts } from '../../model/facts';
import type { LinkedFile } from '../../links/linkedFile';
import { likewise, linksTo, linkTo } from '../../links/crossFileContext';
import { about, aboutFor, chosen } from '../../links/several';
import { isLiteral, literal } from '../../model/scalar';
import { ruleOn } from '../engine/rule';

export const regionNotInImage = ruleOn(['service deployment', 'subscription'], {
  id: 'region-not-in-image',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The `imageId` of a cartridge does not contain the region of a partition that it is run in.',
  requires: 'The `imageId` of a cartridge on EC2 or OpenStack contains the region of each partition that it is run in.',
  why: 'The server refuses the partition for the cartridge: "Invalid Region".',
  source: 'AWSEC2PartitionValidator.java:50-60, and the same class for OpenStack (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const { cartridges, partitions } = context.chain();
    const [cartridge] = cartridges;
    const policy = facts.deploymentPolicy;
    if (!cartridge || !policy) return;
    const { images, told } = about(cartridges, imagesOf);
    const isForeign = (provider: string, region: string) =>
      aboutFor(cartridges, `${region} of ${provider}`, () => images.get(provider)?.some(image => image.includes(region)) === false);
    const foreign = chosen(partitions, `foreign to ${told}`, ({ facts: { provider, region } }) => {
      return isLiteral(provider) && isLiteral(region) && isForeign(provider.text, region.text);
    });
    for (const one of foreign.first) {
      const { id, provider, region } = one.facts;
      if (!id || !provider || !region) continue;
      const imageIn = ({ iaas }: CartridgeFacts) => iaas.find(({ type }) => type?.text === provider.text)?.imageId;
      report({
        at: { path: policy.path },
        message: `"${region.text}", the region of partition "${id.text}", is not in imageId "${imageIn(cartridge.facts)?.text}" of the cartridge. The server refuses the partition. ${adviceOn(imageIn(cartridge.facts)?.text ?? '')}${likewise(foreign)}`,
        related: [
          linkTo(one, region, `region of partition "${id.text}"`),
          ...linksTo(cartridges, imageIn, ({ type }) => `image of cartridge "${type?.text}"`),
        ],
      });
    }
  },
});

/** An id may differ from what it looks like. */
const adviceOn = (image: string): string =>
  [...image].some(isInvisible) ? 'Remove the invisible characters from imageId.' : 'Use an image of that region, or another policy.';

const PROVIDERS: readonly string[] = ['ec2', 'openstack'];

/** The images that cartridges have for a provider, and all that in words. A provider for which not all of them have a known one is left out. */
function imagesOf(cartridges: readonly LinkedFile[]): { images: ReadonlyMap<string, readonly string[]>; told: string } {
  const images = new Map<string, readonly string[]>();
  for (const provider of PROVIDERS) {
    const all = cartridges.map(({ facts: { iaas } }) => literal(iaas.find(({ type }) => type?.text === provider)?.imageId)?.text);
    if (all.every(image => image !== undefined)) images.set(provider, [...new Set(all)]);
  }
  return { images, told: JSON.stringify([...images]) };
}
