import { linkTo } from '../links/related';
import { minima } from '../links/runs';
import { cartridgeRule } from './rule';

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
    const startsNobody = (run: (typeof runs)[number]) => run.policies.every(policy => minima(policy)?.every(min => min === 0) ?? false);
    if (runs.length === 0 || !runs.every(startsNobody)) return;
    const [{ deployment, policies }] = runs as [(typeof runs)[number]];
    say({
      at: { path: facts.type!.path },
      message:
        `${related.nameOf(deployment)} runs this worker under "${policies[0]!.facts.id!.text}", whose partitionMin is 0 everywhere: ` +
        'no member is ever started and the manager waits for ever; guarantee one member',
      related: [
        linkTo(deployment, deployment.facts.deploymentPolicy, 'the policy is named here'),
        ...policies.flatMap(policy => policy.facts.partitions.map(({ min }) => linkTo(policy, min, 'no member is guaranteed here'))),
      ],
    });
  },
});
