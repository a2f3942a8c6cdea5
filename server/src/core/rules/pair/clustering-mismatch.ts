import type { CartridgeFacts } from '../../model/facts';
import { linksTo } from '../../links/crossFileContext';
import { allOf, having } from '../../links/several';
import { payloadProperty, placeForMissingProperty } from '../../model/cartridge';
import { member } from '../../json/types';
import type { LocatedString } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { CONFIG_CLUSTERING } from '../../vocabulary/configParameters';
import { supplyParameter } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

const clusteringAt = ({ v41 }: CartridgeFacts): LocatedString | undefined => v41.clustering;
const clusteringOf = (facts: CartridgeFacts): string | undefined => clusteringAt(facts)?.text;

export const clusteringMismatch = cartridgeRule({
  id: 'clustering-mismatch',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'A manager is clustered and its worker is not, or the other way round.',
  requires: 'A manager and its worker are both clustered, or neither is.',
  why: 'The clustered one looks for members of the other, which starts as a single node.',
  source: 'startup-handler.py:117-198 (cartridges of Private PaaS 4.1)',
  check(cartridge, report, context) {
    const value = payloadProperty(cartridge, CONFIG_CLUSTERING)?.value;
    if (member(cartridge.root, 'property') === undefined || value?.text === 'true' || isPlaceholder(value?.text ?? '')) return;
    const clustered = having(context.partners(), clusteringOf, 'true');
    const [first] = clustered;
    if (!first) return;
    report({
      at: value ? { path: value.path } : placeForMissingProperty(cartridge),
      subject: CONFIG_CLUSTERING,
      message: `${CONFIG_CLUSTERING} is ${value ? JSON.stringify(value.text) : 'missing'} here and "true" in ${context.namesOf(allOf(clustered))}. The two do not find each other. Use the same value in both.`,
      related: linksTo(clustered, clusteringAt, facts => `${CONFIG_CLUSTERING} of "${facts.type?.text}"`),
      explains: ['invalid-clustering-value'],
      fixes: () => [supplyParameter(cartridge, CONFIG_CLUSTERING, { value: 'true', from: `as in ${context.nameOf(first)}` })],
    });
  },
});
