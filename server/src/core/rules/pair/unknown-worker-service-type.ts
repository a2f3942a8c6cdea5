import { unknownPartnerType, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const unknownWorkerServiceType = cartridgeRule({
  id: 'unknown-worker-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The service type that a manager names as its worker exists.',
  why: 'The agent of the manager logs "Service [ … ] is not found" every five seconds, for ever. The worker may be defined elsewhere; it is an error only where a cartridge stands by that could be meant.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => unknownPartnerType('manager', cartridge, report, context),
});
