import { unknownPartnerType, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const unknownManagerServiceType = cartridgeRule({
  id: 'unknown-manager-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The service type that a worker names as its manager exists.',
  why: 'The agent of the worker logs "Service [ … ] is not found" every five seconds, for ever. The manager may be defined elsewhere; it is an error only where a cartridge stands by that could be meant.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => unknownPartnerType('worker', cartridge, report, context),
});
