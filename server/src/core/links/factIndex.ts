import { Dependents, type Dependency } from './dependents';
import type { FolderChain, InFolder } from './folderChain';
import { Providers } from './providers';
import type { Query, RecordedQueries } from './recordedQueries';

/** What is kept of a question. */
interface Recorded<T> extends Readonly<Query>, Dependency<T> {
  readonly key: string;
}

const NOTHING: readonly never[] = [];

/**
 * Which file offers which keys, and who asked for them: what finds the nearest file of a name, and those that a change concerns.
 * There is no graph of files: what was recorded is written down with how far its answer was, and a change finds the dependents it reaches.
 */
export class FactIndex<T extends InFolder> {
  private readonly providers = new Map<string, Providers<T>>();
  private readonly contentDependents = new Map<string, Dependents<T>>();
  /** Those that only recorded where the nearest are. */
  private readonly distanceDependents = new Map<string, Dependents<T>>();
  private readonly recorded = new Map<T, readonly Recorded<T>[]>();
  /** How many files have been checked. */
  private checks = 0;
  /** How many look-ups there have been. */
  lookUps = 0;
  private readonly children = new Map<string, Set<string>>();

  /** Replaces what `file` offers. Its folders must not change while it offers anything. */
  provide(file: T, before: readonly string[], now: readonly string[]): void {
    for (const key of before) {
      const providers = this.providers.get(key);
      providers?.delete(file);
      if (providers?.isEmpty) this.providers.delete(key);
    }
    if (now.length > 0) this.learnFolders(file.folders);
    for (const key of now) {
      const providers = this.providers.get(key);
      if (providers) providers.add(file);
      else this.providers.set(key, new Providers(file, this.children));
    }
  }

  /** `undefined`: nobody offers `key`. */
  providersOf(key: string): Providers<T> | undefined {
    this.lookUps++;
    return this.providers.get(key);
  }

  /** The largest number of queries that are kept for one file. */
  mostQueries(): number {
    let most = 0;
    for (const { length } of this.recorded.values()) most = Math.max(most, length);
    return most;
  }

  /** Replaces the queries on which the verdict about `file` rests; most often they are the same as before. */
  setQueries(file: T, queries: RecordedQueries | undefined): void {
    if (queries) this.checks++;
    const before = this.recorded.get(file) ?? NOTHING;
    if (isSame(before, queries)) return;
    for (const dependency of before) {
      const { key, readsContent } = dependency;
      const ofKind = readsContent ? this.contentDependents : this.distanceDependents;
      const dependents = ofKind.get(key);
      dependents?.delete(dependency);
      if (dependents?.isEmpty) ofKind.delete(key);
    }
    if (!queries || queries.byKey.size === 0) {
      this.recorded.delete(file);
      return;
    }
    const now: Recorded<T>[] = [];
    for (const [key, { radius, readsContent }] of queries.byKey) {
      const ofKind = readsContent ? this.contentDependents : this.distanceDependents;
      const dependency = { key, dependent: file, radius, readsContent };
      const dependents = ofKind.get(key);
      if (dependents) dependents.add(dependency);
      else ofKind.set(key, new Dependents(dependency));
      now.push(dependency);
    }
    this.recorded.set(file, now);
  }

  /** Tells those whose verdict may change when a file of this folder providers other facts under `key`. */
  eachReadingContent(key: string, folders: FolderChain, visit: (file: T) => void): void {
    this.contentDependents.get(key)?.eachReaching(folders, this.checks, visit);
  }

  /** Tells those whose verdict may change when a file of this folder begins or ceases to offer `key`. */
  eachDependingOn(key: string, folders: FolderChain, visit: (file: T) => void): void {
    this.eachReadingContent(key, folders, visit);
    this.distanceDependents.get(key)?.eachReaching(folders, this.checks, visit);
  }

  private learnFolders(folders: FolderChain): void {
    let [folder] = folders;
    for (let up = 1; up < folders.length; up++) {
      const parent = folders[up]!;
      const children = this.children.get(parent);
      if (!children) this.children.set(parent, new Set([folder]));
      else if (children.has(folder)) return;
      else children.add(folder);
      folder = parent;
    }
  }
}

function isSame(before: readonly Recorded<unknown>[], queries: RecordedQueries | undefined): boolean {
  if (before.length !== (queries?.byKey.size ?? 0)) return false;
  return before.every(({ key, radius, readsContent }) => {
    const now = queries?.byKey.get(key);
    return now !== undefined && now.radius === radius && now.readsContent === readsContent;
  });
}
