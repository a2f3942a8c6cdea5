import type { Dialect, FactsBase } from '../model/artifact';
import { ANY_TYPE, typeKey, type CartridgeFacts } from '../model/cartridge';
import { BROKEN, keyIn } from '../model/facts';
import type { FactIndex, Question } from './factIndex';
import type { FolderChain } from './folderBuckets';

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

/** Looks files up by name, nearest first, within one dialect and one workspace folder, and writes down what was asked. */
export class Lookup {
  readonly questions: Question[] = [];

  constructor(
    private readonly surroundings: Surroundings,
    private readonly dialect: Dialect,
  ) {}

  cartridgesOfType(type: string, from: Asker): Found {
    return this.nearest(typeKey(type), from, [BROKEN, keyIn(this.dialect, ANY_TYPE)]);
  }

  /**
   * The nearest that offer `key`. Where the folder itself has no answer but a file that may be one (it offers one of
   * `doubts`), the look-up ends there.
   */
  nearest<F extends FactsBase = CartridgeFacts>(key: string, from: Asker, doubts: readonly string[] = [BROKEN]): Found<F> {
    const { index } = this.surroundings;
    const own = from.folders.slice(0, 1);
    const answer = index.nearest(keyIn(this.dialect, key), from.folders);
    if (answer?.distance !== 0) {
      const doubted = doubts.some(doubt => {
        this.ask(doubt, own, 0);
        return index.nearest(doubt, own, 0)?.files.some(file => file !== from.uri);
      });
      if (doubted || !this.surroundings.isComplete(from.folders)) {
        this.ask(keyIn(this.dialect, key), own, 0);
        return { state: 'unknown' };
      }
    }
    this.ask(keyIn(this.dialect, key), from.folders, answer?.distance ?? Infinity);
    if (!answer) return { state: 'none' };
    return { state: 'found', files: this.neighbours(answer.files), distance: answer.distance };
  }

  /** Those of the same folder that offer `key`, but for the asker itself. */
  beside<F extends FactsBase = CartridgeFacts>(key: string, asker: Asker): readonly Neighbour<F>[] {
    const own = asker.folders.slice(0, 1);
    this.ask(keyIn(this.dialect, key), own, 0);
    const answer = this.surroundings.index.nearest(keyIn(this.dialect, key), own, 0);
    return this.neighbours<F>(answer?.files ?? []).filter(file => file.uri !== asker.uri);
  }

  private ask(key: string, from: FolderChain, reach: number): void {
    this.questions.push({ key, from, reach });
  }

  /** A key tells which kind of file offers it, and so what its facts are. */
  private neighbours<F extends FactsBase>(files: readonly string[]): Neighbour<F>[] {
    return files.flatMap(file => (this.surroundings.neighbour(file) as Neighbour<F> | undefined) ?? []);
  }
}
