import type { FactsBase } from '../model/artifact';
import { anyKey, roleKey } from '../model/keys';
import { type RunFacts } from '../model/serviceDeployment';
import type { Reference } from '../model/references';
import { pointsBackAt, type CartridgeFacts } from '../model/cartridge';
import { known } from '../model/text';
import type { Role } from '../vocabulary/payloadParameters';
import type { Comparison } from './comparison';
import { FEW } from './folderChain';
import { relativeName } from './link';
import type { Asker, Lookup, Neighbour } from './lookup';
import {
  candidatesOf,
  endsOf,
  isMisdirected,
  mayHaveCandidate,
  nameOthers,
  namersOf,
  partnerOf,
  violatingEnds,
  type Ends,
  type Partner,
} from './pairs';
import { chainOf, runsOf, type Chain, type Run } from './runs';
import { about, allBut, having, isAmong, together, union, without, type Several } from './several';
import { slipBehind, type Slip } from './slips';

export { andMore, likewise, linksTo, linkTo, relativeName, type Link } from './link';

/** All that a rule or a feature learns of the other files. */
export class Related<F extends FactsBase = FactsBase> {
  constructor(
    protected readonly lookup: Lookup,
    protected readonly self: Neighbour<F>,
  ) {}

  get fileName(): string {
    return relativeName(this.self.folders[0]!, this.self.uri);
  }

  /** The nearest files that offer a key; nothing where it is unknown. */
  find<G extends FactsBase>(key: string, from: Asker = this.self): readonly Neighbour<G>[] {
    const found = this.lookup.nearest<G>(key, from);
    return found.state === 'found' ? found.files : [];
  }

  /** Those of the same folder that offer a key, but for this one. */
  beside<G extends FactsBase = CartridgeFacts>(key: string): readonly Neighbour<G>[] {
    return this.lookup.beside<G>(key, this.self);
  }

  /** Those of the same folder that offer a key, but for this one, where thousands may. */
  others<G extends FactsBase = CartridgeFacts>(key: string): Several<Neighbour<G>> {
    return allBut(this.lookup.inOwnFolder<G>(key, this.self), this.self);
  }

  /** Whether a reference leads nowhere, though there are files of its kind: the name is wrong, not the rest of the world missing. */
  isDangling({ key, to, within }: Reference): boolean {
    if (within !== undefined && !this.exists(within)) return false;
    const doubts = to === 'cartridge' ? this.lookup.doubtsAboutTypes : undefined;
    return this.lookup.distance(key, this.self, doubts) === Infinity && this.exists(anyKey(to));
  }

  /** Whether it is certain that no file in reach offers a key. */
  isAbsent(key: string): boolean {
    return this.lookup.distance(key, this.self, this.lookup.doubtsAboutTypes) === Infinity;
  }

  /** Whether some file in reach offers a key. */
  exists(key: string): boolean {
    const distance = this.lookup.distance(key, this.self);
    return distance !== 'unknown' && distance !== Infinity;
  }

  /** The cartridge whose own service type is the mistake, where several files name one that no cartridge of the folder has. */
  slipBehind(type: string): Slip | undefined {
    return slipBehind(this.lookup, type, this.self);
  }

  /** How to call another file here: its name, with the way to it where it stands in another folder. */
  nameOf(other: Asker): string {
    return relativeName(this.self.folders[0]!, other.uri);
  }

  /** The same for several of which the same is to be said. */
  namesOf({ first, count }: Several<Asker>): string {
    return this.nameOf(first[0]!) + (count > 1 ? ` and ${count - 1} more` : '');
  }
}

/** What the rules on a service deployment or a subscription learn of the others. */
export class RunRelated extends Related<RunFacts> {
  chain(): Chain {
    return chainOf(this.lookup, this.self);
  }
}

/** What the rules on a cartridge learn of the others. */
export class CartridgeRelated extends Related<CartridgeFacts> {
  private ends: Ends | undefined;
  private ownPartner: Partner | undefined;

  partner(of: Neighbour = this.self): Partner {
    if (of.uri !== this.self.uri) return partnerOf(this.lookup, of);
    return (this.ownPartner ??= partnerOf(this.lookup, this.self));
  }

  /** Those that may have been meant as its partner, in the same folder; only for proposing values. */
  candidates(of: Neighbour = this.self): readonly Neighbour[] {
    return candidatesOf(this.lookup, of);
  }

