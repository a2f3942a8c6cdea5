import type { CartridgeFacts } from '../model/facts';
import { declaredRole, groupOf, namesItself, pointsBackAt } from '../model/cartridge';
import { groupKey, namesKey, typeKey, type Key } from '../model/keys';
import { nonEmpty, literal } from '../model/scalar';
import { oppositeOf, ROLES, type Role } from '../vocabulary/payloadParameters';
import { violatesWithAll, type Comparison } from './comparison';
import { FEW } from './folderChain';
import type { LinkedFile } from './linkedFile';
import type { Lookup } from './lookup';
import { about, aboutFor, allOf, isAmong, isAmongAny, NONE, union, without, type Several } from './several';

/** What became of a cartridge's reference to its partner. */
export type Partner =
  /** The files that answer, all equally near. */
  | { readonly state: 'found'; readonly files: readonly LinkedFile[] }
  /** It names a service type that no cartridge in reach has; `taken`: one has it, and its own partner stands nearer to it. */
  | { readonly state: 'unresolved'; readonly taken: LinkedFile | undefined }
  /** It names its own service type. */
  | { readonly state: 'itself' }
  /** A placeholder, or a file that cannot be read stands in the way. */
  | { readonly state: 'unknown' }
  /** It has no role, or names nobody and is named by nobody. */
  | { readonly state: 'none' };

/** Of a worker: the cartridge it names as its manager; of a manager: its worker; where it names none, the one that names it. */
export const partnerOf = (lookup: Lookup, cartridge: LinkedFile): Partner =>
  lookup.memoize('partner of', cartridge, () => findPartner(lookup, cartridge));

function findPartner(lookup: Lookup, cartridge: LinkedFile): Partner {
  const reference = referenceOf(cartridge.facts);
  if (typeof reference === 'string') return { state: reference };
  const found = lookup.nearest(reference.key, cartridge, reference.isType ? lookup.wildcardTypeKeys : undefined);
  if (found.state === 'unknown') return { state: 'unknown' };
  const nothing: Partner = reference.isType ? { state: 'unresolved', taken: undefined } : { state: 'none' };
  if (found.state === 'none') return nothing;
  const { files, distance } = found;
  if (distance === 0) return { state: 'found', files };
  // One from another folder only if it has no nearer partner of its own: each IaaS folder holds the same service types.
  const { free, isUnknown } = lookup.memoizeOf(files, `free at ${distance}`, () => freeAt(lookup, distance, files));
  if (free.length > 0) return { state: 'found', files: free };
  if (isUnknown) return { state: 'unknown' };
  return reference.isType ? { state: 'unresolved', taken: files[0] } : nothing;
}

/** Those of some cartridges whose own look-up does not end nearer than this; whether there is one of which that is not known. */
function freeAt(lookup: Lookup, distance: number, files: readonly LinkedFile[]): { free: readonly LinkedFile[]; isUnknown: boolean } {
  const distances = files.map(file => ownDistance(lookup, file));
  const free = files.filter((_file, i) => {
    const own = distances[i];
    return typeof own === 'number' && own >= distance;
  });
  return { free: free.length === files.length ? files : free, isUnknown: distances.includes('unknown') };
}

/** Under which key a cartridge's partner is found: by its service type, or as the one that names this cartridge. */
function referenceOf(facts: CartridgeFacts): { key: Key<CartridgeFacts>; isType: boolean } | 'itself' | 'unknown' | 'none' {
  const role = declaredRole(facts);
  if (!role) return 'none';
  const names = nonEmpty(facts.partnerType);
  if (names) {
    if (!literal(names)) return 'unknown';
    return namesItself(facts) ? 'itself' : { key: typeKey(names.text), isType: true };
  }
  const type = literal(facts.type);
  return type ? { key: namesKey(oppositeOf(role), type.text), isType: false } : 'none';
}

/** How far a cartridge's own look-up for its partner goes; Infinity where it finds none. */
const ownDistance = (lookup: Lookup, cartridge: LinkedFile): number | 'unknown' =>
  lookup.memoize('own distance of', cartridge, () => {
    const reference = referenceOf(cartridge.facts);
    if (reference === 'itself') return 0;
    if (reference === 'none') return Infinity;
    if (reference === 'unknown') return 'unknown';
    return lookup.distance(reference.key, cartridge, reference.isType ? lookup.wildcardTypeKeys : undefined);
  });

