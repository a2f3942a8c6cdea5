import type { CompositionFacts, DeploymentFacts, PartitionFacts } from '../../model/facts';
import type { LinkedFile } from '../../links/linkedFile';
import { DeploymentContext, likewise, linksTo, linkTo, type CrossFileContext } from '../../links/crossFileContext';
import { about, chosen } from '../../links/several';
import { isLiteral, type LocatedString } from '../../model/scalar';
import { idKey, typeKey } from '../../model/keys';
import { placedCartridges } from '../../model/composition';
import type { Artifact } from '../../model/kinds';
import { ruleOn, type Report, type ReportFn } from '../engine/rule';

export const unofferedIaas = ruleOn(['service deployment', 'subscription', 'application'], {
  id: 'unoffered-iaas',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A deployment policy names a partition on an IaaS that the cartridge does not offer.',
  requires:
    'A partition of a deployment policy is on an IaaS that the cartridge offers in `iaasProvider`. In 4.1, one such partition is enough.',
  why: 'The server refuses the partition for this cartridge: "Iaas Provider is null for Provider". In 4.1 the provider is that of the network partition. There the policy is reported if the cartridge offers none of the providers.',
  source: 'PartitionValidatorCallable.java:51-60 (Private PaaS 4.0.0), and the same class of Stratos 4.1.4',
  check(artifact: Artifact, report, context: CrossFileContext) {
    if (artifact.kind === 'application') checkApplication(artifact, report, context);
    else if (context instanceof DeploymentContext) checkDeployment(artifact.facts as DeploymentFacts, report, context);
  },
});

function checkDeployment({ deploymentPolicy: policy }: DeploymentFacts, report: ReportFn, context: DeploymentContext): void {
  const { cartridges, partitions } = context.chain();
  const [cartridge] = cartridges;
  const offered = about(cartridges, offeredBy);
  if (!cartridge || !offered || !policy) return;
  const isUnoffered = ({ facts }: LinkedFile<PartitionFacts>) => isLiteral(facts.provider) && !offered.types.has(facts.provider.text);
  const unoffered = chosen(partitions, `not on ${offered.told}`, isUnoffered);
  for (const partition of unoffered.first) {
    const { id, provider } = partition.facts;
    if (!id || !provider) continue;
    report({
      at: { path: policy.path },
      message: `Partition "${id.text}" of this policy is on "${provider.text}", but ${context.nameOf(cartridge)} has no iaasProvider of that type. The server refuses the partition. Add an iaasProvider, or use another policy.${likewise(unoffered)}`,
      related: [linkTo(partition, provider, `provider of partition "${id.text}"`), ...linksToOffers(cartridges)],
    });
  }
}

const linksToOffers = (cartridges: readonly LinkedFile[]) =>
  linksTo(
    cartridges,
    ({ iaas }) => iaas[0]?.type,
    ({ type }) => `iaasProvider of "${type?.text}"`,
  );

/** Where a deployment policy of 4.1 has members started. */
interface Networks {
  readonly files: readonly LinkedFile<CompositionFacts>[];
  readonly providers: ReadonlySet<string>;
  /** The providers in words. */
  readonly told: string;
}

/** Everything is looked up in the folder of the application alone: each IaaS folder has policies of the same names. */
function checkApplication({ root }: Artifact, report: ReportFn, context: CrossFileContext): void {
  const networksOf = new Map<string, Networks | undefined>();
  const checked = new Set<string>();
  for (const { type, policy } of placedCartridges(root)) {
    if (!isLiteral(type) || !isLiteral(policy)) continue;
    const pair = JSON.stringify([policy.path, type.text]);
    if (checked.has(pair)) continue;
    checked.add(pair);
    const cartridges = context.inSameFolder(typeKey(type.text));
    const offered = cartridges.length > 0 ? about(cartridges, offeredBy) : undefined;
    if (!offered) continue;
    if (!networksOf.has(policy.text)) networksOf.set(policy.text, networksNamedBy(policy.text, context));
    const networks = networksOf.get(policy.text);
    if (networks && ![...offered.types].some(one => networks.providers.has(one))) report(nowhere(type, policy, networks, cartridges));
  }
}

const nowhere = (
  type: LocatedString,
  policy: LocatedString,
  { files, told: onWhat }: Networks,
  cartridges: readonly LinkedFile[],
): Report => ({
  at: { path: policy.path },
  subject: type.text,
  message: `Deployment policy "${policy.text}" is on ${onWhat}, but cartridge "${type.text}" has no iaasProvider of that type. The server refuses the partitions. Add an iaasProvider, or use another policy.`,
  related: [
    ...linksTo(
      files.slice(0, MOST_LINKS),
      ({ provider }) => provider,
      () => 'provider of the network partition',
    ),
    ...linksToOffers(cartridges),
  ],
});

/** Of network partitions, so that there is room for the cartridges. */
const MOST_LINKS = 5;

/** `undefined`: it is not known of all network partitions where they are. */
function networksNamedBy(policyId: string, context: CrossFileContext): Networks | undefined {
  const [policy, ...others] = context.inSameFolder(idKey('deployment policy', policyId));
  // Of several policies of one id nobody knows which one counts.
  if (!policy || others.length > 0 || !('networks' in policy.facts)) return undefined;
  const files = new Set<LinkedFile<CompositionFacts>>();
  const providers = new Set<string>();
  for (const id of policy.facts.networks ?? []) {
    const named = isLiteral(id) ? context.inSameFolder(idKey('network partition', id.text)) : [];
    if (named.length === 0) return undefined;
    for (const file of named) {
      if (!isLiteral(file.facts.provider)) return undefined;
      files.add(file);
      providers.add(file.facts.provider.text);
    }
  }
  if (files.size === 0) return undefined;
  const [first, ...more] = providers;
  return { files: [...files], providers, told: `"${first}"${more.length > 0 ? ` and ${more.length} more` : ''}` };
}

/** What some cartridge can run on, and that in words. `undefined`: it is not known of all. */
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
