import type { Place, Span } from '../json/path';
import type { FactsBase } from '../model/artifact';
import { anyKey, roleKey } from '../model/keys';
import { type RunFacts } from '../model/serviceDeployment';
import type { Reference } from '../model/references';
import { pointsBackAt, type CartridgeFacts } from '../model/cartridge';
import type { Text } from '../model/text';
import type { Role } from '../vocabulary/payloadParameters';
import type { Asker, Lookup, Neighbour } from './lookup';
import {
  candidatesOf,
  isMisdirected,
  mayHaveCandidate,
  namersOf,
  pairFrom,
  pairsOf,
  partnerOf,
  violatingEnds,
  type Pair,
  type Partner,
} from './pairs';
import { chainOf, runsOf, type Chain, type Run } from './runs';
import { slipBehind, type Slip } from './slips';

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
}

/** What the rules on a service deployment or a subscription learn of the others. */
export class RunRelated extends Related<RunFacts> {
  chain(): Chain {
    return chainOf(this.lookup, this.self);
  }
}

/** What the rules on a cartridge learn of the others. */
export class CartridgeRelated extends Related<CartridgeFacts> {
  private pairs: readonly Pair[] | undefined;
  private ownPair: Pair | 'none' | undefined;
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

  /** The cartridges whose reference ends at this one. */
  namedBy(): readonly Neighbour[] {
    return namersOf(this.lookup, this.self).filter(namer => {
      const partner = this.partner(namer);
      return partner.state === 'found' && partner.files.some(file => file.uri === this.self.uri);
    });
  }

  /** The partners with which a comparison is violated, seen from either end; `violates` must be symmetric. */
  partnersWhere(violates: (a: CartridgeFacts, b: CartridgeFacts) => boolean): readonly Neighbour[] {
    this.pairs ??= pairsOf(this.lookup, this.self);
    return violatingEnds(this.pairs, this.self, violates);
  }

  /** The partners by its own reference, where that is certain to be no mistake. */
  partners(): readonly Neighbour[] {
    this.ownPair ??= pairFrom(this.lookup, this.self) ?? 'none';
    return this.ownPair === 'none' ? [] : this.ownPair.partners;
  }

  /** Those that may be its partner: those it names, unless that is a mistake, else the candidates. */
  likelyPartners(): readonly Neighbour[] {
    const partner = this.partner();
    const isMistaken =
      partner.state !== 'found' ||
      this.isMisdirected(partner.files) ||
      partner.files.some(file => file.facts.role === this.self.facts.role);
    return isMistaken ? this.candidates() : partner.files;
  }

  /** The only one that may be its partner: where values for this cartridge are derived from. */
  likelyPartner(): Neighbour | undefined {
    const likely = this.likelyPartners();
    return likely.length === 1 ? likely[0] : undefined;
  }

  /** Whether a candidate has no other partner: only then it is likely that this cartridge was meant. */
  isFree(candidate: Neighbour): boolean {
    const partner = this.partner(candidate);
    return partner.state !== 'found' || partner.files.some(file => this.isSelf(file));
  }

  /** Those that name this one and have, as far as can be known, nobody else: or that this one names back. */
  waitingFor(): readonly Neighbour[] {
    return this.namedBy().filter(namer => pointsBackAt(this.self.facts, namer.facts) || !mayHaveCandidate(this.lookup, namer));
  }

  /** The nearest cartridges of a role, whatever they are called. */
  nearestOfRole(role: Role): readonly Neighbour[] {
    const found = this.lookup.nearest(roleKey(role), this.self);
    return found.state === 'found' ? found.files.filter(file => !this.isSelf(file)) : [];
  }

  /** How the service deployments in reach run it; see `runsOf`. */
  runs(): readonly Run[] {
    return runsOf(this.lookup, this.self);
  }
}

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

/** Related information on a value of another file. */
export interface Link {
  readonly uri: string;
  readonly place: Place | Span;
  readonly message: string;
}

export const linkTo = (other: Asker, at: Text | undefined, message: string): Link => ({
  uri: other.uri,
  place: { path: at?.path ?? ['type'] },
  message,
});

/** The way from a folder to a file, both uris, decoded for reading. */
export function relativeName(folder: string, uri: string): string {
  const from = folder.split('/');
  const to = uri.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const path = [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
