import { linksTo } from '../../links/crossFileContext';
import { typeKey } from '../../model/keys';
import { literal } from '../../model/scalar';
import { cartridgeRule } from '../engine/rule';

export const duplicateServiceType = cartridgeRule({
  id: 'duplicate-service-type',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'Two cartridges in a folder have the same service type.',
  requires: 'The cartridges in a folder have different service types.',
  why: 'A cartridge with the type of another one replaces it when it is deployed, without any message.',
  source: 'CloudControllerServiceImpl.java:154-164 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const type = literal(facts.type);
    const others = type && context.others(typeKey(type.text));
    if (!others || others.count === 0) return;
    report({
      at: { path: type.path },
      message: `type "${type.text}" is also the type in ${context.namesOf(others)}. The cartridge that is deployed last replaces the other. Use a different type for each.`,
      related: linksTo(
        others.first,
        facts => facts.type,
        () => 'cartridge with the same type',
      ),
    });
  },
});
