import { notAPartner, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const managerServiceTypeNotAManager = cartridgeRule({
  id: 'manager-service-type-not-a-manager',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The service type that a worker names as its manager is that of a manager.',
  why: 'The agent looks its partner up by service type alone. A standalone cartridge of that type has no member that answers as a manager, and the real manager is never asked.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => notAPartner('worker', cartridge, report, context),
});
