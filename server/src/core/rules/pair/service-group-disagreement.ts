import { payloadValue } from '../../model/cartridge';
import { difference } from '../../model/scalar';
import { SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { holdable, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const serviceGroupDisagreement = cartridgeRule({
  id: 'service-group-disagreement',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'info',
  summary: `The payload parameter \`${SERVICE_GROUP}\` and \`serviceGroup\` of the same cartridge are different.`,
  requires: `The payload parameter \`${SERVICE_GROUP}\` of a cartridge has the value of its \`serviceGroup\`.`,
  why: 'The agents read the parameter and the console reads the field; the platform does not compare them. They are equal in all cartridges of the product, and different values mislead readers.',
  source: 'ServiceUtils.java:771-773, CartridgeAgentConfiguration.java:291-297; all cartridges shipped with Private PaaS 4.0.0',
  check(cartridge, report) {
    const differing = difference(payloadValue(cartridge, SERVICE_GROUP), cartridge.facts.serviceGroup);
    if (!differing) return;
    const [parameter, serviceGroup] = differing;
    report({
      at: { path: parameter.path },
      message: `${SERVICE_GROUP} is "${parameter.text}", but serviceGroup is "${serviceGroup.text}". The agents read the parameter, the console reads the field. Use the same value in both.`,
      fixes: () => [
        ...holdable([{ value: serviceGroup.text, from: 'serviceGroup of this file' }]).map(derived =>
          setTo(SERVICE_GROUP, parameter, derived),
        ),
        setTo('serviceGroup', serviceGroup, { value: parameter.text, from: `${SERVICE_GROUP} of this file` }),
      ],
    });
  },
});
