import { declaredRole, payloadProperty, payloadValue } from '../model/cartridge';
import { isPlaceholder } from '../vocabulary/placeholders';
import { CLUSTERING } from '../vocabulary/payloadParameters';
import { placeOfMissing, supplyOneOf } from './parameterFixes';
import { cartridgeRule } from './rule';

export const missingClustering = cartridgeRule({
  id: 'missing-clustering',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker and a manager have the payload parameter `CLUSTERING` `true`.',
  why: 'Otherwise the agent starts the server at once, as a single node, and its partner forms a cluster with servers that know of none.',
  source: 'DefaultExtensionHandler.java:858-915 (Private PaaS 4.0.0)',
  *check(cartridge) {
    const role = declaredRole(cartridge.facts);
    const value = payloadValue(cartridge, CLUSTERING)?.text ?? '';
    if (!role || value.toLowerCase() === 'true' || isPlaceholder(value)) return;
    yield {
      at: placeOfMissing(cartridge, payloadProperty(cartridge, CLUSTERING)),
      message: `Payload parameter ${CLUSTERING} is ${value ? JSON.stringify(value) : 'missing'}, so the ${role} starts as a single node and joins no cluster; it must be "true"`,
      fixes: () => supplyOneOf(cartridge, CLUSTERING, [{ value: 'true', from: '' }]),
    };
  },
});
