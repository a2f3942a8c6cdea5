import { mustAgree, violatesWithAll } from '../links/comparison';
import { andMore, linksTo } from '../links/related';
import { allOf } from '../links/several';
import { payloadProperty, type CartridgeFacts } from '../model/cartridge';
import { known } from '../model/text';
import { CONFIG_DOMAIN } from '../vocabulary/configParameters';
import { counterparts } from './newerPair';
import { derivedFromEach, setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

const domainOf = ({ newer }: CartridgeFacts): string | undefined => known(newer.domain)?.text;
const sameDomain = mustAgree(domainOf);

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
    if (!value || !violatesWithAll(known(value)?.text, others, sameDomain)) return;
    say({
      at: { path: value.path },
      message: `${CONFIG_DOMAIN} is "${value.text}" here and "${others[0]!.facts.newer.domain!.text}" in ${related.nameOf(others[0]!)}${andMore(allOf(others))}, so the two form different clusters; give both the same`,
      related: linksTo(
        others,
        facts => facts.newer.domain,
        facts => `${CONFIG_DOMAIN} of "${facts.type?.text}"`,
      ),
      fixes: () => derivedFromEach(related, others, CONFIG_DOMAIN, domainOf).map(derived => setTo(CONFIG_DOMAIN, value, derived)),
    });
  },
});
