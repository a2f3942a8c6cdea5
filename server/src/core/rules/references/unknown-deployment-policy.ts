import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownDeploymentPolicy = ruleOn(['service deployment', 'subscription', 'application'], {
  id: 'unknown-deployment-policy',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'No deployment policy has the id that a service deployment, subscription or application names.',
  requires: 'The deployment policy that a service deployment, subscription or application names by its id is in the workspace folder.',
  why: 'In 4.0 the server accepts the name, but cannot create a monitor for the cluster. In 4.1 the server refuses the application.',
  source: 'AutoscalerUtil.java:94-97 (Private PaaS 4.0.0); StratosApiV41Utils.java:1626-1669 (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(
      artifact,
      report,
      context,
      'deployment policy',
      `Without it, ${artifact.facts.dialect === '4.1' ? 'the server refuses this application' : 'no member is started'}. Use an existing policy.`,
    ),
});
