import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownAutoscalePolicy = ruleOn(['service deployment', 'subscription'], {
  id: 'unknown-autoscale-policy',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'No autoscale policy has the id that a service deployment or subscription names.',
  requires: 'The autoscale policy that a service deployment or subscription names by its id is in the workspace folder.',
  why: 'The server accepts the name, but the cluster is never scaled.',
  source: 'AutoscalerUtil.java:94-97 (Private PaaS 4.0.0)',
  check: (artifact, report, context) =>
    danglingReferences(artifact, report, context, 'autoscale policy', 'Without it, the cluster is never scaled. Use an existing policy.'),
});
