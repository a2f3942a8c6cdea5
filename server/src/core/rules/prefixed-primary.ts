import { declaredRole, truthOf } from '../model/cartridge';
import { PAYLOAD_PREFIX, PRIMARY } from '../vocabulary/payloadParameters';
import { setValue } from './parameterFixes';
import { respelled } from './respelled';
import { cartridgeRule } from './rule';

export const prefixedPrimary = cartridgeRule({
  id: 'prefixed-primary',
  dialects: ['4.0'],
  severity: 'warning',
  summary: '`PRIMARY` is a plain property, without `payload_parameter.`.',
  why: 'The cloud controller takes PRIMARY from the plain properties and writes it over whatever the payload says: with the prefix it is never read.',
  source: 'CloudControllerServiceImpl.java:302-309, TopologyBuilder.java:131-145 (Private PaaS 4.0.0)',
  check(cartridge, say) {
    const isWanted = declaredRole(cartridge.facts) !== undefined;
    for (const property of cartridge.properties.doubtful) {
      if (property.name.text !== PAYLOAD_PREFIX + PRIMARY) continue;
      const problem = respelled(
        cartridge,
        property,
        PRIMARY,
        `${property.name.text} is overwritten and never read, for ${PRIMARY} has no prefix`,
      );
      const isFalse = isWanted && truthOf(property.value) === 'not true';
      say({
        ...problem,
        fixes: () =>
          problem.fixes!().map(fix => (isFalse && fix.automatic ? { ...fix, edits: [...fix.edits, setValue(property, 'true')] } : fix)),
      });
    }
  },
});
