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
  summary: 'A member of the API Manager does not have the host name of another member that it calls.',
  requires: 'A member of the API Manager has the host names of the other members that it calls, each as a payload parameter.',
  why: 'The value becomes part of the configuration as it is. Without it, a URL has an empty host, and tokens, revocation or publishing do not work.',
  source: 'apimanager api-manager.xml.erb:56,135,151,260,318, start-servers.sh.erb:112-137 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { facts } = cartridge;
    if (!isApiManagerMember(facts)) return;
    for (const { parameter, member } of hostNamesNeededBy(cartridge, context)) {
      if (nonEmpty(payloadValue(cartridge, parameter))) continue;
      report({
        at: placeOfMissing(cartridge, payloadProperty(cartridge, parameter)),
        subject: parameter,
        message: `${parameter} is missing. The ${facts.type.text} calls a URL with an empty host. Add the host of the ${member.type}.`,
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