/** The cartridges of the same folder and the opposite role that name this one; where none does, those of its group. */
export function candidatesOf(lookup: Lookup, cartridge: LinkedFile): readonly LinkedFile[] {
  const role = declaredRole(cartridge.facts);
  if (!role) return [];
  return lookup.memoize('candidates of', cartridge, () => {
    const type = literal(cartridge.facts.type);
    const naming = type ? lookup.inSameFolder(namesKey(oppositeOf(role), type.text), cartridge) : [];
    if (naming.length > 0) return naming;
    const group = literal(groupOf(cartridge.facts));
    return group ? lookup.inSameFolder(groupKey(oppositeOf(role), group.text), cartridge) : [];
  });
}

/** Whether a cartridge has, or may have, somebody else who could be its partner: a file that cannot be read may be one. */
export const mayHaveCandidate = (lookup: Lookup, cartridge: LinkedFile): boolean =>
  candidatesOf(lookup, cartridge).length > 0 || lookup.hasUnreadInSameFolder(cartridge);

/** Partners that have lost their role: one that points back is half of this pair all the same. */
function areNoPartners({ facts }: LinkedFile, partners: readonly LinkedFile[]): boolean {
  if (partners.length <= FEW) return partners.every(one => one.facts.role === 'none' && !pointsBackAt(one.facts, facts));
  const { someHaveRole, managerTypes, workerTypes } = about(partners, namesOf);
  const named = facts.role === 'manager' ? managerTypes : workerTypes;
  return !someHaveRole && !(facts.type && named.has(facts.type.text));
}

const namesOf = (files: readonly LinkedFile[]) => ({
  someHaveRole: files.some(({ facts }) => facts.role !== 'none'),
  managerTypes: new Set(files.map(({ facts }) => literal(facts.managerType)?.text)),
  workerTypes: new Set(files.map(({ facts }) => literal(facts.workerType)?.text)),
});

/** A partner without a role while a candidate stands: the reference itself is the mistake, and makes no pair. */
export const isMisdirected = (lookup: Lookup, cartridge: LinkedFile, partners: readonly LinkedFile[]): boolean =>
  areNoPartners(cartridge, partners) && candidatesOf(lookup, cartridge).length > 0;

/** Cartridges whose references are answered by the same files: two ends of pairs. */
interface Pairs {
  readonly from: readonly LinkedFile[];
  readonly partners: readonly LinkedFile[];
}

const NOBODY: readonly LinkedFile[] = [];

/** Those with whom a cartridge forms a pair. */
export interface Ends {
  /** By its own reference. */
  readonly own: readonly LinkedFile[];
  /** By those of others that end at it. */
  readonly others: readonly Pairs[];
}

export const endsOf = (lookup: Lookup, cartridge: LinkedFile): Ends => ({
  own: pairFrom(lookup, cartridge),
  others: endingAt(lookup, cartridge, 'pairs', pairFrom),
});

/** Who answers a cartridge's own reference. Nobody where it leads nowhere, or is, or may be, a mistake. */
const pairFrom = (lookup: Lookup, from: LinkedFile): readonly LinkedFile[] =>
  lookup.memoize('pair from', from, () => {
    const partners = answersOf(lookup, from);
    return partners.length > 0 && areNoPartners(from, partners) && mayHaveCandidate(lookup, from) ? NOBODY : partners;
  });

/** Who answers a cartridge's own reference, be it a mistake or not. */
const answersOf = (lookup: Lookup, from: LinkedFile): readonly LinkedFile[] => {
  const partner = partnerOf(lookup, from);
  return partner.state === 'found' ? partner.files : NOBODY;
};

/** The cartridges whose reference ends at this one. */
export const namersOf = (lookup: Lookup, cartridge: LinkedFile): readonly (readonly LinkedFile[])[] =>
  endingAt(lookup, cartridge, 'answers', answersOf).map(({ from }) => from);

