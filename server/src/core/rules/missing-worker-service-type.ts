import { missingPartnerType, partnerTypeSource } from './partnerType';
import { cartridgeRule } from './rule';

export const missingWorkerServiceType = cartridgeRule({
  id: 'missing-worker-service-type',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A manager names the service type of its worker, `WORKER_SERVICE_TYPE`.',
  why: 'The agent of the manager logs "Worker service name [ null ] is invalid" every five seconds and never starts the server; after fifteen minutes the member is replaced by another that does the same.',
  source: partnerTypeSource,
  check: (cartridge, say, related) => missingPartnerType('manager', cartridge, say, related),
});
