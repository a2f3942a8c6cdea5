import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownPolicy = ruleOn(['cartridge'], {
  id: 'unknown-policy',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'info',
  summary: 'The default policies that a load balancer names exist.',
  why: 'They are asked for only when the load balancer is started by itself, and the platform gets along without; the product ships one that names none.',
  source: 'CartridgeSubscriptionUtils.java:378,460 (Private PaaS 4.0.0)',
  check(artifact, report, context) {
    for (const kind of ['autoscale policy', 'deployment policy'] as const) {
      danglingReferences(artifact, report, context, kind, 'a load balancer that is started by itself runs without; name one that exists');
    }
  },
});
