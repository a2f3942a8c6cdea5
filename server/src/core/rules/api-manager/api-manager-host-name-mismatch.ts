import { mustAgree, violatesWithAll } from '../../links/comparison';
import { andMore, linksTo } from '../../links/crossFileContext';
import { allOf } from '../../links/several';
import { isApiManagerMember, payloadValue } from '../../model/cartridge';
import { literal } from '../../model/scalar';
import { hostNamesNeededBy } from '../support/apiManagerHosts';
import { derivedFromEach, holdable, hostOf, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

const sameHost = mustAgree(hostOf);

export const apiManagerHostNameMismatch = cartridgeRule({
  id: 'api-manager-host-name-mismatch',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A host name of another API Manager member is not the `host` of that member.',
  requires: 'A payload parameter with the host name of another API Manager member has the `host` of that member as its value.',
  why: 'The value becomes part of the configuration as it is. With another host, the member calls a host where the other member does not answer.',
  source: 'apimanager api-manager.xml.erb:56,135,151,260,318, start-servers.sh.erb:112-137 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    if (!isApiManagerMember(cartridge.facts)) return;
    for (const { parameter, member } of hostNamesNeededBy(cartridge, context)) {
      const value = literal(payloadValue(cartridge, parameter));
      const [first] = member.cartridges;
      if (!value || !first || !violatesWithAll(value.text, member.cartridges, sameHost)) continue;
      report({
        at: { path: value.path },
        subject: parameter,
        message: `${parameter} is "${value.text}", but the host of the ${member.type} is "${hostOf(first.facts)}" in ${context.nameOf(first)}${andMore(allOf(member.cartridges))}. This cartridge calls the wrong host. Use the host of the ${member.type}.`,
        related: linksTo(
          member.cartridges,
          facts => facts.host,
          () => `host of "${member.type}"`,
        ),
        fixes: () =>
          holdable(derivedFromEach(context, member.cartridges, 'host', hostOf)).map(derived =>
            setTo(parameter, value, derived, { preferred: true }),
          ),
      });
    }
  },
});
