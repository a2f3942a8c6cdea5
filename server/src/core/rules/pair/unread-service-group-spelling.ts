import { PAYLOAD_PREFIX, SERVICE_GROUP, UNREAD_SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { respelled } from '../support/respelled';
import { cartridgeRule } from '../engine/rule';

export const unreadServiceGroupSpelling = cartridgeRule({
  id: 'unread-service-group-spelling',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `A payload parameter is spelled \`${UNREAD_SERVICE_GROUP}\`, which the agent does not read.`,
  requires: `The payload parameter with the service group is spelled \`${SERVICE_GROUP}\`.`,
  why: 'Nothing in the platform reads SERVICE_GROUP. The constant in the agent is misspelled, and only the misspelled name works.',
  source: 'CartridgeAgentConstants.java:33,83 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    for (const property of cartridge.properties.needsChecking) {
      if (property.name.text !== PAYLOAD_PREFIX + UNREAD_SERVICE_GROUP) continue;
      report(respelled(cartridge, property, SERVICE_GROUP, `${UNREAD_SERVICE_GROUP} is ignored: the agent reads ${SERVICE_GROUP} (sic).`));
    }
  },
});
