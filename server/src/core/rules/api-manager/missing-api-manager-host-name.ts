import { linksTo } from '../../links/crossFileContext';
import { isApiManagerMember, payloadProperty, payloadValue } from '../../model/cartridge';
import { nonEmpty } from '../../model/scalar';
import { hostNamesNeededBy } from '../support/apiManagerHosts';
import { derivedFromEach, explainsEmpty, hostOf, placeOfMissing, supplyOneOf } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const missingApiManagerHostName = cartridgeRule({
  id: 'missing-api-manager-host-name',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The members of the API Manager know the hosts of the others that they call.',
  why: 'The host goes into their configuration as it is: without it there is a URL with an empty host, and tokens, revocation or publishing do not work.',
  source: 'apimanager api-manager.xml.erb:56,135,151,260,318, start-servers.sh.erb:112-137 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { facts } = cartridge;
    if (!isApiManagerMember(facts)) return;
    for (const { parameter, member } of hostNamesNeededBy(cartridge, context)) {
      if (nonEmpty(payloadValue(cartridge, parameter))) continue;
      report({
        at: placeOfMissing(cartridge, payloadProperty(cartridge, parameter)),
        subject: parameter,
        message: `Payload parameter ${parameter} is missing, so the ${facts.type.text} calls an empty host; insert the host of the ${member.type}`,
        related: linksTo(
          member.cartridges,
          facts => facts.host,
          () => `host of "${member.type}"`,
        ),
        explains: explainsEmpty(parameter),
        fixes: () => supplyOneOf(cartridge, parameter, derivedFromEach(context, member.cartridges, 'host', hostOf)),
      });
    }
  },
});
