import { danglingReferences } from './danglingReference';
import { ruleOn } from './rule';

export const unknownPartition = ruleOn(['deployment policy'], {
  id: 'unknown-partition',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'The partitions that a deployment policy names exist.',
  why: 'The policy is refused: "Could not find partition". Partitions are deployed before the policies that name them.',
  source: 'PolicyManager.java:189 (Private PaaS 4.0.0); AutoscalerServiceImpl.java:1054-1155 (Stratos 4.1)',
  check: (artifact, say, related) => danglingReferences(artifact, say, related, 'partition', 'the policy is refused. Name one that exists'),
});
