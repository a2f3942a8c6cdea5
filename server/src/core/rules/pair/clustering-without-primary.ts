import { bareProperty, isApiManagerMember, isClustered } from '../../model/cartridge';
import { keptNote, PRIMARY } from '../../vocabulary/payloadParameters';
import { explainsEmpty, placeOfMissing, supplyOneOf } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const clusteringWithoutPrimary = cartridgeRule({
  id: 'clustering-without-primary',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A standalone cartridge is clustered, and its `PRIMARY` is not `true`.',
  requires: 'A standalone cartridge with `CLUSTERING` `true` has `PRIMARY` `true`. Members of the API Manager need none.',
  why: 'The agent of a clustered server waits until its own cluster has enough primary members. Without PRIMARY it never has any.',
  source: 'DefaultExtensionHandler.java:626-657 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { facts } = cartridge;
    if (facts.role !== 'none' || isApiManagerMember(facts) || !isClustered(cartridge) || facts.primary !== 'not true') return;
    report({
      at: placeOfMissing(cartridge, bareProperty(cartridge, PRIMARY)),
      message: `${PRIMARY} is not true, but CLUSTERING is. The server waits for primary members indefinitely. Set ${PRIMARY} to "true".${keptNote(PRIMARY)}`,
      subject: PRIMARY,
      explains: explainsEmpty(PRIMARY),
      fixes: () => supplyOneOf(cartridge, PRIMARY, [{ value: 'true', from: '' }]),
    });
  },
});
