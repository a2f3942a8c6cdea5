import { payloadValue } from '../../model/cartridge';
import { difference } from '../../model/scalar';
import { MANAGER_SERVICE_TYPE, WORKER_SERVICE_TYPE } from '../../vocabulary/payloadParameters';
import { deleteParameter, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const ownServiceTypeMismatch = cartridgeRule({
  id: 'own-service-type-mismatch',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: '`WORKER_SERVICE_TYPE` of a worker, or `MANAGER_SERVICE_TYPE` of a manager, is not its own `type`.',
  requires:
    'A worker has no `WORKER_SERVICE_TYPE`, or its own `type` as the value. A manager has no `MANAGER_SERVICE_TYPE`, or its own `type`.',
  why: 'The agent uses its own service name and ignores the parameter. Another value misleads readers. Often it is the type of the partner, under the wrong name.',
  source: 'CartridgeAgentConfiguration.java:137-185 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    if (facts.role !== 'worker' && facts.role !== 'manager') return;
    const parameter = facts.role === 'worker' ? WORKER_SERVICE_TYPE : MANAGER_SERVICE_TYPE;
    const differing = difference(payloadValue(cartridge, parameter), facts.type);
    if (!differing) return;
    const [value, type] = differing;
    report({
      at: { path: value.path },
      message: `${parameter} "${value.text}" is ignored: the agent of a ${facts.role} uses its own type, "${type.text}". Set it to "${type.text}" or delete it.`,
      fixes: () => [setTo(parameter, value, { value: type.text, from: 'type of this file' }), deleteParameter(cartridge, parameter)],
    });
  },
});
