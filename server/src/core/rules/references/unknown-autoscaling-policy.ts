import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownAutoscalingPolicy = ruleOn(['application'], {
  id: 'unknown-autoscaling-policy',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'The autoscaling policies that an application names exist.',
  why: 'Deploying the application is refused.',
  source: 'StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, report, context) => danglingReferences(artifact, report, context, 'autoscale policy', 'name one that exists'),
});
