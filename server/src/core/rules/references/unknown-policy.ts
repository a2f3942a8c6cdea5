import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownPolicy = ruleOn(['cartridge'], {
  id: 'unknown-policy',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'info',
  summary: 'No policy has the id that a load balancer names as its default policy.',
  requires: 'A default policy that a load balancer names by its id is in the workspace folder.',
  why: 'The platform reads the default policies only when it starts the load balancer automatically, and works without them. One of the cartridges of the product names a policy that does not exist.',
  source: 'CartridgeSubscriptionUtils.java:378,460 (Private PaaS 4.0.0)',
  check(artifact, report, context) {
    for (const kind of ['autoscale policy', 'deployment policy'] as const) {
      danglingReferences(artifact, report, context, kind, 'The load balancer is started without it. Use an existing policy.');
    }
  },
});
