import { bareProperty, declaredRole } from '../model/cartridge';
import { isPlaceholder } from '../vocabulary/placeholders';
import { PRIMARY } from '../vocabulary/payloadParameters';
import { placeOfMissing, supplyOneOf } from './parameterFixes';
import type { Rule } from './rule';

export const missingPrimary: Rule = {
  id: 'missing-primary',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker and a manager have the property `PRIMARY` `true`, without the prefix.',
  why:
    'Only primary members are well known to the others. Without PRIMARY on the worker neither side ever starts; without it on the manager the pair ' +
    'forms only while the deployment policy asks for one member. The platform keeps the value it saw when the cartridge was first ' +
    'deployed: undeploying and deploying again does not change it.',
  source: 'DefaultExtensionHandler.java:661-825, AutoscalerUtil.java:184, TopologyBuilder.java:62,131-145 (Private PaaS 4.0.0)',
  *check(cartridge) {
    const role = declaredRole(cartridge.facts);
    const property = bareProperty(cartridge, PRIMARY);
    const value = property?.value?.text ?? '';
    if (!role || value.toLowerCase() === 'true' || isPlaceholder(value)) return;
    yield {
      at: placeOfMissing(cartridge, property),
      severity: role === 'worker' ? 'error' : 'warning',
      message:
        `${PRIMARY} is ${value ? JSON.stringify(value) : 'missing'}, ` +
        (role === 'worker'
          ? 'so no worker is known to the others and neither side of the pair ever starts; it must be "true"'
          : 'so the pair forms only while the manager has a single member; it must be "true"'),
      fixes: () => supplyOneOf(cartridge, PRIMARY, [{ value: 'true', from: '' }]),
    };
  },
};
