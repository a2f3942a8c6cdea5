import type { PartitionReference } from '../../model/facts';
import { linkTo } from '../../links/crossFileContext';
import { areAllStarted, minimum, partitionsOf, type Deployment } from '../../links/deployments';
import { cartridgeRule } from '../engine/rule';

const nobody = (partitions: readonly PartitionReference[]): boolean => partitions.length > 0 && partitions.every(one => minimum(one) === 0);

export const noGuaranteedWorker = cartridgeRule({
  id: 'no-guaranteed-worker',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The deployment policy that a worker runs under starts at least one member.',
  why: 'With a partitionMin of 0 in all partitions no worker is ever started by itself, and its manager waits for a first one for ever.',
  source: 'DefaultExtensionHandler.java:773,802 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    if (facts.role !== 'worker') return;
    const runs = context.deployments();
    if (runs.length === 0 || !areAllStarted(runs, nobody)) return;
    const [{ deployment, policies }] = runs as [Deployment];
    report({
      at: { path: facts.type!.path },
      message:
        `${context.nameOf(deployment)} runs this worker under "${policies[0]!.facts.id!.text}", whose partitionMin is 0 everywhere: ` +
        'no member is ever started and the manager waits for ever; guarantee one member',
      related: [
        linkTo(deployment, deployment.facts.deploymentPolicy, 'the policy is named here'),
        ...partitionsOf([runs[0]!]).map(({ policy, min }) => linkTo(policy, min, 'no member is guaranteed here')),
      ],
    });
  },
});
