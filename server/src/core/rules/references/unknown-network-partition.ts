import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownNetworkPartition = ruleOn(['deployment policy', 'application policy'], {
  id: 'unknown-network-partition',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'The network partitions that a policy names exist.',
  why: 'The policy is refused.',
  source: 'AutoscalerServiceImpl.java:1054-1155, AutoscalerUtil.java:524-630 (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(artifact, report, context, 'network partition', 'the policy is refused. Name one that exists'),
});
