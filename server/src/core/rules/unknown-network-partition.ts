import { danglingReferences } from './danglingReference';
import { ruleOn } from './rule';

export const unknownNetworkPartition = ruleOn(['deployment policy', 'application policy'], {
  id: 'unknown-network-partition',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'The network partitions that a policy names exist.',
  why: 'The policy is refused.',
  source: 'AutoscalerServiceImpl.java:1054-1155, AutoscalerUtil.java:524-630 (Stratos 4.1)',
  check: (artifact, say, related) =>
    danglingReferences(artifact, say, related, 'network partition', 'the policy is refused. Name one that exists'),
});
