import { distance } from 'fastest-levenshtein';
import { declaredRole, payloadProperty, type Cartridge } from '../model/cartridge';
import { given, known } from '../model/text';
import { oppositeOf, partnerParameterOf, type Role } from '../vocabulary/payloadParameters';
import { linkTo, type Link, type CartridgeRelated } from '../links/related';
import type { Neighbour } from '../links/lookup';
import { derivedFrom, explainsEmpty, holdable, placeOfMissing, setTo, supplyOneOf, type Derived } from './parameterFixes';
import type { Fix, Say } from './rule';

/** The rules on MANAGER_SERVICE_TYPE of a worker and on WORKER_SERVICE_TYPE of a manager are each other's mirror image. */

const sourceOf = 'CartridgeAgentConfiguration.java:137-185, DefaultExtensionHandler.java:661-694,840-856 (Private PaaS 4.0.0)';
export { sourceOf as partnerTypeSource };

/** On a `role` without the parameter that names its partner. */
export function missingPartnerType(role: Role, cartridge: Cartridge, say: Say, related: CartridgeRelated): void {
  const { facts } = cartridge;
  if (facts.role !== role || given(facts.partnerType)) return;
  const parameter = partnerParameterOf(role);
  say({
    at: placeOfMissing(cartridge, payloadProperty(cartridge, parameter)),
    message: `Payload parameter ${parameter} is missing, so the ${role} waits for ever for a ${oppositeOf(role)} that it cannot name; insert the type of its ${oppositeOf(role)}`,
    related: related.likelyPartners().map(end => linkTo(end, end.facts.type, `type of a ${oppositeOf(role)} that may be meant`)),
    explains: explainsEmpty(parameter),
    fixes: () => {
      const likely = related.likelyPartners();
      const isCertain = likely.every(end => related.isFree(end));
      return supplyOneOf(cartridge, parameter, typesOf(related, likely)).map(fix => (isCertain ? fix : { ...fix, automatic: false }));
    },
  });
}

/** On a `role` that names a service type no cartridge in reach has. */
export function unknownPartnerType(role: Role, cartridge: Cartridge, say: Say, related: CartridgeRelated): void {
  const { facts } = cartridge;
  if (facts.role !== role) return;
  const partner = related.partner();
  if (partner.state !== 'unresolved') return;
  const parameter = partnerParameterOf(role);
  const candidates = related.candidates();
  const { taken } = partner;
  const named = facts.partnerType!.text;
  const links: Link[] = candidates.map(end => linkTo(end, end.facts.type, `a ${oppositeOf(role)} that may be meant`));
  if (taken) links.push(linkTo(taken, taken.facts.type, `the nearest "${named}"; its partner stands nearer to it`));
  say({
    at: { path: facts.partnerType!.path },
    severity: candidates.length > 0 ? 'error' : 'warning',
    message:
      (taken
        ? `${parameter} names "${named}", which here is no cartridge: the one in ${related.nameOf(taken)} has its own ${role}`
        : `${parameter} names "${named}", and no cartridge in reach has that type`) +
      `; the ${role} waits for it for ever. Name the type of its ${oppositeOf(role)}`,
    related: links,
    fixes: () => nameAnother(parameter, cartridge, related, named),
  });
}

/** On a `role` that names itself, or a cartridge without a role beside one that could be its partner. */
export function notAPartner(role: Role, cartridge: Cartridge, say: Say, related: CartridgeRelated): void {
  const { facts } = cartridge;
  if (facts.role !== role) return;
  const parameter = partnerParameterOf(role);
  const opposite = oppositeOf(role);
  const partner = related.partner();
  if (partner.state === 'itself') {
    say({
      at: { path: facts.partnerType!.path },
      message: `${parameter} names this cartridge itself, so the ${role} never meets a ${opposite}; name the type of its ${opposite}`,
      related: related.candidates().map(end => linkTo(end, end.facts.type, `a ${opposite} that may be meant`)),
      fixes: () => nameAnother(parameter, cartridge, related, undefined),
    });
  } else if (partner.state === 'found' && related.isMisdirected(partner.files)) {
    const [named] = partner.files;
    say({
      at: { path: facts.partnerType!.path },
      message: `${parameter} names "${facts.partnerType!.text}", which is no ${opposite}: ${related.nameOf(named!)} has no DEPLOYMENT ${opposite}, so the two sides never meet; name the type of its ${opposite}`,
      related: [
        ...partner.files.map(end => linkTo(end, end.facts.type, 'named, and without a role')),
        ...related.candidates().map(end => linkTo(end, end.facts.type, `a ${opposite} that may be meant`)),
      ],
      fixes: () => nameAnother(parameter, cartridge, related, undefined),
    });
  }
}

const typesOf = (related: CartridgeRelated, ends: readonly Neighbour[]) =>
  holdable(ends.map(end => derivedFrom(related, end, 'type', known(end.facts.type))));

/** To name the candidates, the one nearest to what is written first; it alone is preferred if it is the only one, or a slip away. */
function nameAnother(parameter: string, cartridge: Cartridge, related: CartridgeRelated, written: string | undefined): Fix[] {
  const at = cartridge.facts.partnerType!;
  const candidates = related.candidates();
  const types = typesOf(related, candidates);
  const letters = (derived: Derived) => distance(derived.value, written ?? '');
  if (written !== undefined) {
    const others = typesOf(related, related.nearestOfRole(oppositeOf(declaredRole(cartridge.facts)!)));
    types.push(...others.filter(other => letters(other) <= other.value.length / 3 && !types.some(({ value }) => value === other.value)));
    types.sort((a, b) => letters(a) - letters(b));
  }
  const only = types.length === 1;
  return types.map(derived => setTo(parameter, at, derived, { preferred: only }));
}
