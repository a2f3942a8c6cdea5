import { notAPartner, partnerTypeSource } from '../support/partnerType';
import { cartridgeRule } from '../engine/rule';

export const workerServiceTypeNotAWorker = cartridgeRule({
  id: 'worker-service-type-not-a-worker',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The service type that a manager names as its worker is that of a worker.',
  why: 'The agent looks its partner up by service type alone. A standalone cartridge of that type has no member that answers as a worker, and the real worker is never asked. The shipped folders hold one: `esb` is the standalone cartridge, `esbworker` the worker.',
  source: partnerTypeSource,
  check: (cartridge, report, context) => notAPartner('manager', cartridge, report, context),
});
