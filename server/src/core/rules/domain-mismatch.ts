import { linkTo } from '../links/related';
import { payloadProperty } from '../model/cartridge';
import { differ } from '../model/text';
import { CONFIG_DOMAIN } from '../vocabulary/configParameters';
import { counterparts } from './newerPair';
import { derivedFrom, distinct, setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

export const domainMismatch = cartridgeRule({
  id: 'domain-mismatch',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'A manager and its worker have the same clustering domain.',
  why: 'Members of different domains form different clusters.',
  source: 'axis2.xml templates (cartridges of Private PaaS 4.1)',
  check(cartridge, say, related) {
    const value = payloadProperty(cartridge, CONFIG_DOMAIN)?.value;
    const others = counterparts(cartridge, related);
    if (!value || others.length === 0 || !others.every(end => differ(value, end.facts.newer.domain))) return;
    say({
      at: { path: value.path },
      message: `${CONFIG_DOMAIN} is "${value.text}" here and "${others[0]!.facts.newer.domain!.text}" in ${related.nameOf(others[0]!)}, so the two form different clusters; give both the same`,
      related: others.map(end => linkTo(end, end.facts.newer.domain, `${CONFIG_DOMAIN} of "${end.facts.type?.text}"`)),
      fixes: () =>
        distinct(others.map(end => derivedFrom(related, end, CONFIG_DOMAIN, end.facts.newer.domain))).map(derived =>
          setTo(CONFIG_DOMAIN, value, derived),
        ),
    });
  },
});
