import { linkTo } from '../links/related';
import { payloadProperty, placeForMissingProperty } from '../model/cartridge';
import { member } from '../json/types';
import { isPlaceholder } from '../vocabulary/placeholders';
import { CONFIG_CLUSTERING } from '../vocabulary/configParameters';
import { counterparts } from './newerPair';
import { supplyParameter } from './parameterFixes';
import { cartridgeRule } from './rule';

export const clusteringMismatch = cartridgeRule({
  id: 'clustering-mismatch',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'A manager and its worker are both clustered, or neither is.',
  why: 'The one that is clustered looks for members of the other, which starts as a single node.',
  source: 'startup-handler.py:117-198 (cartridges of Private PaaS 4.1)',
  check(cartridge, say, related) {
    const value = payloadProperty(cartridge, CONFIG_CLUSTERING)?.value;
    if (member(cartridge.root, 'property') === undefined || value?.text === 'true' || isPlaceholder(value?.text ?? '')) return;
    const clustered = counterparts(cartridge, related).filter(end => end.facts.newer.clustering?.text === 'true');
    if (clustered.length === 0) return;
    say({
      at: value ? { path: value.path } : placeForMissingProperty(cartridge),
      message: `${CONFIG_CLUSTERING} is true in ${related.nameOf(clustered[0]!)} and ${value ? JSON.stringify(value.text) : 'missing'} here, so the two do not find each other; make them equal`,
      related: clustered.map(end => linkTo(end, end.facts.newer.clustering, `${CONFIG_CLUSTERING} of "${end.facts.type?.text}"`)),
      explains: ['invalid-clustering-value'],
      fixes: () => [supplyParameter(cartridge, CONFIG_CLUSTERING, { value: 'true', from: `as in ${related.nameOf(clustered[0]!)}` })],
    });
  },
});
