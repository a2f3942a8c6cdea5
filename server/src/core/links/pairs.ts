import { declaredRole, groupOf, namesItself, pointsBackAt, type CartridgeFacts } from '../model/cartridge';
import { groupKey, namesKey, typeKey } from '../model/keys';
import { given, known } from '../model/text';
import { oppositeOf, ROLES } from '../vocabulary/payloadParameters';
import type { Lookup, Neighbour } from './lookup';

/** What became of a cartridge's reference to its partner. */
export type Partner =
  /** The files that answer, all equally near. */
  | { readonly state: 'found'; readonly files: readonly Neighbour[] }
  /** It names a service type that no cartridge in reach has; `taken`: one has it, and its own partner stands nearer to it. */
  | { readonly state: 'unresolved'; readonly taken: Neighbour | undefined }
  /** It names its own service type. */
  | { readonly state: 'itself' }
  /** A placeholder, or a file that cannot be read stands in the way. */
  | { readonly state: 'unknown' }
  /** It has no role, or names nobody and is named by nobody. */
  | { readonly state: 'none' };

/** Of a worker: the cartridge it names as its manager; of a manager: its worker; where it names none, the one that names it. */
export const partnerOf = (lookup: Lookup, cartridge: Neighbour): Partner =>
  lookup.remember('partner of', cartridge, () => findPartner(lookup, cartridge));

function findPartner(lookup: Lookup, cartridge: Neighbour): Partner {
  const reference = referenceOf(cartridge.facts);
  if (typeof reference === 'string') return { state: reference };
  const found = lookup.nearest(reference.key, cartridge, reference.isType ? lookup.doubtsAboutTypes : undefined);
  if (found.state === 'unknown') return { state: 'unknown' };
  const nothing: Partner = reference.isType ? { state: 'unresolved', taken: undefined } : { state: 'none' };
  if (found.state === 'none') return nothing;
  const { files, distance } = found;
  if (distance === 0) return { state: 'found', files };
  // One from another folder only if it has no nearer partner of its own: each IaaS folder holds the same service types.
  const elsewhere = files.map(file => ({ file, distance: ownDistance(lookup, file) }));
  const free = elsewhere.filter(own => own.distance !== 'unknown' && own.distance >= distance).map(own => own.file);
  if (free.length > 0) return { state: 'found', files: free };
  if (elsewhere.some(own => own.distance === 'unknown')) return { state: 'unknown' };
  return reference.isType ? { state: 'unresolved', taken: files[0] } : nothing;
}

/** Under which key a cartridge's partner is found: by its service type, or as the one that names this cartridge. */
function referenceOf(facts: CartridgeFacts): { key: string; isType: boolean } | 'itself' | 'unknown' | 'none' {
  const role = declaredRole(facts);
  if (!role) return 'none';
  const names = given(facts.partnerType);
  if (names) {
    if (!known(names)) return 'unknown';
    return namesItself(facts) ? 'itself' : { key: typeKey(names.text), isType: true };
  }
  const type = known(facts.type);
  return type ? { key: namesKey(oppositeOf(role), type.text), isType: false } : 'none';
}

/** How far a cartridge's own look-up for its partner goes; Infinity where it finds none. */
const ownDistance = (lookup: Lookup, cartridge: Neighbour): number | 'unknown' =>
  lookup.remember('own distance of', cartridge, () => {
    const reference = referenceOf(cartridge.facts);
    if (reference === 'itself') return 0;
    if (reference === 'none') return Infinity;
    if (reference === 'unknown') return 'unknown';
    return lookup.distance(reference.key, cartridge, reference.isType ? lookup.doubtsAboutTypes : undefined);
  });

/** The cartridges of the same folder and the opposite role that name this one; where none does, those of its group. */
export function candidatesOf(lookup: Lookup, cartridge: Neighbour): readonly Neighbour[] {
  const role = declaredRole(cartridge.facts);
  if (!role) return [];
  return lookup.remember('candidates of', cartridge, () => {
    const type = known(cartridge.facts.type);
    const naming = type ? lookup.beside(namesKey(oppositeOf(role), type.text), cartridge) : [];
    if (naming.length > 0) return naming;
    const group = known(groupOf(cartridge.facts));
    return group ? lookup.beside(groupKey(oppositeOf(role), group.text), cartridge) : [];
  });
}

/** Whether a cartridge has, or may have, somebody else who could be its partner: a file that cannot be read may be one. */
export const mayHaveCandidate = (lookup: Lookup, cartridge: Neighbour): boolean =>
  candidatesOf(lookup, cartridge).length > 0 || lookup.hasUnreadBeside(cartridge);

/** Partners that have lost their role: one that points back is half of this pair all the same. */
const areNoPartners = (cartridge: Neighbour, partners: readonly Neighbour[]): boolean =>
  partners.every(partner => partner.facts.role === 'none' && !pointsBackAt(partner.facts, cartridge.facts));

/** A partner without a role while a candidate stands: the reference itself is the mistake, and makes no pair. */
export const isMisdirected = (lookup: Lookup, cartridge: Neighbour, partners: readonly Neighbour[]): boolean =>
  areNoPartners(cartridge, partners) && candidatesOf(lookup, cartridge).length > 0;

/** A cartridge and those that answer its reference: the two ends of a pair. */
export interface Pair {
  readonly from: Neighbour;
  readonly partners: readonly Neighbour[];
}

const NOBODY: readonly Neighbour[] = [];

/** The pairs that a cartridge is part of: by its own reference, and by those of others that end at it. */
export function pairsOf(lookup: Lookup, cartridge: Neighbour): readonly Pair[] {
  const pairs: Pair[] = [];
  const own = pairFrom(lookup, cartridge);
  if (own) pairs.push(own);
  for (const namer of namersOf(lookup, cartridge)) {
    const pair = pairFrom(lookup, namer);
    if (pair?.partners.some(end => end.uri === cartridge.uri)) pairs.push(pair);
  }
  return pairs;
}

/** The pair that a cartridge's own reference makes. `undefined`: it leads nowhere, or is, or may be, a mistake. */
export const pairFrom = (lookup: Lookup, from: Neighbour): Pair | undefined =>
  lookup.remember('pair from', from, () => {
    const partner = partnerOf(lookup, from);
    if (partner.state !== 'found' || (areNoPartners(from, partner.files) && mayHaveCandidate(lookup, from))) return undefined;
    return { from, partners: partner.files };
  });

/** The nearest cartridges, of either role, that name this one's service type. */
export function namersOf(lookup: Lookup, cartridge: Neighbour): readonly Neighbour[] {
  const type = known(cartridge.facts.type);
  if (!type) return NOBODY;
  const namers: Neighbour[] = [];
  for (const role of ROLES) {
    const found = lookup.nearest(namesKey(role, type.text), cartridge);
    if (found.state === 'found') for (const file of found.files) if (file.uri !== cartridge.uri) namers.push(file);
  }
  return namers;
}

/**
 * The other ends of the pairs in which `violates` holds, each once. Where several files answer a reference equally near, it
 * holds only if it does for every one of them.
 */
export function violatingEnds(
  pairs: readonly Pair[],
  cartridge: Neighbour,
  violates: (a: CartridgeFacts, b: CartridgeFacts) => boolean,
): readonly Neighbour[] {
  let ends: Set<Neighbour> | undefined;
  for (const { from, partners } of pairs) {
    if (!partners.every(partner => violates(from.facts, partner.facts))) continue;
    ends ??= new Set();
    for (const end of from.uri === cartridge.uri ? partners : [from]) ends.add(end);
  }
  return ends ? [...ends] : NOBODY;
}
