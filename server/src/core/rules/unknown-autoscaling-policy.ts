import { danglingReferences } from './danglingReference';
import { ruleOn } from './rule';

export const unknownAutoscalingPolicy = ruleOn(['application'], {
  id: 'unknown-autoscaling-policy',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'The autoscaling policies that an application names exist.',
  why: 'Deploying the application is refused.',
  source: 'StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, say, related) => danglingReferences(artifact, say, related, 'autoscale policy', 'name one that exists'),
});
