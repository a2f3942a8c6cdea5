import type { Place } from '../json/path';
import type { FactsBase } from '../model/artifact';
import type { CartridgeFacts } from '../model/cartridge';
import type { Text } from '../model/text';
import type { Asker, Lookup, Neighbour } from './lookup';
import { candidatesOf, isMisdirected, namersOf, pairsOf, partnerOf, violatingEnds, type Pair, type Partner } from './pairs';
import { runsOf, type Run } from './runs';

/** All that a rule or a feature learns of the other files. */
export class Related<F extends FactsBase = FactsBase> {
  constructor(
    protected readonly lookup: Lookup,
    protected readonly self: Neighbour<F>,
  ) {}

  get fileName(): string {
    return relativeName(this.self.folders[0]!, this.self.uri);
  }

  /** How to call another file here: its name, with the way to it where it stands in another folder. */
  nameOf(other: Asker): string {
    return relativeName(this.self.folders[0]!, other.uri);
  }
}

/** What the rules on a cartridge learn of the others. */
export class CartridgeRelated extends Related<CartridgeFacts> {
  private pairs: readonly Pair[] | undefined;

  partner(of: Neighbour = this.self): Partner {
    return partnerOf(this.lookup, of);
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

  /** The partner, else the only candidate: where values for this cartridge are derived from. */
  likelyPartner(): Neighbour | undefined {
    const partner = this.partner();
    if (partner.state === 'found' && partner.files.length === 1) return partner.files[0];
    const candidates = this.candidates();
    return partner.state !== 'found' && candidates.length === 1 ? candidates[0] : undefined;
  }

  /** How the service deployments in reach run it; see `runsOf`. */
  runs(): readonly Run[] {
    return runsOf(this.lookup, this.self);
  }
}

/** What the rules on a file of this kind learn of the others. */
export function relatedOf(lookup: Lookup, self: Neighbour<FactsBase>): Related {
  return self.facts.kind === 'cartridge' ? new CartridgeRelated(lookup, self as Neighbour) : new Related(lookup, self);
}

/** Related information on a value of another file. */
export interface Link {
  readonly uri: string;
  readonly place: Place;
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
