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
  summary: `A worker, a manager and each API Manager member carries the payload parameter \`${SERVICE_GROUP}\`.`,
  why:
    `An agent takes up members of its partner that start later only if its own ${SERVICE_GROUP} equals the partner's. Without it the cluster ` +
    'forms once and forgets every respawned member. An API Manager publisher or store without it leaves the API Manager path and clusters with itself. ' +
    'The name is misspelled in the agent, and that spelling is the one that works. The platform keeps the value it saw when the cartridge ' +
    'was first deployed: undeploying and deploying again does not change it.',
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
          ? `Payload parameter ${SERVICE_GROUP} is missing, so publisher and store form two clusters that never meet; insert "${API_MANAGER_GROUP}" (the agent's own spelling)`
          : `Payload parameter ${SERVICE_GROUP} is missing, so respawned members of the partner are never taken up; insert the group of the pair (the agent's own spelling)`) +
        keptNote(SERVICE_GROUP),
      related: partner?.facts.serviceGroupParameter
        ? [linkTo(partner, partner.facts.serviceGroupParameter, `${SERVICE_GROUP} of "${partner.facts.type?.text}"`)]
        : [],
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
