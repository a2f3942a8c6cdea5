import { unknownPartnerType, partnerTypeSource } from './partnerType';
import { cartridgeRule } from './rule';

export const unknownWorkerServiceType = cartridgeRule({
  id: 'unknown-worker-service-type',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The service type that a manager names as its worker exists.',
  why: 'The agent of the manager logs "Service [ … ] is not found" every five seconds, for ever. The worker may be defined elsewhere; it is an error only where a cartridge stands by that could be meant.',
  source: partnerTypeSource,
  check: (cartridge, say, related) => unknownPartnerType('manager', cartridge, say, related),
});
