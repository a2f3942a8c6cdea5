import type { FactsBase } from '../model/artifact';
import type { CartridgeFacts } from '../model/cartridge';
import { ANY_TYPE, BROKEN } from '../model/keys';
import type { FactIndex } from './factIndex';
import { FEW, type FolderChain } from './folderChain';
import type { Offers } from './offers';
import { Questions } from './questions';
import { without } from './several';

/** A file as the others see it. */
export interface Neighbour<F extends FactsBase = CartridgeFacts> {
  readonly uri: string;
  readonly folders: FolderChain;
  readonly facts: F;
}

/** Where a look-up starts. */
export type Asker = Neighbour<FactsBase>;

/** A file that offers keys: one of ours, or one that cannot be read and has no facts. */
export interface IndexedFile {
  readonly uri: string;
  readonly folders: FolderChain;
  readonly facts: FactsBase | undefined;
}

/** The answer to a look-up. `unknown`: a file that cannot be read, or has not been read yet, may be the one. */
export type Found<F extends FactsBase = CartridgeFacts> =
  | { readonly state: 'found'; readonly files: readonly Neighbour<F>[]; readonly distance: number }
  | { readonly state: 'none' }
  | { readonly state: 'unknown' };

const NONE = { state: 'none' } as const;
const NOTHING: readonly never[] = [];
const UNKNOWN = { state: 'unknown' } as const;

/** What a look-up needs of the workspace. */
export interface Surroundings {
  /** Of the files of one dialect: those of the other never answer. */
  readonly index: FactIndex<IndexedFile>;
  /** Whether every file of the workspace folder has been read. */
  isComplete(folders: FolderChain): boolean;
}

const DOUBTS = [BROKEN];
const DOUBTS_ABOUT_TYPES = [BROKEN, ANY_TYPE];

/** What look-ups have found out since the last change, and what they asked for it: shared by the checks of one pass. */
export class Memory {
  /** By what was found out, and about which file. */
  readonly ofFiles = new Map<string, Map<string, Remembered>>();
  /** By the list that it was found out about, and what. */
  readonly ofLists = new Map<readonly IndexedFile[], Map<string, Remembered>>();

  /** `lists`: the answers of many files. All who get the same answer get the same list. */
  constructor(readonly lists = new Map<string, readonly IndexedFile[]>()) {}

  clear(): void {
    if (this.ofFiles.size > 0) this.ofFiles.clear();
    if (this.lists.size > 0) this.lists.clear();
    if (this.ofLists.size > 0) this.ofLists.clear();
  }
}

interface Remembered {
  readonly value: unknown;
  readonly asked: Questions | undefined;
}

/** Looks files up by name, nearest first, within one dialect and one workspace folder, and writes down what was asked if somebody wants to know. */
export class Lookup {
  constructor(
    private readonly surroundings: Surroundings,
    private readonly memory: Memory,
    /** `undefined`: nobody wants to know. */
    private asked?: Questions,
  ) {}

  get questions(): Questions | undefined {
    return this.asked;
  }

  /** The nearest that offer `key`. `doubts` are keys of files that may be one, though they do not say so. */
  nearest<F extends FactsBase = CartridgeFacts>(key: string, from: Asker, doubts?: readonly string[]): Found<F> {
    const offers = this.surroundings.index.offersOf(key);
    const beside = offers?.beside(from.folders) ?? NOTHING;
    if (beside.length > 0) {
      this.asked?.ask(key, from.folders, 0, true);
      return { state: 'found', files: this.besideInOrder(key, beside, from) as readonly Neighbour<F>[], distance: 0 };
    }
    const distance = this.distanceTo(offers, key, from, true, doubts);
    if (distance === 'unknown') return UNKNOWN;
    if (distance === Infinity) return NONE;
    const collect = () => offers!.at(distance, from.folders);
    const ways = offers!.waysTo(distance, from.folders);
    const files = ways === undefined ? inOrder(collect()) : this.shared(key, ways, collect);
    return { state: 'found', files: files as readonly Neighbour<F>[], distance };
  }

