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
  summary: 'A worker has a `WORKER_HOST_NAME` that is not its own `host`.',
  requires: 'A worker has no `WORKER_HOST_NAME`, or its own `host` as the value.',
  why: 'The templates are meant to read it on managers only, but they test the role with an assignment, which is always true. A worker also publishes the host in this parameter.',
  source: 'esb carbon.xml.erb:48-61 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    const differing = facts.role === 'worker' ? difference(payloadValue(cartridge, WORKER_HOST_NAME), facts.host) : undefined;
    if (!differing) return;
    const [value] = differing;
    report({
      at: { path: value.path },
      message: `${WORKER_HOST_NAME} "${value.text}" is not the host of this worker. The worker publishes it as its own address. Delete the parameter.`,
      fixes: () => [{ ...deleteParameter(cartridge, WORKER_HOST_NAME), preferred: true }],
    });
  },
});
