import { linksTo } from '../links/related';
import { typeKey } from '../model/keys';
import { known } from '../model/text';
import { cartridgeRule } from './rule';

export const duplicateServiceType = cartridgeRule({
  id: 'duplicate-service-type',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A service type stands once in a folder.',
  why: 'A cartridge that is deployed with the type of another replaces it without a word.',
  source: 'CloudControllerServiceImpl.java:154-164 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const type = known(facts.type);
    const others = type && related.others(typeKey(type.text));
    if (!others || others.count === 0) return;
    say({
      at: { path: type.path },
      message: `type "${type.text}" stands in ${related.namesOf(others)}, too: whichever is deployed last replaces the other; give each a type of its own`,
      related: linksTo(
        others.first,
        facts => facts.type,
        () => 'the same type',
      ),
    });
  },
});
