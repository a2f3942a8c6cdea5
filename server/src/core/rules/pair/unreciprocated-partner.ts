import { partnerParameterOf } from '../../vocabulary/payloadParameters';
import { declaredRole } from '../../model/cartridge';
import { linkTo } from '../../links/crossFileContext';
import { cartridgeRule } from '../engine/rule';

export const unreciprocatedPartner = cartridgeRule({
  id: 'unreciprocated-partner',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The partner that a worker or a manager names does not name it back.',
  requires: 'The partner that a worker or a manager names, names it back.',
  why:
    'The agent finds its partner by the service type that it names. A manager that names another worker never lists the members of this one. ' +
    'The worker still finds the others through the manager if that is PRIMARY. If it is not, the worker finds no members.',
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
        `${context.nameOf(file)} names "${end.facts.type.text}" instead of this ${role}` +
        (isLost
          ? ' and is not PRIMARY. This worker finds no members and never starts.'
          : `. Its list of members does not contain the members of this ${role}.`) +
        ` Change ${partnerParameterOf(role === 'worker' ? 'manager' : 'worker')} in ${context.nameOf(file)}, or ${partnerParameterOf(role)} here.`,
      related: [
        linkTo(
          file,
          file.facts.partnerType,
          `${partnerParameterOf(role === 'worker' ? 'manager' : 'worker')} of "${file.facts.type?.text}"`,
        ),
        linkTo(end, end.facts.type, 'cartridge named instead'),
      ],
    });
  },
});
