import { declaredRole, isApiManagerMember, isClustered, payloadProperty, groupParameterOf } from '../../model/cartridge';
import { asTheAgentReads } from '../../model/property';
import { isLiteral, literal } from '../../model/scalar';
import { API_MANAGER_GROUP, keptNote, SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { linkTo } from '../../links/crossFileContext';
import { derivedFrom, distinct, explainsEmpty, placeOfMissing, supplyOneOf } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const missingServiceGroupParameter = cartridgeRule({
  id: 'missing-service-group-parameter',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `A worker, a manager or a member of the API Manager does not have the payload parameter \`${SERVICE_GROUP}\`.`,
  requires: `A worker, a manager and a member of the API Manager have the payload parameter \`${SERVICE_GROUP}\`, spelled this way.`,
  why:
    `An agent accepts members of its partner that start later only if its own ${SERVICE_GROUP} equals the partner's. Without it, the cluster ` +
    'forms once and ignores every member that replaces another. A publisher or store of the API Manager without it clusters with itself. ' +
    'The name is misspelled in the agent, and only that spelling works. The platform keeps the value from the first deployment of the ' +
    'cartridge; undeploying it and deploying it again does not change it.',
  source: 'ExtensionUtils.java:138-196, CartridgeAgentConfiguration.java:291-297, TopologyBuilder.java:62 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { facts } = cartridge;
    const member = isApiManagerMember(facts);
    const role = declaredRole(facts);
    if ((!role && !member) || groupParameterOf(facts)) return;
    const apart = member && ['publisher', 'apistore'].includes(facts.type.text) && isClustered(cartridge);
    const partner = context.likelyPartner();
    report({
      at: placeOfMissing(cartridge, payloadProperty(cartridge, SERVICE_GROUP)),
      severity: apart ? 'error' : 'warning',
      message:
        (apart
          ? `${SERVICE_GROUP} (sic) is missing. Publisher and store form two separate clusters. Add it with the value "${API_MANAGER_GROUP}".`
          : `${SERVICE_GROUP} (sic) is missing. The agent ignores members of the partner that start later. Add the group of the pair.`) +
        keptNote(SERVICE_GROUP),
      related: partner?.facts.serviceGroupParameter
        ? [linkTo(partner, partner.facts.serviceGroupParameter, `${SERVICE_GROUP} of "${partner.facts.type?.text}"`)]
        : [],
      subject: SERVICE_GROUP,
      explains: explainsEmpty(SERVICE_GROUP),
      fixes: () => {
        const theirs = partner?.facts.serviceGroupParameter;
        const [derived] = distinct([
          partner && derivedFrom(context, partner, SERVICE_GROUP, theirs && literal(asTheAgentReads(theirs))),
          isLiteral(facts.serviceGroup) ? { value: facts.serviceGroup.text, from: 'serviceGroup of this file' } : undefined,
          partner && derivedFrom(context, partner, 'serviceGroup', literal(partner.facts.serviceGroup)),
        ]);
        return supplyOneOf(cartridge, SERVICE_GROUP, [derived]);
      },
    });
  },
});
