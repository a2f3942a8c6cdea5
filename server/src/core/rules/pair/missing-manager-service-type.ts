import { missingPartnerType, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const missingManagerServiceType = cartridgeRule({
  id: 'missing-manager-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker does not have `MANAGER_SERVICE_TYPE`, the service type of its manager.',
  requires: 'A worker has `MANAGER_SERVICE_TYPE`, the service type of its manager.',
  why: 'The agent of the worker logs "Manager service name [ null ] is invalid" every five seconds and never starts the server. After fifteen minutes the autoscaler replaces the member by another one, which does the same.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => missingPartnerType('worker', cartridge, report, context),
});
