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
  summary: 'If a worker states `WORKER_SERVICE_TYPE`, or a manager `MANAGER_SERVICE_TYPE`, it is its own `type`.',
  why: 'The agent takes its own service name for that and ignores the parameter. Another value there misleads the reader, and is often the partner that stands under the wrong name.',
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
      message: `${parameter} of a ${facts.role} is its own type, "${type.text}", and the agent ignores "${value.text}" here; set it to that, or delete it`,
      fixes: () => [setTo(parameter, value, { value: type.text, from: 'type of this file' }), deleteParameter(cartridge, parameter)],
    });
  },
});
