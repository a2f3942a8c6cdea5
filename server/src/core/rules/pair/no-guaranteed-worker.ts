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
  summary: 'The deployment policy that a worker runs under starts at least one member.',
  why: 'With a partitionMin of 0 in all partitions no worker is ever started by itself, and its manager waits for a first one for ever.',
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
        `${context.nameOf(deployment)} runs this worker under "${policyName}", whose partitionMin is 0 everywhere: ` +
        'no member is ever started and the manager waits for ever; guarantee one member',
      related: [
        linkTo(deployment, deployment.facts.deploymentPolicy, 'the policy is named here'),
        ...partitionsOf([run]).map(({ policy, min }) => linkTo(policy, min, 'no member is guaranteed here')),
      ],
    });
  },
});
