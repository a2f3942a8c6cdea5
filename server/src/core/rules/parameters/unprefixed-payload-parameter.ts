import { meantBy, NEEDS_PREFIX, PAYLOAD_PREFIX } from '../../vocabulary/payloadParameters';
import { respelled } from '../support/respelled';
import { cartridgeRule } from '../engine/rule';

export const unprefixedPayloadParameter = cartridgeRule({
  id: 'unprefixed-payload-parameter',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `The name of a payload parameter begins with \`${PAYLOAD_PREFIX}\`; only \`PRIMARY\` stands without.`,
  why: 'The service manager hands a property to the instance only if its name begins with the prefix. Without it the agent never sees the parameter.',
  source: 'CartridgeMgtBehaviour.java:92-108, CartridgeConstants.java:65 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    for (const property of cartridge.properties.needsChecking) {
      const name = property.name.text;
      if (!NEEDS_PREFIX.includes(name)) continue;
      report(respelled(cartridge, property, meantBy(name), `${name} without the prefix ${PAYLOAD_PREFIX} is not handed to the instance`));
    }
  },
});
