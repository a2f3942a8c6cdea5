import { missingPartnerType, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const missingWorkerServiceType = cartridgeRule({
  id: 'missing-worker-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A manager does not have `WORKER_SERVICE_TYPE`, the service type of its worker.',
  requires: 'A manager has `WORKER_SERVICE_TYPE`, the service type of its worker.',
  why: 'The agent of the manager logs "Worker service name [ null ] is invalid" every five seconds and never starts the server. After fifteen minutes the autoscaler replaces the member by another one, which does the same.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => missingPartnerType('manager', cartridge, report, context),
});
