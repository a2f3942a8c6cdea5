import {
  CLUSTERING,
  DEPLOYMENT,
  MANAGER_SERVICE_TYPE,
  PAYLOAD_PREFIX,
  PRIMARY,
  SERVICE_GROUP,
  WORKER_SERVICE_TYPE,
} from '../../vocabulary/payloadParameters';
import { deleteEntry } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

const LEFTOVERS: readonly string[] = [DEPLOYMENT, SERVICE_GROUP, MANAGER_SERVICE_TYPE, WORKER_SERVICE_TYPE, PRIMARY, CLUSTERING];

export const leftoverParameter = cartridgeRule({
  id: 'leftover-4-0-parameter',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'info',
  summary: 'A cartridge of 4.1 has a parameter by which only 4.0 separates workers and managers.',
  requires: 'A cartridge of 4.1 has none of the parameters by which 4.0 separates workers and managers.',
  why: '4.1 drops DEPLOYMENT and does not read the others. There the service type and CONFIG_PARAM_CLUSTERING decide.',
  source: 'ApplicationUtils.java:208-214, BasicPayloadData.java:90 (Stratos 4.1.4); startup-handler.py of the cartridges of 4.1',
  check({ properties }, report) {
    for (const property of properties) {
      const { text } = property.name;
      const parameter = text.startsWith(PAYLOAD_PREFIX) ? text.slice(PAYLOAD_PREFIX.length) : text === PRIMARY ? text : '';
      if (!LEFTOVERS.includes(parameter)) continue;
      report({
        at: { path: property.name.path },
        message: `${parameter} is a parameter of 4.0. Nothing in 4.1 reads it. Delete it.`,
        fixes: () => [deleteEntry(parameter, property)],
      });
    }
  },
});
