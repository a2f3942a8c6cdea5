import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownCartridgeType = ruleOn(['service deployment', 'subscription', 'cartridge group', 'application'], {
  id: 'unknown-cartridge-type',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'No cartridge has the type that a service deployment, subscription, cartridge group or application names.',
  requires:
    'The type that a service deployment, subscription, cartridge group or application names is the `type` of a cartridge in the workspace folder.',
  why: 'The server refuses the service deployment, the subscription, the group or the application.',
  source: 'ServiceDeploymentManager.java:66-92 (Private PaaS 4.0.0); StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(
      artifact,
      report,
      context,
      'cartridge',
      `Without it, the server refuses this ${artifact.kind}. Use the type of a cartridge.`,
    ),
});
