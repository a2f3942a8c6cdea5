import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownPartition = ruleOn(['deployment policy'], {
  id: 'unknown-partition',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'No partition has the id that a deployment policy names.',
  requires: 'A partition that a deployment policy names by its id is in the workspace folder.',
  why: 'The server refuses the policy: "Could not find partition". Partitions must be deployed before the policies that name them.',
  source: 'PolicyManager.java:189 (Private PaaS 4.0.0); AutoscalerServiceImpl.java:1054-1155 (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(artifact, report, context, 'partition', 'Without it, the server refuses this policy. Use an existing partition.'),
});
