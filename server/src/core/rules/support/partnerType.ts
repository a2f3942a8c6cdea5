import type { CartridgeFacts } from '../../model/facts';
import { declaredRole, payloadProperty, type Cartridge } from '../../model/cartridge';
import { nonEmpty } from '../../model/scalar';
import { oppositeOf, partnerParameterOf, type Role } from '../../vocabulary/payloadParameters';
import { linksTo, linkTo, type Link, type CartridgeContext } from '../../links/crossFileContext';
import type { LinkedFile } from '../../links/lookup';
import { nearInTheAlphabet } from '../../links/nearInTheAlphabet';
import { slipDistance } from '../../vocabulary/letterDistance';
import { derivedFromEach, explainsEmpty, holdable, placeOfMissing, setTo, supplyOneOf, typeOf, type Derived } from './parameterFixes';
import { linkToSlip, saysSlip, setTypeBack } from './slipInType';
import type { Fix, ReportFn } from '../engine/rule';

/** The rules on MANAGER_SERVICE_TYPE of a worker and on WORKER_SERVICE_TYPE of a manager are each other's mirror image. */

const sourceOf = 'CartridgeAgentConfiguration.java:137-185, DefaultExtensionHandler.java:661-694,840-856 (Private PaaS 4.0.0)';
export { sourceOf as partnerTypeSource };

/** On a `role` without the parameter that names its partner. */
export function missingPartnerType(role: Role, cartridge: Cartridge, report: ReportFn, context: CartridgeContext): void {
  const { facts } = cartridge;
  if (facts.role !== role || nonEmpty(facts.partnerType)) return;
  const parameter = partnerParameterOf(role);
  report({
    at: placeOfMissing(cartridge, payloadProperty(cartridge, parameter)),
    message: `Payload parameter ${parameter} is missing, so the ${role} waits for ever for a ${oppositeOf(role)} that it cannot name; insert the type of its ${oppositeOf(role)}`,
    related: linksTo(context.likelyPartners(), typeAt, () => `type of a ${oppositeOf(role)} that may be meant`),
    explains: explainsEmpty(parameter),
    fixes: () => {
      const likely = context.likelyPartners();
      const isCertain = context.areFree(likely);
      return supplyOneOf(cartridge, parameter, typesOf(context, likely)).map(fix =>
        isCertain ? fix : { ...fix, applicability: 'suggested' },
      );
    },
  });
}

/** On a `role` that names a service type no cartridge in reach has. */
export function unknownPartnerType(role: Role, cartridge: Cartridge, report: ReportFn, context: CartridgeContext): void {
  const { facts } = cartridge;
  if (facts.role !== role) return;
  const partner = context.partner();
  if (partner.state !== 'unresolved') return;
  const parameter = partnerParameterOf(role);
  const candidates = context.candidates();
  const { taken } = partner;
  const named = facts.partnerType!.text;
  const slip = context.slipBehind(named);
  const links: Link[] = slip ? [linkToSlip(slip)] : linksTo(candidates, typeAt, () => `a ${oppositeOf(role)} that may be meant`);
  if (taken) links.push(linkTo(taken, taken.facts.type, `the nearest "${named}"; its partner stands nearer to it`));
  report({
    at: { path: facts.partnerType!.path },
    severity: candidates.length > 0 ? 'error' : 'warning',
    message:
      (taken
        ? `${parameter} names "${named}", which here is no cartridge: the one in ${context.nameOf(taken)} has its own ${role}`
        : `${parameter} names "${named}", and no cartridge in reach has that type`) +
      `; the ${role} waits for it for ever. ` +
      (slip ? saysSlip(context, slip) : `Name the type of its ${oppositeOf(role)}`),
    related: links,
    fixes: () => {
      const others = nameAnother(parameter, cartridge, context, named);
      return slip ? [setTypeBack(context, slip, named), ...others.map(fix => ({ ...fix, preferred: false }))] : others;
    },
  });
}

/** On a `role` that names itself, or a cartridge without a role beside one that could be its partner. */
export function notAPartner(role: Role, cartridge: Cartridge, report: ReportFn, context: CartridgeContext): void {
  const { facts } = cartridge;
  if (facts.role !== role) return;
  const parameter = partnerParameterOf(role);
  const opposite = oppositeOf(role);
  const partner = context.partner();
  if (partner.state === 'itself') {
    report({
      at: { path: facts.partnerType!.path },
      message: `${parameter} names this cartridge itself, so the ${role} never meets a ${opposite}; name the type of its ${opposite}`,
      related: linksTo(context.candidates(), typeAt, () => `a ${opposite} that may be meant`),
      fixes: () => nameAnother(parameter, cartridge, context, undefined),
    });
  } else if (partner.state === 'found' && context.isMisdirected(partner.files)) {
    const [named] = partner.files;
    report({
      at: { path: facts.partnerType!.path },
      message: `${parameter} names "${facts.partnerType!.text}", which is no ${opposite}: ${context.nameOf(named!)} has no DEPLOYMENT ${opposite}, so the two sides never meet; name the type of its ${opposite}`,
      related: [
        ...linksTo(partner.files, typeAt, () => 'named, and without a role'),
        ...linksTo(context.candidates(), typeAt, () => `a ${opposite} that may be meant`),
      ],
      fixes: () => nameAnother(parameter, cartridge, context, undefined),
    });
  }
}

const typeAt = ({ type }: CartridgeFacts) => type;

const typesOf = (context: CartridgeContext, ends: readonly LinkedFile[]) => holdable(derivedFromEach(context, ends, 'type', typeOf));

/** To name the candidates, the one nearest to what is written first; it alone is preferred if it is the only one. */
function nameAnother(parameter: string, cartridge: Cartridge, context: CartridgeContext, written: string | undefined): Fix[] {
  const at = cartridge.facts.partnerType!;
  const candidates = typesOf(context, context.candidates());
  const types = written === undefined ? candidates : withNearest(candidates, written, cartridge, context);
  return types.map(derived => setTo(parameter, at, derived, { preferred: types.length === 1 }));
}

/** The candidates, and of the others of the right role those that are a slip away; the nearest come first. */
function withNearest(candidates: readonly Derived[], written: string, cartridge: Cartridge, context: CartridgeContext): Derived[] {
  const others = context.nearestOfRole(oppositeOf(declaredRole(cartridge.facts)!));
  const near = typesOf(
    context,
    nearInTheAlphabet(others, typeOf, written).filter(other => isSlip(typeOf(other.facts)!, written)),
  );
  return [...candidates, ...near.filter(other => !candidates.some(({ value }) => value === other.value))]
    .map(derived => ({ derived, letters: slipDistance(derived.value, written, Math.max(derived.value.length, written.length)) }))
    .sort((a, b) => (a.letters === b.letters ? 0 : a.letters - b.letters))
    .map(({ derived }) => derived);
}

/** Whether a type may be meant by what is written; that one itself has been looked for already. */
const isSlip = (type: string, written: string): boolean => type !== written && slipDistance(type, written, type.length / 3) < Infinity;
