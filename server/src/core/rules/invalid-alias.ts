import { known, textAt } from '../model/text';
import { ruleOn } from './rule';

export const invalidAlias = ruleOn(['subscription'], {
  id: 'invalid-alias',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'An alias is made of lower-case letters and digits, with single dashes between them.',
  why: 'Subscribing is refused: "The alias … can contain only alpha-numeric lowercase characters".',
  source: 'CartridgeSubscriptionUtils.java (Private PaaS 4.0.0)',
  check({ root }, say) {
    const alias = known(textAt(root, 'alias'));
    if (!alias || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(alias.text)) return;
    say({
      at: { path: alias.path },
      message: `Alias "${alias.text}" is refused; use lower-case letters and digits, with single dashes between them`,
    });
  },
});
