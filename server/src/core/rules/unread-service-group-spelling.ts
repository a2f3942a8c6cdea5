import { payloadValue } from '../model/cartridge';
import { given } from '../model/text';
import { PAYLOAD_PREFIX, SERVICE_GROUP, UNREAD_SERVICE_GROUP } from '../vocabulary/payloadParameters';
import { cartridgeRule } from './rule';

export const unreadServiceGroupSpelling = cartridgeRule({
  id: 'unread-service-group-spelling',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `The payload parameter is spelled \`${SERVICE_GROUP}\`, as the agent spells it.`,
  why: 'Nothing in the platform reads SERVICE_GROUP: the constant in the agent is misspelled, so the misspelled name is the one that works.',
  source: 'CartridgeAgentConstants.java:33,83 (Private PaaS 4.0.0)',
  *check(cartridge) {
    const there = given(payloadValue(cartridge, SERVICE_GROUP)) !== undefined;
    for (const property of cartridge.properties) {
      if (property.name.text !== PAYLOAD_PREFIX + UNREAD_SERVICE_GROUP) continue;
      yield {
        at: { path: property.name.path },
        message: there
          ? `Nothing reads ${UNREAD_SERVICE_GROUP}; ${SERVICE_GROUP}, the agent's own spelling, stands here already: delete this one`
          : `Nothing reads ${UNREAD_SERVICE_GROUP}: the agent spells it ${SERVICE_GROUP}, so the group is missing; rename it`,
        explains: ['missing-service-group-parameter'],
        fixes: () => [
          there
            ? { title: `Delete ${UNREAD_SERVICE_GROUP}`, edits: [{ op: 'remove', path: property.path }], preferred: true }
            : {
                title: `Rename to ${SERVICE_GROUP} (the agent's spelling)`,
                edits: [{ op: 'set', path: property.name.path, value: PAYLOAD_PREFIX + SERVICE_GROUP }],
                preferred: true,
                automatic: true,
              },
        ],
      };
    }
  },
});
