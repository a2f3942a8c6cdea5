import { isClustered, payloadValue } from '../../model/cartridge';
import { literal } from '../../model/scalar';
import { API_MANAGER_GROUP, SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const serviceGroupParameterNotApim = cartridgeRule({
  id: 'service-group-parameter-not-apim',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: `\`${SERVICE_GROUP}\` of a clustered publisher or store is not exactly \`${API_MANAGER_GROUP}\`.`,
  requires: `\`${SERVICE_GROUP}\` of a clustered publisher or store with the \`serviceGroup\` \`apim\` is exactly \`apim\`.`,
  why: 'The agent joins publisher and store for this value only. With another one, they form two separate clusters.',
  source: 'DefaultExtensionHandler.java:544-591 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    const value = literal(payloadValue(cartridge, SERVICE_GROUP));
    const isMeant = ['publisher', 'apistore'].includes(facts.type?.text ?? '') && facts.serviceGroup?.text === API_MANAGER_GROUP;
    if (!isMeant || !isClustered(cartridge) || !value || value.text === API_MANAGER_GROUP) return;
    report({
      at: { path: value.path },
      message: `${SERVICE_GROUP} "${value.text}" is not valid here. Publisher and store form two separate clusters. Use "${API_MANAGER_GROUP}".`,
      explains: ['service-group-disagreement'],
      fixes: () => [setTo(SERVICE_GROUP, value, { value: API_MANAGER_GROUP, from: '' }, { preferred: true })],
    });
  },
});
