import type { CartridgeFacts, DeploymentFacts, FactsBase, Facts, FactsOf } from '../model/facts';
import type { ArtifactKind } from '../model/artifact';
import { ANY_ALIAS, anyKey, roleKey, UNPARSABLE, type Key } from '../model/keys';
import type { Occurrence } from '../model/occurrences';
import { pointsBackAt } from '../model/cartridge';
import { literal } from '../model/scalar';
import type { Role } from '../vocabulary/payloadParameters';
import type { Comparison } from './comparison';
import { FEW } from './folderChain';
import { relativeName } from './link';
import type { LookupOrigin, LinkedFile } from './linkedFile';
import type { Lookup } from './lookup';
import { candidatesOf, isMisdirected, mayHaveCandidate, nameOthers, namersOf, partnerOf, type Ends, type Partner } from './pairs';
import { chainOf, deploymentsOf, type DeploymentChain, type Deployment } from './deployments';
import { about, allBut, having, isAmong, together, union, without, type Several } from './several';
import { slipBehind, type Slip } from './slips';
import { pairingOf } from './pairing';

export { andMore, likewise, linksTo, moreFiles, linkTo, relativeName, type Link } from './link';

/** All that a rule or a feature learns of the other files. */
export class CrossFileContext<F extends FactsBase = FactsBase> {
  constructor(
    protected readonly lookup: Lookup,
    protected readonly current: LinkedFile<F>,
  ) {}

  get uri(): string {
    return this.current.uri;
  }

  get fileName(): string {
    return relativeName(this.current.folders[0], this.current.uri);
  }

  /** The nearest files that offer a key; nothing where it is unknown. */
  find<G extends FactsBase>(key: Key<G>, from: LookupOrigin = this.current): readonly LinkedFile<G>[] {
    const found = this.lookup.nearest(key, from);
    return found.state === 'found' ? found.files : [];
  }

  /** Those of the same folder that offer a key, but for this one. */
  inSameFolder<G extends FactsBase>(key: Key<G>): readonly LinkedFile<G>[] {
    return this.lookup.inSameFolder(key, this.current);
  }

  /** Those of the same folder that offer a key, but for this one, where thousands may. */
  others<G extends FactsBase>(key: Key<G>): Several<LinkedFile<G>> {
    return allBut(this.lookup.inOwnFolder(key, this.current), this.current);
  }

  /** Whether a reference leads nowhere, though there are files of its kind: the name is wrong, not the rest of the world missing. */
  isDangling({ key, within }: Pick<Occurrence, 'key' | 'within'>, to: ArtifactKind): boolean {
    if (key === undefined || (within !== undefined && !this.exists(within))) return false;
    const wildcards = to === 'cartridge' ? this.lookup.wildcardTypeKeys : undefined;
    return this.lookup.distance(key, this.current, wildcards) === Infinity && this.exists(anyKey(to));
  }

  /**
   * Whether no application in reach has a cartridge of an alias, though there are applications: none of those as near as the nearest has an
   * alias that is not known yet, and no file that cannot be read may be one of them.
   */
  isUnknownAlias(key: Key): boolean {
    const distance = (to: Key) => this.lookup.distance(to, this.current);
    if (distance(key) !== Infinity) return false;
    const nearest = distance(anyKey('application'));
    if (nearest === 'unknown' || nearest === Infinity) return false;
    return [ANY_ALIAS, UNPARSABLE].every(wildcard => {
      const at = distance(wildcard);
      return at !== 'unknown' && at > nearest;
    });
  }

  /** Whether it is certain that no file in reach offers a key. */
  isAbsent(key: Key): boolean {
    return this.lookup.distance(key, this.current, this.lookup.wildcardTypeKeys) === Infinity;
  }

  /** Whether some file in reach offers a key. */
  exists(key: Key): boolean {
    const distance = this.lookup.distance(key, this.current);
    return distance !== 'unknown' && distance !== Infinity;
  }

  /** The cartridge whose own service type is the mistake, where several files name one that no cartridge of the folder has. */
  slipBehind(type: string): Slip | undefined {
    return slipBehind(this.lookup, type, this.current);
  }

  /** How to call another file here: its name, with the way to it where it stands in another folder. */
  nameOf(other: LookupOrigin): string {
    return relativeName(this.current.folders[0], other.uri);
  }

  /** The same for several of which the same is to be said. */
  namesOf({ first: [first], count }: Several<LookupOrigin>): string {
    return (first ? this.nameOf(first) : '') + (count > 1 ? ` and ${count - 1} more` : '');
  }
}

/** What the rules on a service deployment or a subscription learn of the others. */
export class DeploymentContext extends CrossFileContext<DeploymentFacts> {
  chain(): DeploymentChain {
    return chainOf(this.lookup, this.current);
  }
}

/** What the rules on a cartridge learn of the others. */
export class CartridgeContext extends CrossFileContext<CartridgeFacts> {
  private readonly pairing = pairingOf(this.current.facts);
  private ends: Ends | undefined;
  private ownPartner: Partner | undefined;

