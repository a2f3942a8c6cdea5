import type { LinkedFile } from '../../links/linkedFile';
import { linksTo } from '../../links/crossFileContext';
import { about } from '../../links/several';
import { typeKey } from '../../model/keys';
import { literal, textAt } from '../../model/scalar';
import { ruleOn } from '../engine/rule';

const haveNone = (cartridges: readonly LinkedFile[]): boolean => cartridges.every(({ facts }) => !facts.hasPersistence);

export const missingPersistence = ruleOn(['subscription'], {
  id: 'missing-persistence',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A subscription wants a volume, and its cartridge has no `persistence`.',
  requires: 'A cartridge has `persistence` if a subscription to it wants a volume.',
  why: 'The server refuses the subscription: "Persistence Mapping not supported by the cartridge type".',
  source: 'CartridgeSubscriptionManager.java:649 (Private PaaS 4.0.0)',
  check({ facts, root }, report, context) {
    const type = literal(facts.cartridgeType);
    const wanted = textAt(root, 'persistanceRequired');
    if (!type || !wanted || !/^(true|1)$/.test(wanted.text)) return;
    const cartridges = context.find(typeKey(type.text));
    if (cartridges.length === 0 || !about(cartridges, haveNone)) return;
    report({
      at: { path: wanted.path },
      message: `persistanceRequired is ${wanted.text}, and cartridge "${type.text}" has no persistence. The server refuses the subscription. Add persistence to the cartridge.`,
      related: linksTo(
        cartridges,
        facts => facts.type,
        facts => `cartridge "${facts.type?.text}"`,
      ),
    });
  },
});
