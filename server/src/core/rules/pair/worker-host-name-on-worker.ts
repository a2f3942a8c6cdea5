import { payloadValue } from '../../model/cartridge';
import { difference } from '../../model/scalar';
import { WORKER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { deleteParameter } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const workerHostNameOnWorker = cartridgeRule({
  id: 'worker-host-name-on-worker',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A worker needs no `WORKER_HOST_NAME`; if it has one, it is its own `host`.',
  why: 'The templates mean to read it on managers alone, but test with an assignment that is always true: a worker, too, publishes the host that it finds there.',
  source: 'esb carbon.xml.erb:48-61 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    const differing = facts.role === 'worker' ? difference(payloadValue(cartridge, WORKER_HOST_NAME), facts.host) : undefined;
    if (!differing) return;
    const [value] = differing;
    report({
      at: { path: value.path },
      message: `${WORKER_HOST_NAME} "${value.text}" is not the host of this worker, and it publishes that host all the same; delete it`,
      fixes: () => [{ ...deleteParameter(cartridge, WORKER_HOST_NAME), preferred: true }],
    });
  },
});
