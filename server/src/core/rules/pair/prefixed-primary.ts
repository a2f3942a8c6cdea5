import { declaredRole, propertyFlag } from '../../model/cartridge';
import { PAYLOAD_PREFIX, PRIMARY } from '../../vocabulary/payloadParameters';
import { setValue } from '../support/parameterFixes';
import { respelled } from '../support/respelled';
import { cartridgeRule, editHere, editsHere } from '../engine/rule';

export const prefixedPrimary = cartridgeRule({
  id: 'prefixed-primary',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: '`PRIMARY` has the prefix `payload_parameter.`, which it must not have.',
  requires: '`PRIMARY` has no prefix, unlike all payload parameters.',
  why: 'The cloud controller reads PRIMARY from the properties without the prefix, and overwrites the payload parameter of this name.',
  source: 'CloudControllerServiceImpl.java:302-309, TopologyBuilder.java:131-145 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const isWanted = declaredRole(cartridge.facts) !== undefined;
    for (const property of cartridge.properties.needsChecking) {
      if (property.name.text !== PAYLOAD_PREFIX + PRIMARY) continue;
      const problem = respelled(
        cartridge,
        property,
        PRIMARY,
        `${property.name.text} is ignored: the platform reads ${PRIMARY} without the prefix.`,
      );
      const isFalse = isWanted && propertyFlag(property.value) === 'not true';
      report({
        ...problem,
        fixes: () =>
          problem
            .fixes()
            .map(fix =>
              isFalse && fix.applicability === 'safe'
                ? { ...fix, change: editHere([...editsHere(fix.change), setValue(property, 'true')]) }
                : fix,
            ),
      });
    }
  },
});
