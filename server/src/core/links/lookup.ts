import type { Dialect, FactsBase } from '../model/artifact';
import { ANY_TYPE, type CartridgeFacts } from '../model/cartridge';
import { BROKEN, keyIn } from '../model/keys';
import type { FactIndex } from './factIndex';
import type { FolderChain } from './folderBuckets';
import { Questions } from './questions';

/** A file as the others see it. */
export interface Neighbour<F extends FactsBase = CartridgeFacts> {
  readonly uri: string;
  readonly folders: FolderChain;
  readonly facts: F;
}

/** Where a look-up starts. */
export type Asker = Neighbour<FactsBase>;

/** The answer to a look-up. `unknown`: a file that cannot be read, or has not been read yet, may be the one. */
export type Found<F extends FactsBase = CartridgeFacts> =
  | { readonly state: 'found'; readonly files: readonly Neighbour<F>[]; readonly distance: number }
  | { readonly state: 'none' }
  | { readonly state: 'unknown' };

/** What a look-up needs of the workspace. */
export interface Surroundings {
  readonly index: FactIndex;
  /** `undefined`: none of our files (any more). */
  neighbour(uri: string): Asker | undefined;
  /** Whether every file of the workspace folder has been read. */
  isComplete(folders: FolderChain): boolean;
}

/** What look-ups have found out since the last change, and what they asked for it: shared by the checks of one pass. */
export type Memory = Map<string, { readonly value: unknown; readonly asked: Questions }>;

/** Looks files up by name, nearest first, within one dialect and one workspace folder, and writes down what was asked. */
export class Lookup {
  private asked: Questions;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly dialect: Dialect,
    folders: FolderChain,
    private readonly memory: Memory,
  ) {
    this.asked = new Questions(folders);
  }

  get questions(): Questions {
    return this.asked;
  }

  /** The nearest that offer `key`. `doubts` are keys of files that may be one, though they do not say so. */
  nearest<F extends FactsBase = CartridgeFacts>(key: string, from: Asker, doubts?: readonly string[]): Found<F> {
    const distance = this.distance(key, from, doubts);
    if (distance === 'unknown') return { state: 'unknown' };
    if (distance === Infinity) return { state: 'none' };
    const { files } = this.surroundings.index.nearest(keyIn(this.dialect, key), from.folders)!;
    return { state: 'found', files: this.neighbours(files), distance };
  }

  /**
   * Steps to the nearest that offer `key`, Infinity where there are none. Where the folder itself has no answer but a file that may
   * be one, the look-up ends there and is unknown.
   */
  distance(key: string, from: Asker, doubts: readonly string[] = [BROKEN]): number | 'unknown' {
    const { index } = this.surroundings;
    const distance = index.distance(keyIn(this.dialect, key), from.folders);
    if (distance > 0 && (doubts.some(doubt => this.isBeside(doubt, from)) || !this.surroundings.isComplete(from.folders))) {
      this.asked.ask(keyIn(this.dialect, key), from.folders, 0);
      return 'unknown';
    }
    this.asked.ask(keyIn(this.dialect, key), from.folders, distance);
    return distance;
  }

  /** Those of the same folder that offer `key`, but for the asker itself. */
  beside<F extends FactsBase = CartridgeFacts>(key: string, asker: Asker): readonly Neighbour<F>[] {
    this.asked.ask(keyIn(this.dialect, key), asker.folders, 0);
    const answer = this.surroundings.index.nearest(keyIn(this.dialect, key), asker.folders, 0);
    return this.neighbours<F>(answer?.files ?? []).filter(file => file.uri !== asker.uri);
  }

  /** Whether the folder holds a file of ours that cannot be read. */
  hasBrokenBeside(asker: Asker): boolean {
    return this.isBeside(BROKEN, asker);
  }

  /** Doubts about the answer to a look-up for a service type: a file that cannot be read, or a type that is a placeholder. */
  get doubtsAboutTypes(): readonly string[] {
    return [BROKEN, keyIn(this.dialect, ANY_TYPE)];
  }

  /** What `compute` finds out about a file; found out once, and asked for by everybody who wants to know. */
  remember<T>(what: string, of: Asker, compute: () => T): T {
    const name = `${what} ${of.uri}`;
    let known = this.memory.get(name);
    if (!known) {
      const outer = this.asked;
      this.asked = new Questions(of.folders);
      known = { value: compute(), asked: this.asked };
      this.asked = outer;
      this.memory.set(name, known);
    }
    this.asked.askAll(known.asked);
    return known.value as T;
  }

  private isBeside(key: string, asker: Asker): boolean {
    this.asked.ask(key, asker.folders, 0);
    return this.surroundings.index.nearest(key, asker.folders, 0)?.files.some(file => file !== asker.uri) ?? false;
  }

  /** A key tells which kind of file offers it, and so what its facts are. */
  private neighbours<F extends FactsBase>(files: readonly string[]): Neighbour<F>[] {
    return files.flatMap(file => (this.surroundings.neighbour(file) as Neighbour<F> | undefined) ?? []);
  }
}
