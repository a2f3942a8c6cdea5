import { unknownPartnerType, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const unknownWorkerServiceType = cartridgeRule({
  id: 'unknown-worker-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'No cartridge has the service type that a manager names as its worker.',
  requires: '`WORKER_SERVICE_TYPE` of a manager is the `type` of a cartridge in the workspace folder.',
  why: 'The agent of the manager logs "Service [ … ] is not found" every five seconds and never starts the server. The worker may be defined elsewhere: this is an error only if the folder has another possible worker, and a warning otherwise.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => unknownPartnerType('manager', cartridge, report, context),
});
