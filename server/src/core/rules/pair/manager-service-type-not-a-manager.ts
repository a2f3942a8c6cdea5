import { notAPartner, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const managerServiceTypeNotAManager = cartridgeRule({
  id: 'manager-service-type-not-a-manager',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker names the service type of a cartridge that is not a manager as its manager.',
  requires: 'The cartridge that a worker names by `MANAGER_SERVICE_TYPE` is another one, with `DEPLOYMENT` `manager`.',
  why: 'The agent finds its partner by service type alone. A standalone cartridge of this type has no member that answers as a manager, and the agent never asks the real manager.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => notAPartner('worker', cartridge, report, context),
});
