import type { CartridgeFacts } from '../../model/facts';
import { payloadProperty, type Cartridge } from '../../model/cartridge';
import { nonEmpty, type LocatedString } from '../../model/scalar';
import { oppositeOf, partnerParameterOf, type Role } from '../../vocabulary/payloadParameters';
import { linksTo, linkTo, type Link, type CartridgeContext } from '../../links/crossFileContext';
import type { LinkedFile } from '../../links/linkedFile';
import { nearInTheAlphabet } from '../../links/nearInTheAlphabet';
import { slipDistance } from '../../vocabulary/letterDistance';
import { derivedFromEach, explainsEmpty, holdable, placeOfMissing, setTo, supplyOneOf, typeOf, type Derived } from './parameterFixes';
import { linkToSlip, describeSlip, setTypeBack } from './slipInType';
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
    subject: parameter,
    message: `${parameter} is missing. The ${role}'s server never starts without it. Add the type of its ${oppositeOf(role)}.`,
    related: linksTo(context.likelyPartners(), typeAt, () => `possible ${oppositeOf(role)}`),
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

/** On a `role` that names a service type which no cartridge of the workspace folder has. */
export function unknownPartnerType(role: Role, cartridge: Cartridge, report: ReportFn, context: CartridgeContext): void {
  const { facts } = cartridge;
  if (facts.role !== role) return;
  const partner = context.partner();
  const at = facts.partnerType;
  if (partner.state !== 'unresolved' || !at) return;
  const parameter = partnerParameterOf(role);
  const candidates = context.candidates();
  const { taken } = partner;
  const named = at.text;
  const slip = context.slipBehind(named);
  const links: Link[] = slip ? [linkToSlip(slip)] : linksTo(candidates, typeAt, () => `possible ${oppositeOf(role)}`);
  if (taken) links.push(linkTo(taken, taken.facts.type, `cartridge "${named}" of another ${role}`));
  report({
    at: { path: at.path },
    severity: candidates.length > 0 ? 'error' : 'warning',
    message:
      (taken
        ? `${parameter} "${named}" is unknown in this folder, and the cartridge of this type in ${context.nameOf(taken)} has its own ${role}. `
        : `${parameter} "${named}" is unknown: no cartridge in this workspace folder has this type. `) +
      `Without its ${oppositeOf(role)}, the ${role}'s server never starts. ` +
      (slip ? describeSlip(context, slip, at.text) : `Set the type of its ${oppositeOf(role)}.`),
    related: links,
    fixes: () => {
      const others = nameAnother(parameter, at, withNearest(typesOf(context, candidates), named, role, context));
      return slip ? [setTypeBack(context, slip, named), ...others.map(fix => ({ ...fix, preferred: false }))] : others;
    },
  });
}

/** On a `role` that names itself, or a cartridge without a role beside one that could be its partner. */
export function notAPartner(role: Role, cartridge: Cartridge, report: ReportFn, context: CartridgeContext): void {
  const { facts } = cartridge;
  const at = facts.partnerType;
  if (facts.role !== role || !at) return;
  const parameter = partnerParameterOf(role);
  const opposite = oppositeOf(role);
  const partner = context.partner();
  if (partner.state === 'itself') {
    report({
      at: { path: at.path },
      message: `${parameter} names this cartridge itself. The ${role} never finds its ${opposite}. Set the type of its ${opposite}.`,
      related: linksTo(context.candidates(), typeAt, () => `possible ${opposite}`),
      fixes: () => nameAnother(parameter, at, typesOf(context, context.candidates())),
    });
  } else if (partner.state === 'found' && context.isMisdirected(partner.files)) {
    const named = partner.files[0]!;
    report({
      at: { path: at.path },
      message: `${parameter} "${at.text}" is not a ${opposite}: DEPLOYMENT in ${context.nameOf(named)} is not "${opposite}". The ${role} never finds its ${opposite}. Set the type of its ${opposite}.`,
      related: [
        ...linksTo(partner.files, typeAt, () => 'cartridge without a role'),
        ...linksTo(context.candidates(), typeAt, () => `possible ${opposite}`),
      ],
      fixes: () => nameAnother(parameter, at, typesOf(context, context.candidates())),
    });
  }
}

const typeAt = ({ type }: CartridgeFacts) => type;

const typesOf = (context: CartridgeContext, ends: readonly LinkedFile[]) => holdable(derivedFromEach(context, ends, 'type', typeOf));

/** To name one of these types; the only one is preferred. */
const nameAnother = (parameter: string, at: LocatedString, types: readonly Derived[]): Fix[] =>
  types.map(derived => setTo(parameter, at, derived, { preferred: types.length === 1 }));

/** The candidates for a cartridge of a role, and of the others those that are a slip away; the nearest come first. */
function withNearest(candidates: readonly Derived[], written: string, role: Role, context: CartridgeContext): Derived[] {
  const others = context.nearestOfRole(oppositeOf(role));
  const near = typesOf(
    context,
    nearInTheAlphabet(others, typeOf, written).filter(({ facts }) => isSlip(typeOf(facts), written)),
  );
  return [...candidates, ...near.filter(other => !candidates.some(({ value }) => value === other.value))]
    .map(derived => ({ derived, letters: slipDistance(derived.value, written, Math.max(derived.value.length, written.length)) }))
    .sort((a, b) => (a.letters === b.letters ? 0 : a.letters - b.letters))
    .map(({ derived }) => derived);
}

/** Whether a type may be meant by what is written; that one itself has been looked for already. */
const isSlip = (type: string | undefined, written: string): boolean =>
  type !== undefined && type !== written && slipDistance(type, written, type.length / 3) < Infinity;
