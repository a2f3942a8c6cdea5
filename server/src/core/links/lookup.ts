import type { CartridgeFacts, FactsBase } from '../model/facts';
import { ANY_TYPE, UNPARSABLE, type Key } from '../model/keys';
import type { FactIndex } from './factIndex';
import type { IndexedFile, LinkedFile, LookupOrigin } from './linkedFile';
import { FEW, type FolderChain } from './folderChain';
import type { Providers } from './providers';
import { RecordedQueries } from './recordedQueries';
import { without } from './several';

/** The answer to a look-up. `unknown`: a file that cannot be read, or has not been read yet, may be the one. */
export type Found<F extends FactsBase = CartridgeFacts> =
  | { readonly state: 'found'; readonly files: readonly LinkedFile<F>[]; readonly distance: number }
  | { readonly state: 'none' }
  | { readonly state: 'unknown' };

const NONE = { state: 'none' } as const;
const NOTHING: readonly never[] = [];
const UNKNOWN = { state: 'unknown' } as const;

/** What a look-up needs of the workspace. */
export interface LookupScope {
  /** Of the files of one dialect: those of the other never answer. */
  readonly index: FactIndex<IndexedFile>;
  /** Whether every file of the workspace folder has been read. */
  isComplete(folders: FolderChain): boolean;
}

const WILDCARD_KEYS: readonly Key[] = [UNPARSABLE];
const WILDCARD_TYPE_KEYS: readonly Key[] = [UNPARSABLE, ANY_TYPE];

/** The one place that trusts a key: who offers it has the facts that it stands for. */
const withFacts = <F extends FactsBase>(files: readonly IndexedFile[]) => files as readonly LinkedFile<F>[];

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
  readonly queries: RecordedQueries | undefined;
}

/** Looks files up by name, nearest first, within one dialect and one workspace folder, and writes down what was asked if somebody wants to know. */
export class Lookup {
  constructor(
    private readonly scope: LookupScope,
    private readonly memory: Memory,
    /** `undefined`: nobody wants to know. */
    private recording?: RecordedQueries,
  ) {}

  get queries(): RecordedQueries | undefined {
    return this.recording;
  }

  /** The nearest that offer `key`. `wildcardKeys` are keys of files that may be one, though they do not say so. */
  nearest<F extends FactsBase>(key: Key<F>, from: LookupOrigin, wildcardKeys?: readonly Key[]): Found<F> {
    const providers = this.scope.index.providersOf(key);
    const inSameFolder = providers?.inSameFolder(from.folders) ?? NOTHING;
    if (inSameFolder.length > 0) {
      this.recording?.record(key, from.folders, 0, true);
      return { state: 'found', files: withFacts<F>(this.inSameFolderSorted(key, inSameFolder, from)), distance: 0 };
    }
    const distance = this.distanceTo(providers, key, from, true, wildcardKeys);
    if (distance === 'unknown') return UNKNOWN;
    if (!providers || distance === Infinity) return NONE;
    const collect = () => providers.at(distance, from.folders);
    const ways = providers.waysTo(distance, from.folders);
    const files = ways === undefined ? sortedByUri(collect()) : this.shared(key, ways, collect);
    return { state: 'found', files: withFacts<F>(files), distance };
  }

  /**
   * Steps to the nearest that offer `key`, Infinity where there are none. Where the folder itself has no answer but a file that may
   * be one, the look-up ends there and is unknown.
   */
  distance(key: Key, from: LookupOrigin, wildcardKeys?: readonly Key[]): number | 'unknown' {
    return this.distanceTo(this.scope.index.providersOf(key), key, from, false, wildcardKeys);
  }

