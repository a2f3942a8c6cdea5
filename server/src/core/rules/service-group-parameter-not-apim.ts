import { isClustered, payloadValue } from '../model/cartridge';
import { known } from '../model/text';
import { API_MANAGER_GROUP, SERVICE_GROUP } from '../vocabulary/payloadParameters';
import { setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

export const serviceGroupParameterNotApim = cartridgeRule({
  id: 'service-group-parameter-not-apim',
  dialects: ['4.0'],
  severity: 'error',
  summary: `${SERVICE_GROUP} of a clustered publisher or store is exactly \`${API_MANAGER_GROUP}\`.`,
  why: 'Only this word makes the agent take its API Manager path. With another one publisher and store form two clusters that never meet.',
  source: 'DefaultExtensionHandler.java:544-591 (Private PaaS 4.0.0)',
  check(cartridge, say) {
    const { facts } = cartridge;
    const value = known(payloadValue(cartridge, SERVICE_GROUP));
    const isMeant = ['publisher', 'apistore'].includes(facts.type?.text ?? '') && facts.serviceGroup?.text === API_MANAGER_GROUP;
    if (!isMeant || !isClustered(cartridge) || !value || value.text === API_MANAGER_GROUP) return;
    say({
      at: { path: value.path },
      message: `${SERVICE_GROUP} is "${value.text}" and has to be exactly "${API_MANAGER_GROUP}" here, or publisher and store form two clusters that never meet; set it`,
      explains: ['service-group-disagreement'],
      fixes: () => [setTo(SERVICE_GROUP, value, { value: API_MANAGER_GROUP, from: '' }, { preferred: true })],
    });
  },
});
