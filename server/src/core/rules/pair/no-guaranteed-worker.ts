import type { PartitionReference } from '../../model/facts';
import { linkTo } from '../../links/crossFileContext';
import { areAllStarted, minimum, partitionsOf } from '../../links/deployments';
import { cartridgeRule } from '../engine/rule';

const nobody = (partitions: readonly PartitionReference[]): boolean => partitions.length > 0 && partitions.every(one => minimum(one) === 0);

export const noGuaranteedWorker = cartridgeRule({
  id: 'no-guaranteed-worker',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The deployment policy of a worker does not start any member.',
  requires: 'The deployment policy of a worker starts at least one member: `partitionMin` of one of its partitions is 1 or more.',
  why: 'With `partitionMin` 0 in all partitions the platform starts no worker, and the manager waits for the first one indefinitely.',
  source: 'DefaultExtensionHandler.java:773,802 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    if (facts.role !== 'worker' || !facts.type) return;
    const runs = context.deployments();
    const [run] = runs;
    if (!run || !areAllStarted(runs, nobody)) return;
    const { deployment, policyName } = run;
    report({
      at: { path: facts.type.path },
      message:
        `${context.nameOf(deployment)} runs this worker with deployment policy "${policyName}", where every partitionMin is 0. ` +
        'The platform starts no worker, and the manager waits indefinitely. Set one partitionMin to 1 or more.',
      related: [
        linkTo(deployment, deployment.facts.deploymentPolicy, `reference to deployment policy "${policyName}"`),
        ...partitionsOf([run]).map(({ policy, min }) => linkTo(policy, min, 'minimum number of workers')),
      ],
    });
  },
});