  private distanceTo(
    providers: Providers<IndexedFile> | undefined,
    key: Key,
    from: LookupOrigin,
    readsContent: boolean,
    wildcardKeys: readonly Key[] = WILDCARD_KEYS,
  ): number | 'unknown' {
    const distance = providers?.distance(from.folders) ?? Infinity;
    const isUnknown =
      distance > 0 && (wildcardKeys.some(wildcard => this.isInSameFolder(wildcard, from)) || !this.scope.isComplete(from.folders));
    this.recording?.record(key, from.folders, isUnknown ? 0 : distance, readsContent);
    return isUnknown ? 'unknown' : distance;
  }

  /** Those of the same folder that offer `key`, but for `from` itself. */
  inSameFolder<F extends FactsBase>(key: Key<F>, from: LookupOrigin): readonly LinkedFile<F>[] {
    return without(this.inOwnFolder(key, from), from);
  }

  /** `from` itself among them, if it offers `key`. */
  inOwnFolder<F extends FactsBase>(key: Key<F>, from: LookupOrigin): readonly LinkedFile<F>[] {
    return withFacts<F>(this.inSameFolderSorted(key, this.inFolder(key, from, true), from));
  }

  /** Whether the folder holds a Private PaaS file that cannot be read, or may hold one that has not been read yet. */
  hasUnreadInSameFolder(from: LookupOrigin): boolean {
    return this.isInSameFolder(UNPARSABLE, from) || !this.scope.isComplete(from.folders);
  }

  /** What makes the answer to a look-up for a service type uncertain: a file that cannot be read, or a type that is a placeholder. */
  get wildcardTypeKeys(): readonly Key[] {
    return WILDCARD_TYPE_KEYS;
  }

  /** What `compute` finds out about a file; found out once, and asked for by everybody who wants to know. */
  memoize<T>(what: string, of: LookupOrigin, compute: () => T): T {
    let ofKind = this.memory.ofFiles.get(what);
    if (!ofKind) this.memory.ofFiles.set(what, (ofKind = new Map<string, Remembered>()));
    return this.once(ofKind, of.uri, of, compute);
  }

  /** The same about an answer, if that is long: many have got it. */
  memoizeOf<T>(files: readonly LookupOrigin[], what: string, compute: () => T): T {
    const [first] = files;
    if (!first || files.length <= FEW) return compute();
    let ofList = this.memory.ofLists.get(files);
    if (!ofList) this.memory.ofLists.set(files, (ofList = new Map<string, Remembered>()));
    return this.once(ofList, what, first, compute);
  }

  private once<T>(all: Map<string, Remembered>, key: string, from: LookupOrigin, compute: () => T): T {
    let known = all.get(key);
    if (!known) {
      const outer = this.recording;
      if (outer) this.recording = new RecordedQueries(from.folders);
      known = { value: compute(), queries: this.recording };
      this.recording = outer;
      all.set(key, known);
    }
    if (known.queries) this.recording?.recordAll(known.queries);
    return known.value as T;
  }

  private inSameFolderSorted(key: Key, beside: readonly IndexedFile[], from: LookupOrigin): readonly IndexedFile[] {
    return beside.length <= FEW ? sortedByUri(beside) : this.shared(key, from.folders[0], () => beside);
  }

  private shared(key: Key, where: string, collect: () => readonly IndexedFile[]): readonly IndexedFile[] {
    const answer = `${where}\n${key}`;
    let files = this.memory.lists.get(answer);
    if (!files) this.memory.lists.set(answer, (files = sortedByUri(collect())));
    return files;
  }

  private isInSameFolder(key: Key, from: LookupOrigin): boolean {
    return this.inFolder(key, from, false).some(file => file.uri !== from.uri);
  }

  private inFolder(key: Key, from: LookupOrigin, readsContent: boolean): readonly IndexedFile[] {
    this.recording?.record(key, from.folders, 0, readsContent);
    return this.scope.index.providersOf(key)?.inSameFolder(from.folders) ?? NOTHING;
  }
}

const sortedByUri = <A extends IndexedFile>(files: readonly A[]): readonly A[] => (files.length > 1 ? [...files].sort(byUri) : files);

const byUri = (a: IndexedFile, b: IndexedFile): number => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);
