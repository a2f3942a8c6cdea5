import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownAutoscalePolicy = ruleOn(['service deployment', 'subscription'], {
  id: 'unknown-autoscale-policy',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The autoscale policies that a file names exist.',
  why: 'The name is tolerated until the cluster has to be scaled.',
  source: 'AutoscalerUtil.java:94-97 (Private PaaS 4.0.0)',
  check: (artifact, report, context) =>
    danglingReferences(artifact, report, context, 'autoscale policy', 'the cluster is never scaled. Name one that exists'),
});
