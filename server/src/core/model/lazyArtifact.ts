import type { JsonObject } from '../json/types';
import type { ArtifactBase, ArtifactKind, Dialect } from './artifact';
import type { Cartridge } from './cartridge';
import type { Facts } from './facts';
import type { Artifact } from './kinds';
import type { PropertyList } from './property';

/**
 * A file of which only the facts are at hand; the rest is read again when somebody asks for it. Rules about several files decide by the
 * facts of them, and need the rest only for what they report: of thousands of valid files none is read twice.
 */
class LazyArtifact implements ArtifactBase {
  private read: Artifact | undefined;

  constructor(
    readonly facts: Facts,
    private readonly readAgain: () => Artifact,
  ) {}

  get kind(): ArtifactKind {
    return this.facts.kind;
  }

  get dialect(): Dialect {
    return this.facts.dialect;
  }

  get root(): JsonObject {
    return this.whole.root;
  }

  /** Of a cartridge. */
  get properties(): PropertyList {
    return (this.whole as Cartridge).properties;
  }

  private get whole(): Artifact {
    return (this.read ??= this.readAgain());
  }
}

export const lazyArtifact = (facts: Facts, readAgain: () => Artifact): Artifact =>
  new LazyArtifact(facts, readAgain) as ArtifactBase as Artifact;
