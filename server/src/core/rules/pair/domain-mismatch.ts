import type { CartridgeFacts } from '../../model/facts';
import { mustAgree, violatesWithAll } from '../../links/comparison';
import { andMore, linksTo } from '../../links/crossFileContext';
import { allOf } from '../../links/several';
import { payloadProperty } from '../../model/cartridge';
import { literal } from '../../model/scalar';
import { CONFIG_DOMAIN } from '../../vocabulary/configParameters';
import { derivedFromEach, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

const domainOf = ({ v41 }: CartridgeFacts): string | undefined => literal(v41.domain)?.text;
const sameDomain = mustAgree(domainOf);

export const domainMismatch = cartridgeRule({
  id: 'domain-mismatch',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'A manager and its worker have different clustering domains.',
  requires: 'A manager and its worker have the same clustering domain.',
  why: 'Members of different domains form different clusters.',
  source: 'axis2.xml templates (cartridges of Private PaaS 4.1)',
  check(cartridge, report, context) {
    const value = payloadProperty(cartridge, CONFIG_DOMAIN)?.value;
    const others = context.partners();
    const [other] = others;
    if (!value || !other || !violatesWithAll(literal(value)?.text, others, sameDomain)) return;
    report({
      at: { path: value.path },
      message: `${CONFIG_DOMAIN} is "${value.text}" here and "${domainOf(other.facts)}" in ${context.nameOf(other)}${andMore(allOf(others))}. The two form different clusters. Use the same domain in both.`,
      related: linksTo(
        others,
        facts => facts.v41.domain,
        facts => `${CONFIG_DOMAIN} of "${facts.type?.text}"`,
      ),
      fixes: () => derivedFromEach(context, others, CONFIG_DOMAIN, domainOf).map(derived => setTo(CONFIG_DOMAIN, value, derived)),
    });
  },
});
