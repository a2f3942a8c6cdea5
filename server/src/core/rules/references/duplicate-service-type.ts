import { linksTo } from '../../links/crossFileContext';
import { typeKey } from '../../model/keys';
import { literal } from '../../model/scalar';
import { cartridgeRule } from '../engine/rule';

export const duplicateServiceType = cartridgeRule({
  id: 'duplicate-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A service type stands once in a folder.',
  why: 'A cartridge that is deployed with the type of another replaces it without a word.',
  source: 'CloudControllerServiceImpl.java:154-164 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const type = literal(facts.type);
    const others = type && context.others(typeKey(type.text));
    if (!others || others.count === 0) return;
    report({
      at: { path: type.path },
      message: `type "${type.text}" stands in ${context.namesOf(others)}, too: whichever is deployed last replaces the other; give each a type of its own`,
      related: linksTo(
        others.first,
        facts => facts.type,
        () => 'the same type',
      ),
    });
  },
});
