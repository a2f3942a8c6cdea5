import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownPartition = ruleOn(['deployment policy'], {
  id: 'unknown-partition',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'The partitions that a deployment policy names exist.',
  why: 'The policy is refused: "Could not find partition". Partitions are deployed before the policies that name them.',
  source: 'PolicyManager.java:189 (Private PaaS 4.0.0); AutoscalerServiceImpl.java:1054-1155 (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(artifact, report, context, 'partition', 'the policy is refused. Name one that exists'),
});
