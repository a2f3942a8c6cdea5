import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownNetworkPartition = ruleOn(['deployment policy', 'application policy'], {
  id: 'unknown-network-partition',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'No network partition has the id that a policy names.',
  requires: 'A network partition that a policy names by its id is in the workspace folder.',
  why: 'The server refuses the policy.',
  source: 'AutoscalerServiceImpl.java:1054-1155, AutoscalerUtil.java:524-630 (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(
      artifact,
      report,
      context,
      'network partition',
      'Without it, the server refuses this policy. Use an existing network partition.',
    ),
});
