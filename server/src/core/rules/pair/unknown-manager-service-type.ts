import { unknownPartnerType, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const unknownManagerServiceType = cartridgeRule({
  id: 'unknown-manager-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'No cartridge has the service type that a worker names as its manager.',
  requires: '`MANAGER_SERVICE_TYPE` of a worker is the `type` of a cartridge in the workspace folder.',
  why: 'The agent of the worker logs "Service [ … ] is not found" every five seconds and never starts the server. The manager may be defined elsewhere: this is an error only if the folder has another possible manager, and a warning otherwise.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => unknownPartnerType('worker', cartridge, report, context),
});
