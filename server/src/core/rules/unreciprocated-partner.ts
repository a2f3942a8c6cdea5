import { partnerParameterOf } from '../vocabulary/payloadParameters';
import { declaredRole } from '../model/cartridge';
import type { Neighbour } from '../links/lookup';
import { linkTo } from '../links/related';
import { cartridgeRule } from './rule';

export const unreciprocatedPartner = cartridgeRule({
  id: 'unreciprocated-partner',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A worker and its manager name each other.',
  why:
    'The agent looks its partner up by the service type that it names. A manager that names another worker never lists the members of this one. ' +
    'The worker still meets the others through the manager, if that is PRIMARY; if it is not, the worker meets nobody.',
  source: 'DefaultExtensionHandler.java:661-825 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const role = declaredRole(facts);
    const partners = related.partners();
    if (!role || partners.length === 0) return;
    if (!related.nameOthers(partners, role)) return;
    const [file] = partners as [Neighbour];
    const [[end]] = related.partnersOf([file]) as [[Neighbour]];
    const isLost = role === 'worker' && file.facts.primary === 'not true';
    say({
      at: { path: (facts.partnerType ?? facts.deployment!).path },
      severity: isLost ? 'error' : 'warning',
      message:
        `${related.nameOf(file)} does not name this ${role} back but "${end.facts.type!.text}"` +
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
