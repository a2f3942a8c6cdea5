import { notAPartner, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const workerServiceTypeNotAWorker = cartridgeRule({
  id: 'worker-service-type-not-a-worker',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A manager names the service type of a cartridge that is not a worker as its worker.',
  requires: 'The cartridge that a manager names by `WORKER_SERVICE_TYPE` is another one, with `DEPLOYMENT` `worker`.',
  why: 'The agent finds its partner by service type alone. A standalone cartridge of this type has no member that answers as a worker, and the agent never asks the real worker. The product ships such a pair of types: `esb` is the standalone cartridge, `esbworker` is the worker.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => notAPartner('manager', cartridge, report, context),
});
