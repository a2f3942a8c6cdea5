import { partnerParameterOf } from '../../vocabulary/payloadParameters';
import { declaredRole } from '../../model/cartridge';
import { linkTo } from '../../links/crossFileContext';
import { cartridgeRule } from '../engine/rule';

export const unreciprocatedPartner = cartridgeRule({
  id: 'unreciprocated-partner',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A worker and its manager name each other.',
  why:
    'The agent looks its partner up by the service type that it names. A manager that names another worker never lists the members of this one. ' +
    'The worker still meets the others through the manager, if that is PRIMARY; if it is not, the worker meets nobody.',
  source: 'DefaultExtensionHandler.java:661-825 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const role = declaredRole(facts);
    const at = facts.partnerType ?? facts.deployment;
    const partners = context.partners();
    const [file] = partners;
    if (!role || !at || !file || !context.nameOthers(partners, role)) return;
    const end = context.partnersOf([file])[0]?.[0];
    if (!end?.facts.type) return;
    const isLost = role === 'worker' && file.facts.primary === 'not true';
    report({
      at: { path: at.path },
      severity: isLost ? 'error' : 'warning',
      message:
        `${context.nameOf(file)} does not name this ${role} back but "${end.facts.type.text}"` +
        (isLost
          ? ', and is not PRIMARY, so this worker meets nobody and never starts; let the two name each other'
          : ', so its list of members lacks those of this one; let the two name each other'),
      related: [
        linkTo(
          file,
          file.facts.partnerType,
          `${partnerParameterOf(role === 'worker' ? 'manager' : 'worker')} of "${file.facts.type?.text}"`,
        ),
        linkTo(end, end.facts.type, 'named instead'),
      ],
    });
  },
});
