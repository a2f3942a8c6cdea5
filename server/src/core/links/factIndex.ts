import { FolderBuckets, type FolderChain } from './folderBuckets';
import type { Questions } from './questions';

/** The nearest files that offer a key. */
export interface Answer {
  readonly files: readonly string[];
  readonly distance: number;
}

/**
 * Which file offers which keys, and who asked for them. A file that offers a key is kept at its folder and at each one above
 * it, with the steps down to it, so that finding the nearest costs the steps up from the asker. A question is kept likewise,
 * at each folder that it reaches, with the steps it can still go down; so a change finds those it concerns by walking up.
 */
export class FactIndex {
  private readonly offers = new FolderBuckets<string>();
  private readonly askers = new FolderBuckets<string>();
  private readonly offered = new Map<string, { readonly folders: FolderChain; readonly keys: readonly string[] }>();
  private readonly asked = new Map<string, Questions>();

  /** Replaces what `file` offers; no keys: it is gone. */
  offer(file: string, folders: FolderChain, keys: readonly string[]): void {
    const before = this.offered.get(file);
    before?.keys.forEach(key => before.folders.forEach((folder, down) => this.offers.delete(key, folder, down, file)));
    keys.forEach(key => folders.forEach((folder, down) => this.offers.add(key, folder, down, file)));
    if (keys.length > 0) this.offered.set(file, { folders, keys });
    else this.offered.delete(file);
  }

  keysOffered(file: string): readonly string[] {
    return this.offered.get(file)?.keys ?? [];
  }

  /** Steps up and down to the nearest files that offer `key`; Infinity where there are none within `limit` steps. */
  distance(key: string, from: FolderChain, limit = Infinity): number {
    let distance = Infinity;
    for (let up = 0; up < from.length && up <= Math.min(limit, distance); up++) {
      for (const down of this.offers.at(key, from[up]!)?.keys() ?? []) distance = Math.min(distance, up + down);
    }
    return distance > limit ? Infinity : distance;
  }

  /** The files that offer `key` at the smallest distance from a folder, sorted. `undefined`: there are none within `limit` steps. */
  nearest(key: string, from: FolderChain, limit = Infinity): Answer | undefined {
    const distance = this.distance(key, from, limit);
    if (distance === Infinity) return undefined;
    const files = new Set<string>();
    for (let up = 0; up < from.length && up <= distance; up++) {
      for (const file of this.offers.at(key, from[up]!)?.get(distance - up) ?? []) files.add(file);
    }
    return { files: files.size > 1 ? [...files].sort() : [...files], distance };
  }

  /** Replaces the questions on which the verdict about `asker` rests. */
  setQuestions(asker: string, questions: Questions | undefined): void {
    const before = this.asked.get(asker);
    if (before) this.eachReached(before, (...at) => this.askers.delete(...at, asker));
    if (questions) this.eachReached(questions, (...at) => this.askers.add(...at, asker));
    if (questions && questions.reaches.size > 0) this.asked.set(asker, questions);
    else this.asked.delete(asker);
  }

  /** Those whose verdict may change when a file of this folder begins or ceases to offer `key`, or offers other facts under it. */
  *concernedBy(key: string, folders: FolderChain): Iterable<string> {
    for (let down = 0; down < folders.length; down++) {
      for (const [left, askers] of this.askers.at(key, folders[down]!) ?? []) if (left >= down) yield* askers;
    }
  }

  private eachReached({ folders, reaches }: Questions, visit: (key: string, folder: string, left: number) => void): void {
    for (const [key, reach] of reaches) for (let up = 0; up < folders.length && up <= reach; up++) visit(key, folders[up]!, reach - up);
  }
}
