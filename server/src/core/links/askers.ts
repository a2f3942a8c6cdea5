import { distanceBetween, FEW, type FolderChain, type InFolder } from './folderChain';

/** One whose verdict rests on an answer, and the steps up to which news concern it. */
export interface Asking<T> {
  readonly asker: T;
  readonly reach: number;
}

interface Many<T> {
  readonly everywhere: Set<Asking<T>>;
  readonly near: Map<string, Set<Asking<T>>>;
  /** From where news have come since so many checks: all whom they concern are to be checked anyway. */
  readonly told: Set<string>;
  checks: number;
}

/**
 * The files that asked for one key, each with its reach. Few are a list. Of many, those with a reach without end are kept together, and
 * the others at each folder that their reach leads through.
 */
export class Askers<T extends InFolder> {
  /** Copied when it grows: lists of thousands of keys have exactly the room that they need. */
  private few: readonly Asking<T>[];
  private many: Many<T> | undefined;

  constructor(first: Asking<T>) {
    this.few = [first];
  }

  get isEmpty(): boolean {
    return this.few.length === 0 && !this.many?.everywhere.size && !this.many?.near.size;
  }

  add(asking: Asking<T>): void {
    if (this.many) this.addToMany(asking);
    else if (this.few.length < FEW) this.few = [...this.few, asking];
    else {
      this.many = { everywhere: new Set(), near: new Map(), told: new Set(), checks: 0 };
      for (const one of [...this.few, asking]) this.addToMany(one);
      this.few = [];
    }
  }

  delete(asking: Asking<T>): void {
    if (!this.many) this.few = this.few.filter(one => one !== asking);
    else if (asking.reach === Infinity) this.many.everywhere.delete(asking);
    else {
      for (const folder of asking.asker.folders.slice(0, asking.reach + 1)) {
        const near = this.many.near.get(folder);
        near?.delete(asking);
        if (near?.size === 0) this.many.near.delete(folder);
      }
    }
  }

  /**
   * Tells those that news from a folder concern; one whose reach leads through several of its folders more than once. `checks`: how many
   * there have been; of many, nobody is told twice by the same way before there is another one.
   */
  eachReaching(folders: FolderChain, checks: number, tell: (asker: T) => void): void {
    for (const { asker, reach } of this.few) if (distanceBetween(asker.folders, folders) <= reach) tell(asker);
    if (!this.many) return;
    const root = folders.at(-1)!;
    if (!isTold(this.many, root, checks)) {
      for (const { asker } of this.many.everywhere) if (asker.folders.at(-1) === root) tell(asker);
    }
    for (let down = 0; down < folders.length; down++) {
      const above = folders[down]!;
      const near = this.many.near.get(above);
      if (!near || isTold(this.many, `${down} below ${above}`, checks)) continue;
      for (const { asker, reach } of near) if (asker.folders.indexOf(above) + down <= reach) tell(asker);
    }
  }

  private addToMany(asking: Asking<T>): void {
    const { everywhere, near } = this.many!;
    if (asking.reach === Infinity) {
      everywhere.add(asking);
      return;
    }
    for (const folder of asking.asker.folders.slice(0, asking.reach + 1)) {
      const there = near.get(folder);
      if (there) there.add(asking);
      else near.set(folder, new Set([asking]));
    }
  }
}

function isTold(many: Many<unknown>, from: string, checks: number): boolean {
  if (many.checks !== checks) many.told.clear();
  many.checks = checks;
  if (many.told.has(from)) return true;
  many.told.add(from);
  return false;
}
