import type { Facts } from '../model/facts';
import { FactIndex } from '../links/factIndex';
import { rootOf, type FolderChain } from '../links/folderChain';
import { Lookup, Memory, type LookupScope } from '../links/lookup';
import { EVERYTHING, RecordedQueries } from '../links/recordedQueries';
import { DIALECTS, type Dialect } from '../model/artifact';
import { isUnparsable, NO_KEYS, type FileState } from './fileState';
import { UNPARSABLE } from '../model/keys';

const MAY_BE_ANYTHING: readonly string[] = [UNPARSABLE];

interface OfDialect extends LookupScope {
  readonly dialect: Dialect;
  readonly index: FactIndex<FileState>;
  /** What read-ups have found out since the last change, for the checks that are still to come. */
  readonly memory: Memory;
  /** The same for looks that write no question down. */
  readonly unasked: Memory;
}

/** What the files of a workspace tell each other, and have asked: an index for each dialect, for those of one never answer the other. */
export class DependencyTracker {
  private readonly incomplete = new Set<string>();
  private readonly all: readonly OfDialect[] = DIALECTS.map(dialect => ({
    dialect,
    index: new FactIndex<FileState>(),
    memory: new Memory(),
    unasked: new Memory(),
    isComplete: (folders: FolderChain) => !this.incomplete.has(rootOf(folders)),
  }));

  /** Whether that was news. */
  setComplete(root: string, complete: boolean): boolean {
    if (complete === !this.incomplete.has(root)) return false;
    this.forgetAnswers();
    if (complete) this.incomplete.delete(root);
    else this.incomplete.add(root);
    return true;
  }

  /** Whether all files of the project are here. */
  isComplete(folders: FolderChain): boolean {
    return !this.incomplete.has(rootOf(folders));
  }

  /** For tests and measurements. */
  stats(): { lookUps: number; mostQueries: number } {
    const indexes = this.all.map(({ index }) => index);
    return {
      lookUps: indexes.reduce((sum, { lookUps }) => sum + lookUps, 0),
      mostQueries: Math.max(...indexes.map(index => index.mostQueries())),
    };
  }

  forgetAnswers(): void {
    for (const { memory, unasked } of this.all) {
      memory.clear();
      unasked.clear();
    }
  }

  /** For a reader, after which nothing is checked again. `undefined`: it is not a Private PaaS file. */
  lookupFor(file: FileState): Lookup | undefined {
    const ofDialect = this.ofDialect(file);
    return ofDialect && new Lookup(ofDialect, ofDialect.unasked);
  }

  /** For a check: what is found out serves the other checks, too, until something changes. `keepsQueries`: they are written down. */
  lookupForCheck(file: FileState, keepsQueries: boolean): Lookup | undefined {
    const ofDialect = this.ofDialect(file);
    return ofDialect && new Lookup(ofDialect, ofDialect.memory, keepsQueries ? new RecordedQueries(file.folders) : undefined);
  }

  private ofDialect(file: FileState): OfDialect | undefined {
    return this.all.find(({ dialect }) => dialect === file.facts?.dialect);
  }

  /** Replaces the questions on which the verdict about a file rests. */
  setQueries(file: FileState, queries: RecordedQueries | undefined): void {
    for (const { dialect, index } of this.all) index.setQueries(file, dialect === file.facts?.dialect ? queries : undefined);
  }

  /** Brings what a file offers up to date. `factsChanged`: its facts are different. Those that this concerns are to be checked again. */
  update(file: FileState, factsChanged: boolean): Set<FileState> {
    return this.replace(file, factsChanged, keysProvidedBy);
  }

  /** What `read` sees while a file says other things; it is told which others that concerns. Afterwards all is as it was. */
  suppose<T>(file: FileState, facts: Facts | undefined, read: (others: Set<FileState>) => T): T {
    const before = file.facts;
    file.facts = facts;
    try {
      const others = this.update(file, true);
      others.delete(file);
      return read(others);
    } finally {
      file.facts = before;
      this.update(file, true);
    }
  }

  /** The file is gone, or moves. */
  remove(file: FileState): Set<FileState> {
    const concerned = this.replace(file, true, () => NO_KEYS);
    for (const { index } of this.all) index.setQueries(file, undefined);
    return concerned;
  }

  private replace(file: FileState, factsChanged: boolean, provided: typeof keysProvidedBy): Set<FileState> {
    const concerned = new Set<FileState>();
    const concern = (dependent: FileState) => void concerned.add(dependent);
    file.providedKeys = this.all.map(({ dialect, index }, i) => {
      const before = file.providedKeys[i]!;
      const now = provided(file, dialect);
      const isSame = now.length === before.length && now.every((key, i) => key === before[i]);
      if (isSame && (!factsChanged || now.length === 0)) return before;
      this.forgetAnswers();
      // A group may name thousands of cartridges.
      const [had, has] = [new Set(before), new Set(now)];
      for (const key of now) {
        if (had.has(key)) index.eachReadingContent(key, file.folders, concern);
        else index.eachDependingOn(key, file.folders, concern);
      }
      index.eachReadingContent(EVERYTHING, file.folders, concern);
      for (const key of before) if (!has.has(key)) index.eachDependingOn(key, file.folders, concern);
      if (!isSame) index.provide(file, before, now);
      return now;
    });
    return concerned;
  }
}

/** The keys under which others of a dialect find a file. A Private PaaS file that cannot be read may be anything, of either dialect. */
function keysProvidedBy(file: FileState, dialect: Dialect): readonly string[] {
  if (file.isDeleted || file.settings.isIgnored) return NO_KEYS;
  if (file.facts) return file.facts.dialect === dialect || file.facts.isOfEither ? eachOnce(file.facts.keys) : NO_KEYS;
  return isUnparsable(file) && file.current.looksLike ? MAY_BE_ANYTHING : NO_KEYS;
}

/** A name may be defined twice in a file; the index takes each key of a file once. */
function eachOnce(keys: readonly string[]): readonly string[] {
  const distinct = new Set(keys);
  return distinct.size === keys.length ? keys : [...distinct];
}
