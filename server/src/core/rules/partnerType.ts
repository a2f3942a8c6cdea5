import { declaredRole, payloadProperty, type Cartridge, type CartridgeFacts } from '../model/cartridge';
import { given } from '../model/text';
import { oppositeOf, partnerParameterOf, type Role } from '../vocabulary/payloadParameters';
import { linksTo, linkTo, type Link, type CartridgeRelated } from '../links/related';
import type { Neighbour } from '../links/lookup';
import { letterDistance, nearInTheAlphabet } from './letterDistance';
import { derivedFromEach, explainsEmpty, holdable, placeOfMissing, setTo, supplyOneOf, typeOf, type Derived } from './parameterFixes';
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
    related: linksTo(related.likelyPartners(), typeAt, () => `type of a ${oppositeOf(role)} that may be meant`),
    explains: explainsEmpty(parameter),
    fixes: () => {
      const likely = related.likelyPartners();
      const isCertain = related.areFree(likely);
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
  const links: Link[] = linksTo(candidates, typeAt, () => `a ${oppositeOf(role)} that may be meant`);
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
      related: linksTo(related.candidates(), typeAt, () => `a ${opposite} that may be meant`),
      fixes: () => nameAnother(parameter, cartridge, related, undefined),
    });
  } else if (partner.state === 'found' && related.isMisdirected(partner.files)) {
    const [named] = partner.files;
    say({
      at: { path: facts.partnerType!.path },
      message: `${parameter} names "${facts.partnerType!.text}", which is no ${opposite}: ${related.nameOf(named!)} has no DEPLOYMENT ${opposite}, so the two sides never meet; name the type of its ${opposite}`,
      related: [
        ...linksTo(partner.files, typeAt, () => 'named, and without a role'),
        ...linksTo(related.candidates(), typeAt, () => `a ${opposite} that may be meant`),
      ],
      fixes: () => nameAnother(parameter, cartridge, related, undefined),
    });
  }
}

const typeAt = ({ type }: CartridgeFacts) => type;

const typesOf = (related: CartridgeRelated, ends: readonly Neighbour[]) => holdable(derivedFromEach(related, ends, 'type', typeOf));

/** To name the candidates, the one nearest to what is written first; it alone is preferred if it is the only one, or a slip away. */
function nameAnother(parameter: string, cartridge: Cartridge, related: CartridgeRelated, written: string | undefined): Fix[] {
  const at = cartridge.facts.partnerType!;
  const candidates = related.candidates();
  const types = typesOf(related, candidates);
  const letters = (derived: Derived) => letterDistance(derived.value, written ?? '');
  if (written !== undefined) {
    const others = related.nearestOfRole(oppositeOf(declaredRole(cartridge.facts)!));
    const near = typesOf(
      related,
      nearInTheAlphabet(others, typeOf, written).filter(other => isSlip(typeOf(other.facts)!, written)),
    );
    types.push(...near.filter(other => !types.some(({ value }) => value === other.value)));
    types.sort((a, b) => letters(a) - letters(b) || 0);
  }
  const only = types.length === 1;
  const automatic = only && candidates.length === 1 && related.isFree(candidates[0]!);
  return types.map(derived => setTo(parameter, at, derived, { preferred: only, automatic }));
}

/** Whether a type may be meant by what is written; that one itself has been looked for already. */
const isSlip = (type: string, written: string): boolean => type !== written && letterDistance(type, written, type.length / 3) < Infinity;