  partner(of: LinkedFile = this.current): Partner {
    if (of.uri !== this.current.uri) return partnerOf(this.lookup, of);
    return (this.ownPartner ??= partnerOf(this.lookup, this.current));
  }

  /** Those that may have been meant as its partner, in the same folder; only for proposing values. */
  candidates(of: LinkedFile = this.current): readonly LinkedFile[] {
    return candidatesOf(this.lookup, of);
  }

  isCurrent(other: LookupOrigin): boolean {
    return other.uri === this.current.uri;
  }

  isMisdirected(partners: readonly LinkedFile[]): boolean {
    return isMisdirected(this.lookup, this.current, partners);
  }

  /** The cartridges whose reference ends at this one, in lists that many share. */
  namedBy(): readonly (readonly LinkedFile[])[] {
    return namersOf(this.lookup, this.current);
  }

  /** The partners that violate a comparison, seen from either end. */
  partnersWhere(comparison: Comparison): Several<LinkedFile> {
    return this.pairing.violating(this.endsOfPairs(), this.current, comparison);
  }

  /** The other halves of the pair by its own statement, where that is certain to be no mistake. */
  partners(): readonly LinkedFile[] {
    return this.endsOfPairs().own;
  }

  private endsOfPairs(): Ends {
    return (this.ends ??= this.pairing.endsOf(this.lookup, this.current));
  }

  /** Those that may be its partner: those it names, unless that is a mistake, else the candidates. */
  likelyPartners(): readonly LinkedFile[] {
    const partner = this.partner();
    const isMistaken =
      partner.state !== 'found' || this.isMisdirected(partner.files) || about(partner.files, rolesOf).has(this.current.facts.role);
    return isMistaken ? this.candidates() : partner.files;
  }

  /** The only one that may be its partner: where values for this cartridge are derived from. */
  likelyPartner(): LinkedFile | undefined {
    const likely = this.likelyPartners();
    return likely.length === 1 ? likely[0] : undefined;
  }

  isFree(candidate: LinkedFile): boolean {
    return this.areFree([candidate]);
  }

  /** Whether no candidate has another partner: only then it is likely that this cartridge was meant. */
  areFree(candidates: readonly LinkedFile[]): boolean {
    return this.partnersOf(candidates).every(partners => isAmong(partners, this.current));
  }

  /** The partners of some cartridges, those of several that have the same once. */
  partnersOf(cartridges: readonly LinkedFile[]): readonly (readonly LinkedFile[])[] {
    return this.lookup.memoizeOf(cartridges, 'partners', () => {
      const partners = cartridges.map(one => this.partner(one));
      return [...new Set(partners.flatMap(partner => (partner.state === 'found' ? [partner.files] : [])))];
    });
  }

  /** Whether all its partners certainly name others, and none of them this one. */
  nameOthers(partners: readonly LinkedFile[], role: Role): boolean {
    return nameOthers(this.lookup, partners, role, this.current);
  }

  /** Those that name this one and have, as far as can be known, nobody else: or that this one names back. */
  waitingFor(): Several<LinkedFile> {
    return together(
      this.namedBy().map(namers => {
        const waiting = this.lookup.memoizeOf(namers, 'waiting', () => namers.filter(namer => !mayHaveCandidate(this.lookup, namer)));
        return union(waiting, [namedBack(namers, this.current.facts)]);
      }),
    );
  }

  /** The nearest cartridges of a role, whatever they are called. */
  nearestOfRole(role: Role): readonly LinkedFile[] {
    const found = this.lookup.nearest(roleKey(role), this.current);
    return found.state === 'found' ? without(found.files, this.current) : [];
  }

  /** How the service deployments in reach run it; see `deploymentsOf`. */
  deployments(): readonly Deployment[] {
    return deploymentsOf(this.lookup, this.current);
  }
}

export const rolesOf = (files: readonly LinkedFile[]): ReadonlySet<CartridgeFacts['role']> => new Set(files.map(({ facts }) => facts.role));

/** Of cartridges that name another one, those that it names, too. */
function namedBack(namers: readonly LinkedFile[], facts: CartridgeFacts): readonly LinkedFile[] {
  if (namers.length <= FEW) return namers.filter(namer => pointsBackAt(facts, namer.facts));
  // All who name one by the same parameter have the same role.
  const named = literal(namers[0]?.facts.role === 'manager' ? facts.managerType : facts.workerType);
  return having(namers, typeOf, named?.text);
}

const typeOf = ({ type }: CartridgeFacts): string | undefined => type?.text;

/** What the rules on a file of this kind learn of the others. */
export function contextOf(lookup: Lookup, file: LinkedFile<Facts>): CrossFileContext {
  if (isOf(file, 'cartridge')) return new CartridgeContext(lookup, file);
  if (isOf(file, 'service deployment') || isOf(file, 'subscription')) return new DeploymentContext(lookup, file);
  return new CrossFileContext(lookup, file);
}

const isOf = <K extends ArtifactKind>(file: LinkedFile<Facts>, kind: K): file is LinkedFile<FactsOf<K>> => file.facts.kind === kind;
