import { parameterProperty, type Cartridge } from '../../model/cartridge';
import type { Property } from '../../model/property';
import { KNOWN_PARAMETERS, meantBy, PAYLOAD_PREFIX, PRIMARY } from '../../vocabulary/payloadParameters';
import { letterDistance } from '../../vocabulary/letterDistance';
import { respelled } from '../support/respelled';
import { cartridgeRule } from '../engine/rule';

export const misspelledPayloadParameter = cartridgeRule({
  id: 'misspelled-payload-parameter',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The name of a payload parameter is misspelled.',
  requires: 'The name of a payload parameter is spelled as the agent reads it.',
  why: 'The instance gets the unknown name, but nothing reads it. The intended parameter is missing.',
  source: 'CartridgeAgentConfiguration.java:130-336, CartridgeAgentConstants.java:33 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    for (const property of cartridge.properties.needsChecking) {
      const meant = misspelled(cartridge, property);
      if (meant) report(respelled(cartridge, property, meant, `${property.name.text} is unknown: nothing reads it.`));
    }
  },
});

/** The known parameter that a name is a slip away from, if the file lacks it: one letter, two in a name of ten or more. */
function misspelled(cartridge: Cartridge, { name: { text } }: Property): string | undefined {
  const isPayload = text.startsWith(PAYLOAD_PREFIX);
  const name = isPayload ? text.slice(PAYLOAD_PREFIX.length) : text;
  const known = isPayload ? KNOWN_PARAMETERS : [PRIMARY];
  if (KNOWN_PARAMETERS.includes(name)) return undefined;
  const slips = known
    .map(parameter => ({ parameter, letters: letterDistance(name.toUpperCase(), parameter, parameter.length >= 10 ? 2 : 1) }))
    .filter(({ letters }) => letters < Infinity)
    .sort((a, b) => a.letters - b.letters);
  return slips.map(({ parameter }) => meantBy(parameter)).find(parameter => !parameterProperty(cartridge, parameter));
}
