import { Askers, type Asking } from './askers';
import type { FolderChain, InFolder } from './folderChain';
import { Offers } from './offers';
import type { Question, Questions } from './questions';

/** What is kept of a question. */
interface Asked<T> extends Readonly<Question>, Asking<T> {
  readonly key: string;
}

const NOTHING: readonly never[] = [];

/**
 * Which file offers which keys, and who asked for them: what finds the nearest file of a name, and those that a change concerns.
 * There is no graph of files: what was asked is written down with how far its answer was, and a change finds the askers it reaches.
 */
export class FactIndex<T extends InFolder> {
  private readonly offers = new Map<string, Offers<T>>();
  private readonly lookers = new Map<string, Askers<T>>();
  /** Those that only asked where the nearest are. */
  private readonly counters = new Map<string, Askers<T>>();
  private readonly asked = new Map<T, readonly Asked<T>[]>();
  /** How many files have been checked. */
  private checks = 0;
  private readonly children = new Map<string, Set<string>>();

  /** Replaces what `file` offers. Its folders must not change while it offers anything. */
  offer(file: T, before: readonly string[], now: readonly string[]): void {
    for (const key of before) {
      const offers = this.offers.get(key)!;
      offers.delete(file);
      if (offers.isEmpty) this.offers.delete(key);
    }
    if (now.length > 0) this.learnFolders(file.folders);
    for (const key of now) {
      const offers = this.offers.get(key);
      if (offers) offers.add(file);
      else this.offers.set(key, new Offers(file, this.children));
    }
  }

  /** `undefined`: nobody offers `key`. */
  offersOf(key: string): Offers<T> | undefined {
    return this.offers.get(key);
  }

  /** Replaces the questions on which the verdict about `asker` rests; most often they are the same as before. */
  setQuestions(asker: T, questions: Questions | undefined): void {
    if (questions) this.checks++;
    const before = this.asked.get(asker) ?? NOTHING;
    if (isSame(before, questions)) return;
    for (const asking of before) {
      const { key, looks } = asking;
      const ofKind = looks ? this.lookers : this.counters;
      const askers = ofKind.get(key)!;
      askers.delete(asking);
      if (askers.isEmpty) ofKind.delete(key);
    }
    if (!questions || questions.byKey.size === 0) {
      this.asked.delete(asker);
      return;
    }
    const now: Asked<T>[] = [];
    for (const [key, { reach, looks }] of questions.byKey) {
      const ofKind = looks ? this.lookers : this.counters;
      const asking = { key, asker, reach, looks };
      const askers = ofKind.get(key);
      if (askers) askers.add(asking);
      else ofKind.set(key, new Askers(asking));
      now.push(asking);
    }
    this.asked.set(asker, now);
  }

  /** Tells those whose verdict may change when a file of this folder offers other facts under `key`. */
  eachLookingAt(key: string, folders: FolderChain, tell: (asker: T) => void): void {
    this.lookers.get(key)?.eachReaching(folders, this.checks, tell);
  }

  /** Tells those whose verdict may change when a file of this folder begins or ceases to offer `key`. */
  eachAskingFor(key: string, folders: FolderChain, tell: (asker: T) => void): void {
    this.eachLookingAt(key, folders, tell);
    this.counters.get(key)?.eachReaching(folders, this.checks, tell);
  }

  private learnFolders(folders: FolderChain): void {
    for (let up = 1; up < folders.length; up++) {
      const children = this.children.get(folders[up]!);
      if (!children) this.children.set(folders[up]!, new Set([folders[up - 1]!]));
      else if (children.has(folders[up - 1]!)) return;
      else children.add(folders[up - 1]!);
    }
  }
}

function isSame(before: readonly Asked<unknown>[], questions: Questions | undefined): boolean {
  if (before.length !== (questions?.byKey.size ?? 0)) return false;
  return before.every(({ key, reach, looks }) => {
    const now = questions!.byKey.get(key);
    return now !== undefined && now.reach === reach && now.looks === looks;
  });
}
