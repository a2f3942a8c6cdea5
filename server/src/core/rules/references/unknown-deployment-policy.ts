import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownDeploymentPolicy = ruleOn(['service deployment', 'subscription', 'application'], {
  id: 'unknown-deployment-policy',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'The deployment policies that a file names exist.',
  why: 'In 4.0 the name is accepted, and then no cluster monitor can be made; in 4.1 the application is refused.',
  source: 'AutoscalerUtil.java:94-97 (Private PaaS 4.0.0); StratosApiV41Utils.java:1626-1669 (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(artifact, report, context, 'deployment policy', 'no member is started without one. Name one that exists'),
});
