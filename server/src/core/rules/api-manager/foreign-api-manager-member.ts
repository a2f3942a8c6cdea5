import { declaredRole, isClustered, payloadValue } from '../../model/cartridge';
import { literal } from '../../model/scalar';
import { API_MANAGER_GROUP, API_MANAGER_TYPES, SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { cartridgeRule } from '../engine/rule';

export const foreignApiManagerMember = cartridgeRule({
  id: 'foreign-api-manager-member',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: `A cartridge in the group \`${API_MANAGER_GROUP}\` is none of the five API Manager members, or has a role and is not a gateway.`,
  requires: 'A clustered cartridge in the group `apim` is one of the five API Manager members, and only a gateway has a role.',
  why: `With ${SERVICE_GROUP} ${API_MANAGER_GROUP} the agent handles five service types by name. A cartridge of any other type is never ready, and the agent uses the role of the gateways only.`,
  source: 'DefaultExtensionHandler.java:544-611 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    const group = payloadValue(cartridge, SERVICE_GROUP);
    const type = literal(facts.type)?.text;
    if (group?.text !== API_MANAGER_GROUP || !isClustered(cartridge) || !type) return;
    if (!API_MANAGER_TYPES.includes(type)) {
      report({
        at: { path: group.path },
        message: `${SERVICE_GROUP} "${API_MANAGER_GROUP}" is not valid for the type "${type}". The server never starts. Use another group, or one of the types ${API_MANAGER_TYPES.join(', ')}.`,
      });
    } else if (facts.deployment && !type.startsWith('gateway') && declaredRole(facts)) {
      report({
        at: { path: facts.deployment.path },
        message: `DEPLOYMENT "${facts.role}" is not valid for the ${type} of the API Manager. Its server waits for a partner indefinitely. Delete DEPLOYMENT.`,
        explains: ['missing-manager-service-type', 'missing-worker-service-type'],
      });
    }
  },
});