/** Whether all partners of a cartridge certainly name others, and none of them this one. */
export function nameOthers(lookup: Lookup, partners: readonly LinkedFile[], role: Role, cartridge: LinkedFile): boolean {
  const namedBy = (partner: LinkedFile) => namedForCertain(lookup, partner, role);
  if (partners.length <= FEW) {
    return partners.every(partner => {
      const named = namedBy(partner);
      return named.length > 0 && !isAmong(named, cartridge);
    });
  }
  const named = lookup.memoizeOf(partners, `named by partners of a ${role}`, () => {
    const lists = [...new Set(partners.map(namedBy))];
    return lists.every(files => files.length > 0) ? lists : undefined;
  });
  return named !== undefined && !isAmongAny(named, cartridge);
}

/** Whom a partner names. Nobody where it names no cartridge, or one that is no partner for it: that is a problem of its own. */
function namedForCertain(lookup: Lookup, partner: LinkedFile, role: Role): readonly LinkedFile[] {
  const named = partner.facts.role === role ? NOBODY : answersOf(lookup, partner);
  const [end] = named;
  return end && (end.facts.role === role || pointsBackAt(end.facts, partner.facts)) ? named : NOBODY;
}

type PartnersOf = (lookup: Lookup, from: LinkedFile) => readonly LinkedFile[];

/** Of the nearest cartridges, of either role, that name this one's service type: those whose partners it is among. */
function endingAt(lookup: Lookup, cartridge: LinkedFile, what: string, partnersOf: PartnersOf): readonly Pairs[] {
  const type = literal(cartridge.facts.type);
  const pairs: Pairs[] = [];
  if (!type) return pairs;
  for (const role of ROLES) {
    const found = lookup.nearest(namesKey(role, type.text), cartridge);
    if (found.state !== 'found') continue;
    const namers = without(found.files, cartridge);
    if (namers.length > FEW) {
      const ofAll = lookup.memoizeOf(namers, what, () => byPartner(pairsFrom(lookup, namers, partnersOf)));
      for (const one of ofAll.get(cartridge.uri) ?? []) pairs.push(one);
      continue;
    }
    for (const namer of namers) {
      const partners = partnersOf(lookup, namer);
      if (isAmong(partners, cartridge)) pairs.push({ from: [namer], partners });
    }
  }
  return pairs;
}

function pairsFrom(lookup: Lookup, namers: readonly LinkedFile[], partnersOf: PartnersOf): readonly Pairs[] {
  const byPartners = new Map<readonly LinkedFile[], LinkedFile[]>();
  for (const namer of namers) {
    const partners = partnersOf(lookup, namer);
    const others = byPartners.get(partners);
    if (others) others.push(namer);
    else byPartners.set(partners, [namer]);
  }
  return [...byPartners].map(([partners, from]) => ({ from, partners }));
}

function byPartner(pairs: readonly Pairs[]): ReadonlyMap<string, readonly Pairs[]> {
  const byUri = new Map<string, Pairs[]>();
  for (const one of pairs) {
    for (const { uri } of one.partners) {
      const others = byUri.get(uri);
      if (others) others.push(one);
      else byUri.set(uri, [one]);
    }
  }
  return byUri;
}

/**
 * The other ends of the pairs that violate a comparison, each once. Where several files answer a reference equally near, it is violated
 * only if it is with every one of them.
 */
export function violatingEnds({ own, others }: Ends, { facts }: LinkedFile, comparison: Comparison): Several<LinkedFile> {
  const value = comparison.value(facts);
  if (value === undefined) return NONE;
  const partners = violatesWithAll(value, own, comparison) ? own : NOBODY;
  let namers: (readonly LinkedFile[])[] | undefined;
  for (const pairs of others) {
    const violating = violatingFrom(pairs, comparison);
    if (violating.length > 0) (namers ??= []).push(violating);
  }
  return namers ? union(partners, namers) : allOf(partners);
}

function violatingFrom({ from, partners }: Pairs, comparison: Comparison): readonly LinkedFile[] {
  const violates = ({ facts }: LinkedFile) => violatesWithAll(comparison.value(facts), partners, comparison);
  return aboutFor(from, comparison, () => {
    const violating = from.filter(violates);
    return violating.length === from.length ? from : violating;
  });
}
