import { bareProperty, isApiManagerMember, isClustered } from '../../model/cartridge';
import { keptNote, PRIMARY } from '../../vocabulary/payloadParameters';
import { explainsEmpty, placeOfMissing, supplyOneOf } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const clusteringWithoutPrimary = cartridgeRule({
  id: 'clustering-without-primary',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A standalone cartridge with `CLUSTERING` has `PRIMARY` `true`, too.',
  why: 'The agent of a clustered server waits until enough primary members of its own cluster are there. Without PRIMARY there never are.',
  source: 'DefaultExtensionHandler.java:626-657 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    if (facts.role !== 'none' || isApiManagerMember(facts) || !isClustered(cartridge) || facts.primary !== 'not true') return;
    report({
      at: placeOfMissing(cartridge, bareProperty(cartridge, PRIMARY)),
      message: `CLUSTERING is true and ${PRIMARY} is not, so the server waits for primary members that never come; ${PRIMARY} must be "true"${keptNote(PRIMARY)}`,
      explains: explainsEmpty(PRIMARY),
      fixes: () => supplyOneOf(cartridge, PRIMARY, [{ value: 'true', from: '' }]),
    });
  },
});
