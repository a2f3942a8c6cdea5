import { linksTo } from '../links/related';
import { isApiManagerMember, payloadProperty, payloadValue } from '../model/cartridge';
import { given } from '../model/text';
import { hostNamesNeededBy } from './apiManagerHosts';
import { derivedFromEach, explainsEmpty, hostOf, placeOfMissing, supplyOneOf } from './parameterFixes';
import { cartridgeRule } from './rule';

export const missingApiManagerHostName = cartridgeRule({
  id: 'missing-api-manager-host-name',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The members of the API Manager know the hosts of the others that they call.',
  why: 'The host goes into their configuration as it is: without it there is a URL with an empty host, and tokens, revocation or publishing do not work.',
  source: 'apimanager api-manager.xml.erb:56,135,151,260,318, start-servers.sh.erb:112-137 (Private PaaS 4.0.0)',
  check(cartridge, say, related) {
    if (!isApiManagerMember(cartridge.facts)) return;
    for (const { parameter, member } of hostNamesNeededBy(cartridge, related)) {
      if (given(payloadValue(cartridge, parameter))) continue;
      say({
        at: placeOfMissing(cartridge, payloadProperty(cartridge, parameter)),
        subject: parameter,
        message: `Payload parameter ${parameter} is missing, so the ${cartridge.facts.type!.text} calls an empty host; insert the host of the ${member.type}`,
        related: linksTo(
          member.cartridges,
          facts => facts.host,
          () => `host of "${member.type}"`,
        ),
        explains: explainsEmpty(parameter),
        fixes: () => supplyOneOf(cartridge, parameter, derivedFromEach(related, member.cartridges, 'host', hostOf)),
      });
    }
  },
});