  isSelf(other: Asker): boolean {
    return other.uri === this.self.uri;
  }

  isMisdirected(partners: readonly Neighbour[]): boolean {
    return isMisdirected(this.lookup, this.self, partners);
  }

  /** The cartridges whose reference ends at this one, in lists that many share. */
  namedBy(): readonly (readonly Neighbour[])[] {
    return namersOf(this.lookup, this.self);
  }

  /** The partners that violate a comparison, seen from either end. */
  partnersWhere(comparison: Comparison): Several<Neighbour> {
    return violatingEnds(this.endsOfPairs(), this.self, comparison);
  }

  /** The partners by its own reference, where that is certain to be no mistake. */
  partners(): readonly Neighbour[] {
    return this.endsOfPairs().own;
  }

  private endsOfPairs(): Ends {
    return (this.ends ??= endsOf(this.lookup, this.self));
  }

  /** Those that may be its partner: those it names, unless that is a mistake, else the candidates. */
  likelyPartners(): readonly Neighbour[] {
    const partner = this.partner();
    const isMistaken =
      partner.state !== 'found' || this.isMisdirected(partner.files) || about(partner.files, rolesOf).has(this.self.facts.role);
    return isMistaken ? this.candidates() : partner.files;
  }

  /** The only one that may be its partner: where values for this cartridge are derived from. */
  likelyPartner(): Neighbour | undefined {
    const likely = this.likelyPartners();
    return likely.length === 1 ? likely[0] : undefined;
  }

  isFree(candidate: Neighbour): boolean {
    return this.areFree([candidate]);
  }

  /** Whether no candidate has another partner: only then it is likely that this cartridge was meant. */
  areFree(candidates: readonly Neighbour[]): boolean {
    return this.partnersOf(candidates).every(partners => isAmong(partners, this.self));
  }

  /** The partners of some cartridges, those of several that have the same once. */
  partnersOf(cartridges: readonly Neighbour[]): readonly (readonly Neighbour[])[] {
    return this.lookup.rememberOf(cartridges, 'partners', () => {
      const partners = cartridges.map(one => this.partner(one));
      return [...new Set(partners.flatMap(partner => (partner.state === 'found' ? [partner.files] : [])))];
    });
  }

  /** Whether all its partners certainly name others, and none of them this one. */
  nameOthers(partners: readonly Neighbour[], role: Role): boolean {
    return nameOthers(this.lookup, partners, role, this.self);
  }

  /** Those that name this one and have, as far as can be known, nobody else: or that this one names back. */
  waitingFor(): Several<Neighbour> {
    return together(
      this.namedBy().map(namers => {
        const waiting = this.lookup.rememberOf(namers, 'waiting', () => namers.filter(namer => !mayHaveCandidate(this.lookup, namer)));
        return union(waiting, [namedBack(namers, this.self.facts)]);
      }),
    );
  }

  /** The nearest cartridges of a role, whatever they are called. */
  nearestOfRole(role: Role): readonly Neighbour[] {
    const found = this.lookup.nearest(roleKey(role), this.self);
    return found.state === 'found' ? without(found.files, this.self) : [];
  }

  /** How the service deployments in reach run it; see `runsOf`. */
  runs(): readonly Run[] {
    return runsOf(this.lookup, this.self);
  }
}

export const rolesOf = (files: readonly Neighbour[]): ReadonlySet<string> => new Set(files.map(({ facts }) => facts.role));

/** Of cartridges that name another one, those that it names, too. */
function namedBack(namers: readonly Neighbour[], facts: CartridgeFacts): readonly Neighbour[] {
  if (namers.length <= FEW) return namers.filter(namer => pointsBackAt(facts, namer.facts));
  // All who name one by the same parameter have the same role.
  const named = known(namers[0]!.facts.role === 'manager' ? facts.managerType : facts.workerType);
  return having(namers, typeOf, named?.text);
}

const typeOf = ({ type }: CartridgeFacts): string | undefined => type?.text;

/** What the rules on a file of this kind learn of the others. */
export function relatedOf(lookup: Lookup, self: Neighbour<FactsBase>): Related {
  switch (self.facts.kind) {
    case 'cartridge':
      return new CartridgeRelated(lookup, self as Neighbour);
    case 'service deployment':
    case 'subscription':
      return new RunRelated(lookup, self as Neighbour<RunFacts>);
    default:
      return new Related(lookup, self);
  }
}
