import { mustAgree, violatesWithAll } from '../links/comparison';
import { andMore, linksTo } from '../links/related';
import { allOf } from '../links/several';
import { isApiManagerMember, payloadValue } from '../model/cartridge';
import { known } from '../model/text';
import { hostNamesNeededBy } from './apiManagerHosts';
import { derivedFromEach, holdable, hostOf, setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

const sameHost = mustAgree(hostOf);

export const apiManagerHostNameMismatch = cartridgeRule({
  id: 'api-manager-host-name-mismatch',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The hosts that the members of the API Manager know are those of the members beside them.',
  why: 'The host goes into their configuration as it is: with another one they call where nobody answers.',
  source: 'apimanager api-manager.xml.erb:56,135,151,260,318, start-servers.sh.erb:112-137 (Private PaaS 4.0.0)',
  check(cartridge, say, related) {
    if (!isApiManagerMember(cartridge.facts)) return;
    for (const { parameter, member } of hostNamesNeededBy(cartridge, related)) {
      const value = known(payloadValue(cartridge, parameter));
      if (!value || !violatesWithAll(value.text, member.cartridges, sameHost)) continue;
      const [first] = member.cartridges;
      say({
        at: { path: value.path },
        subject: parameter,
        message: `${parameter} is "${value.text}", but the host of the ${member.type} is "${first!.facts.host!.text}" in ${related.nameOf(first!)}${andMore(allOf(member.cartridges))}; take that`,
        related: linksTo(
          member.cartridges,
          facts => facts.host,
          () => `host of "${member.type}"`,
        ),
        fixes: () =>
          holdable(derivedFromEach(related, member.cartridges, 'host', hostOf)).map(derived =>
            setTo(parameter, value, derived, { preferred: true }),
          ),
      });
    }
  },
});
