import { linkTo } from '../links/related';
import { isApiManagerMember, payloadValue } from '../model/cartridge';
import { known } from '../model/text';
import { hostNamesNeededBy } from './apiManagerHosts';
import { derivedFrom, holdable, setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

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
      const hosts = member.cartridges.map(end => known(end.facts.host));
      if (!value || hosts.length === 0 || !hosts.every(host => host && host.text !== value.text)) continue;
      say({
        at: { path: value.path },
        subject: parameter,
        message: `${parameter} is "${value.text}", but the host of the ${member.type} is "${hosts[0]!.text}" in ${related.nameOf(member.cartridges[0]!)}; take that`,
        related: member.cartridges.map(end => linkTo(end, end.facts.host, `host of "${member.type}"`)),
        fixes: () =>
          holdable(member.cartridges.map(end => derivedFrom(related, end, 'host', end.facts.host))).map(derived =>
            setTo(parameter, value, derived, { preferred: true }),
          ),
      });
    }
  },
});
