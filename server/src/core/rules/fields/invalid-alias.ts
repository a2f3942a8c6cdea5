import { literal, textAt } from '../../model/scalar';
import { ruleOn } from '../engine/rule';

export const invalidAlias = ruleOn(['subscription'], {
  id: 'invalid-alias',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'An alias is made of lower-case letters and digits, with single dashes between them.',
  why: 'Subscribing is refused: "The alias … can contain only alpha-numeric lowercase characters".',
  source: 'CartridgeSubscriptionUtils.java (Private PaaS 4.0.0)',
  check({ root }, report) {
    const alias = literal(textAt(root, 'alias'));
    if (!alias || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(alias.text)) return;
    report({
      at: { path: alias.path },
      message: `Alias "${alias.text}" is refused; use lower-case letters and digits, with single dashes between them`,
    });
  },
});
