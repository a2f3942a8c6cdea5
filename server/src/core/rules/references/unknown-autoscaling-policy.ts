import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownAutoscalingPolicy = ruleOn(['application'], {
  id: 'unknown-autoscaling-policy',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'No autoscaling policy has the id that an application names.',
  requires: 'The autoscaling policy that an application names by its id is in the workspace folder.',
  why: 'The server refuses the application.',
  source: 'StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(
      artifact,
      report,
      context,
      'autoscale policy',
      'Without it, the server refuses this application. Use an existing policy.',
    ),
});
