import type { CartridgeFacts } from '../../model/facts';
import type { LinkedFile } from '../../links/linkedFile';
import { linksTo, type CartridgeContext } from '../../links/crossFileContext';
import { declaredRole, isApiManagerMember, payloadProperty, propertyFlag, type Cartridge } from '../../model/cartridge';
import { allOf, having } from '../../links/several';
import { typeKey } from '../../model/keys';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { CLUSTERING } from '../../vocabulary/payloadParameters';
import { explainsEmpty, placeOfMissing, supplyOneOf } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const missingClustering = cartridgeRule({
  id: 'missing-clustering',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker or a manager does not have the payload parameter `CLUSTERING` `true`.',
  requires:
    'A worker and a manager have the payload parameter `CLUSTERING` with the value `true`. So has a publisher or a store of the API Manager whose counterpart is clustered.',
  why: 'The agent then starts the server at once, as a single node. Its partner forms a cluster with servers that are not clustered.',
  source: 'DefaultExtensionHandler.java:858-915 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const role = declaredRole(cartridge.facts);
    const clusteredOther = role ? [] : clusteredCounterparts(cartridge, context);
    const value = cartridge.facts.clustering?.text ?? '';
    if ((!role && clusteredOther.length === 0) || value.toLowerCase() === 'true' || isPlaceholder(value)) return;
    report({
      at: placeOfMissing(cartridge, payloadProperty(cartridge, CLUSTERING)),
      severity: role ? 'error' : 'warning',
      message: role
        ? `${CLUSTERING} is ${value ? JSON.stringify(value) : 'missing'}. The ${role} starts as a single node and joins no cluster. Set ${CLUSTERING} to "true".`
        : `${CLUSTERING} is ${value ? JSON.stringify(value) : 'missing'} here and "true" in ${context.namesOf(allOf(clusteredOther))}. The server there waits for this one. Use the same value in both.`,
      related: linksTo(
        clusteredOther,
        facts => facts.clustering,
        facts => `${CLUSTERING} of "${facts.type?.text}"`,
      ),
      subject: CLUSTERING,
      explains: explainsEmpty(CLUSTERING),
      fixes: () => supplyOneOf(cartridge, CLUSTERING, [{ value: 'true', from: '' }]),
    });
  },
});

/** Publisher and store of the API Manager form one cluster. */
function clusteredCounterparts({ facts }: Cartridge, context: CartridgeContext): readonly LinkedFile[] {
  const other = isApiManagerMember(facts) ? { publisher: 'apistore', apistore: 'publisher' }[facts.type.text] : undefined;
  return other ? having(context.find(typeKey(other)), clusteredMember, 'true') : [];
}

const clusteredMember = (facts: CartridgeFacts): string | undefined =>
  isApiManagerMember(facts) ? propertyFlag(facts.clustering) : undefined;
