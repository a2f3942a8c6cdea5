import { literal, textAt } from '../../model/scalar';
import { ruleOn } from '../engine/rule';

export const invalidAlias = ruleOn(['subscription'], {
  id: 'invalid-alias',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'An alias is not made of lower-case letters and digits, with single dashes between them.',
  why: 'The server refuses the subscription: "The alias … can contain only alpha-numeric lowercase characters".',
  source: 'CartridgeSubscriptionUtils.java (Private PaaS 4.0.0)',
  check({ root }, report) {
    const alias = literal(textAt(root, 'alias'));
    if (!alias || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(alias.text)) return;
    report({
      at: { path: alias.path },
      message: `"${alias.text}" is not valid as an alias. The server refuses it. Use lower-case letters and digits, with single dashes between them.`,
    });
  },
});
