import type { JsonPath } from './path';

/** An index from here on stands in few files. */
const SHARED_INDEXES = 64;

/** The keys of the vocabulary and the small indexes make a few hundred paths. What is nested as nobody nests it fills no memory. */
const MOST_PATHS = 10_000;

/**
 * Paths that stand in every file, each made once: of thousands of files the paths would be most of the memory. They are the same for
 * everybody and frozen, so that nobody can change them for another. There are at most `most` of them; others are made as they are asked for.
 */
export class InternedPaths {
  private count = 0;
  private readonly belowRoot = new Map<string | number, JsonPath>();
  /** Every path that is kept, and those that are kept below it. */
  private readonly below = new Map<JsonPath, Map<string | number, JsonPath>>();

  constructor(private readonly most = MOST_PATHS) {}

  /** The path one step below another. */
  child(path: JsonPath, step: string | number): JsonPath {
    const siblings = path.length === 0 ? this.belowRoot : this.below.get(path);
    const known = siblings?.get(step);
    if (known) return known;
    const child: JsonPath = [...path, step];
    const isKept = siblings && this.count < this.most && (typeof step === 'string' || step < SHARED_INDEXES);
    if (!isKept) return child;
    this.count++;
    siblings.set(step, Object.freeze(child));
    this.below.set(child, new Map());
    return child;
  }
}

const PATHS = new InternedPaths();

/** The path one step below another, for a step that is known beforehand: an index, or a key of the vocabulary. */
export const childPath = (path: JsonPath, step: string | number): JsonPath => PATHS.child(path, step);
