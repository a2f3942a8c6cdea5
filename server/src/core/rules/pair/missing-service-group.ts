import { declaredRole, placeForMissingField } from '../../model/cartridge';
import { nonEmpty, literal } from '../../model/scalar';
import { SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { payloadValue } from '../../model/cartridge';
import { linkTo } from '../../links/crossFileContext';
import { derivedFrom, distinct } from '../support/parameterFixes';
import { cartridgeRule, editHere } from '../engine/rule';

export const missingServiceGroup = cartridgeRule({
  id: 'missing-service-group',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A worker or a manager does not have a `serviceGroup`.',
  requires: 'A worker and a manager have a `serviceGroup`.',
  why:
    'The console subscribes to all cartridges of a `serviceGroup` at once, and unsubscribes from them at once. ' +
    'It leaves out a worker or a manager without one.',
  source: 'console/controllers/cartridgeSubscribeSubmit.jag:77-125, ServiceUtils.java:583,771-773,907 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const role = declaredRole(cartridge.facts);
    if (!role || nonEmpty(cartridge.facts.serviceGroup)) return;
    const partner = context.likelyPartner();
    report({
      at: cartridge.facts.serviceGroup ? { path: ['serviceGroup'] } : placeForMissingField(cartridge),
      subject: 'serviceGroup',
      message: `serviceGroup is missing. The console does not offer this ${role} together with its partner. Add the group of the pair.`,
      related: partner?.facts.serviceGroup
        ? [linkTo(partner, partner.facts.serviceGroup, `serviceGroup of "${partner.facts.type?.text}"`)]
        : [],
      fixes: () => {
        const own = literal(payloadValue(cartridge, SERVICE_GROUP));
        const [derived] = distinct([
          own && { value: own.text, from: `${SERVICE_GROUP} of this file` },
          partner && derivedFrom(context, partner, 'serviceGroup', literal(partner.facts.serviceGroup)),
        ]);
        if (!derived) return [];
        return [
          {
            title: `Insert serviceGroup ${JSON.stringify(derived.value)} (${derived.from})`,
            change: editHere([{ op: 'insert', object: [], key: 'serviceGroup', value: derived.value }]),
            preferred: true,
            applicability: 'safe',
          },
        ];
      },
    });
  },
});
