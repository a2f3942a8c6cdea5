import { meantBy, NEEDS_PREFIX, PAYLOAD_PREFIX, SERVICE_GROUP, UNREAD_SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { respelled } from '../support/respelled';
import { cartridgeRule } from '../engine/rule';

const problemOf = (name: string): string =>
  name === UNREAD_SERVICE_GROUP
    ? `${name} needs the prefix "${PAYLOAD_PREFIX}" and the spelling of the agent, ${SERVICE_GROUP} (sic).`
    : `${name} needs the prefix "${PAYLOAD_PREFIX}"; without it the instance does not get it.`;

export const unprefixedPayloadParameter = cartridgeRule({
  id: 'unprefixed-payload-parameter',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `A payload parameter does not have the prefix \`${PAYLOAD_PREFIX}\`, which only \`PRIMARY\` does not need.`,
  requires: 'The name of a payload parameter begins with `payload_parameter.`. Only `PRIMARY` has no prefix.',
  why: 'The service manager passes a property to the instance only if its name begins with the prefix. Without it, the agent does not get the parameter.',
  source: 'CartridgeMgtBehaviour.java:92-108, CartridgeConstants.java:65 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    for (const property of cartridge.properties.needsChecking) {
      const name = property.name.text;
      if (!NEEDS_PREFIX.includes(name)) continue;
      report(respelled(cartridge, property, meantBy(name), problemOf(name)));
    }
  },
});
