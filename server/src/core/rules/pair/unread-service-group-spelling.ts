import { PAYLOAD_PREFIX, SERVICE_GROUP, UNREAD_SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { respelled } from '../support/respelled';
import { cartridgeRule } from '../engine/rule';

export const unreadServiceGroupSpelling = cartridgeRule({
  id: 'unread-service-group-spelling',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `The payload parameter is spelled \`${SERVICE_GROUP}\`, as the agent spells it.`,
  why: 'Nothing in the platform reads SERVICE_GROUP: the constant in the agent is misspelled, so the misspelled name is the one that works.',
  source: 'CartridgeAgentConstants.java:33,83 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    for (const property of cartridge.properties.needsChecking) {
      if (property.name.text !== PAYLOAD_PREFIX + UNREAD_SERVICE_GROUP) continue;
      report(respelled(cartridge, property, SERVICE_GROUP, `Nothing reads ${UNREAD_SERVICE_GROUP}: the agent spells it ${SERVICE_GROUP}`));
    }
  },
});
