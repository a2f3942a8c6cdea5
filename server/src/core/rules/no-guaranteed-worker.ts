import { linkTo } from '../links/related';
import { areAllStarted, minimum, partitionsOf, type Run } from '../links/runs';
import type { PartitionReference } from '../model/deploymentPolicy';
import { cartridgeRule } from './rule';

const nobody = (partitions: readonly PartitionReference[]): boolean => partitions.length > 0 && partitions.every(one => minimum(one) === 0);

export const noGuaranteedWorker = cartridgeRule({
  id: 'no-guaranteed-worker',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The deployment policy that a worker runs under starts at least one member.',
  why: 'With a partitionMin of 0 in all partitions no worker is ever started by itself, and its manager waits for a first one for ever.',
  source: 'DefaultExtensionHandler.java:773,802 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    if (facts.role !== 'worker') return;
    const runs = related.runs();
    if (runs.length === 0 || !areAllStarted(runs, nobody)) return;
    const [{ deployment, policies }] = runs as [Run];
    say({
      at: { path: facts.type!.path },
      message:
        `${related.nameOf(deployment)} runs this worker under "${policies[0]!.facts.id!.text}", whose partitionMin is 0 everywhere: ` +
        'no member is ever started and the manager waits for ever; guarantee one member',
      related: [
        linkTo(deployment, deployment.facts.deploymentPolicy, 'the policy is named here'),
        ...partitionsOf([runs[0]!]).map(({ policy, min }) => linkTo(policy, min, 'no member is guaranteed here')),
      ],
    });
  },
});
