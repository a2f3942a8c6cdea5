import { declaredRole, isClustered, payloadValue } from '../../model/cartridge';
import { literal } from '../../model/scalar';
import { API_MANAGER_GROUP, API_MANAGER_TYPES, SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { cartridgeRule } from '../engine/rule';

export const foreignApiManagerMember = cartridgeRule({
  id: 'foreign-api-manager-member',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: `Only the five members of the API Manager are in the group \`${API_MANAGER_GROUP}\`, and only its gateways have a role there.`,
  why: `With ${SERVICE_GROUP} ${API_MANAGER_GROUP} the agent follows a path of its own that knows five service types by name. Any other one is never ready, for ever; and of a role it takes no notice but on the gateways.`,
  source: 'DefaultExtensionHandler.java:544-611 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    const group = payloadValue(cartridge, SERVICE_GROUP);
    const type = literal(facts.type)?.text;
    if (group?.text !== API_MANAGER_GROUP || !isClustered(cartridge) || !type) return;
    if (!API_MANAGER_TYPES.includes(type)) {
      report({
        at: { path: group.path },
        message: `The agent knows no "${type}" in the group "${API_MANAGER_GROUP}", so the server never starts; give it another group, or one of the types ${API_MANAGER_TYPES.join(', ')}`,
      });
    } else if (facts.deployment && !type.startsWith('gateway') && declaredRole(facts)) {
      report({
        at: { path: facts.deployment.path },
        message: `A ${type} of the API Manager has no role, and waits for ever for a partner with DEPLOYMENT "${facts.role}"; delete DEPLOYMENT`,
        explains: ['missing-manager-service-type', 'missing-worker-service-type'],
      });
    }
  },
});