  /**
   * Steps to the nearest that offer `key`, Infinity where there are none. Where the folder itself has no answer but a file that may
   * be one, the look-up ends there and is unknown.
   */
  distance(key: string, from: Asker, doubts?: readonly string[]): number | 'unknown' {
    return this.distanceTo(this.surroundings.index.offersOf(key), key, from, false, doubts);
  }

  private distanceTo(
    offers: Offers<IndexedFile> | undefined,
    key: string,
    from: Asker,
    looks: boolean,
    doubts: readonly string[] = DOUBTS,
  ): number | 'unknown' {
    const distance = offers?.distance(from.folders) ?? Infinity;
    const isUnknown = distance > 0 && (doubts.some(doubt => this.isBeside(doubt, from)) || !this.surroundings.isComplete(from.folders));
    this.asked?.ask(key, from.folders, isUnknown ? 0 : distance, looks);
    return isUnknown ? 'unknown' : distance;
  }

  /** Those of the same folder that offer `key`, but for the asker itself. */
  beside<F extends FactsBase = CartridgeFacts>(key: string, asker: Asker): readonly Neighbour<F>[] {
    return without(this.inOwnFolder<F>(key, asker), asker);
  }

  /** The asker itself among them, if it offers `key`. */
  inOwnFolder<F extends FactsBase = CartridgeFacts>(key: string, asker: Asker): readonly Neighbour<F>[] {
    return this.besideInOrder(key, this.inFolder(key, asker, true), asker) as readonly Neighbour<F>[];
  }

  /** Whether the folder holds a file of ours that cannot be read, or may hold one that has not been read yet. */
  hasUnreadBeside(asker: Asker): boolean {
    return this.isBeside(BROKEN, asker) || !this.surroundings.isComplete(asker.folders);
  }

  /** Doubts about the answer to a look-up for a service type: a file that cannot be read, or a type that is a placeholder. */
  get doubtsAboutTypes(): readonly string[] {
    return DOUBTS_ABOUT_TYPES;
  }

  /** What `compute` finds out about a file; found out once, and asked for by everybody who wants to know. */
  remember<T>(what: string, of: Asker, compute: () => T): T {
    let ofKind = this.memory.ofFiles.get(what);
    if (!ofKind) this.memory.ofFiles.set(what, (ofKind = new Map<string, Remembered>()));
    return this.once(ofKind, of.uri, of, compute);
  }

  /** The same about an answer, if that is long: many have got it. */
  rememberOf<T>(files: readonly Asker[], what: string, compute: () => T): T {
    if (files.length <= FEW) return compute();
    let ofList = this.memory.ofLists.get(files);
    if (!ofList) this.memory.ofLists.set(files, (ofList = new Map<string, Remembered>()));
    return this.once(ofList, what, files[0]!, compute);
  }

  private once<T>(all: Map<string, Remembered>, key: string, from: Asker, compute: () => T): T {
    let known = all.get(key);
    if (!known) {
      const outer = this.asked;
      if (outer) this.asked = new Questions(from.folders);
      known = { value: compute(), asked: this.asked };
      this.asked = outer;
      all.set(key, known);
    }
    if (known.asked) this.asked?.askAll(known.asked);
    return known.value as T;
  }

  private besideInOrder(key: string, beside: readonly IndexedFile[], from: Asker): readonly IndexedFile[] {
    return beside.length <= FEW ? inOrder(beside) : this.shared(key, from.folders[0]!, () => beside);
  }

  private shared(key: string, where: string, collect: () => readonly IndexedFile[]): readonly IndexedFile[] {
    const answer = `${where}\n${key}`;
    let files = this.memory.lists.get(answer);
    if (!files) this.memory.lists.set(answer, (files = inOrder(collect())));
    return files;
  }

  private isBeside(key: string, asker: Asker): boolean {
    return this.inFolder(key, asker, false).some(file => file.uri !== asker.uri);
  }

  private inFolder(key: string, asker: Asker, looks: boolean): readonly IndexedFile[] {
    this.asked?.ask(key, asker.folders, 0, looks);
    return this.surroundings.index.offersOf(key)?.beside(asker.folders) ?? NOTHING;
  }
}

const inOrder = <A extends IndexedFile>(files: readonly A[]): readonly A[] => (files.length > 1 ? [...files].sort(byUri) : files);

const byUri = (a: IndexedFile, b: IndexedFile): number => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);
