import { missingPartnerType, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const missingManagerServiceType = cartridgeRule({
  id: 'missing-manager-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker names the service type of its manager, `MANAGER_SERVICE_TYPE`.',
  why: 'The agent of the worker logs "Manager service name [ null ] is invalid" every five seconds and never starts the server; after fifteen minutes the member is replaced by another that does the same.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => missingPartnerType('worker', cartridge, report, context),
});
