import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownCartridgeType = ruleOn(['service deployment', 'subscription', 'cartridge group', 'application'], {
  id: 'unknown-cartridge-type',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'The cartridge types that a file names exist.',
  why: 'Deploying the service, subscribing, or adding the group or the application is refused.',
  source: 'ServiceDeploymentManager.java:66-92 (Private PaaS 4.0.0); StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, report, context) => danglingReferences(artifact, report, context, 'cartridge', 'name the type of a cartridge'),
});
