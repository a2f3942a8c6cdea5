import { distanceBetween, FEW, rootOf, type FolderChain, type InFolder } from './folderChain';

/** One whose verdict rests on an answer, and the steps up to which news concern it. */
export interface Dependency<T> {
  readonly dependent: T;
  readonly radius: number;
}

interface Many<T> {
  readonly everywhere: Set<Dependency<T>>;
  readonly near: Map<string, Set<Dependency<T>>>;
  /** From where news have come since so many checks: all whom they concern are to be checked anyway. */
  readonly visited: Set<string>;
  checks: number;
}

/**
 * The files that asked for one key, each with its radius. Few are a list. Of many, those with a radius without end are kept together, and
 * the others at each folder that their radius leads through.
 */
export class Dependents<T extends InFolder> {
  /** Copied when it grows: lists of thousands of keys have exactly the room that they need. */
  private few: readonly Dependency<T>[];
  private many: Many<T> | undefined;

  constructor(first: Dependency<T>) {
    this.few = [first];
  }

  get isEmpty(): boolean {
    return this.few.length === 0 && !this.many?.everywhere.size && !this.many?.near.size;
  }

  add(dependency: Dependency<T>): void {
    if (this.many) addTo(this.many, dependency);
    else if (this.few.length < FEW) this.few = [...this.few, dependency];
    else {
      this.many = { everywhere: new Set(), near: new Map(), visited: new Set(), checks: 0 };
      for (const one of [...this.few, dependency]) addTo(this.many, one);
      this.few = [];
    }
  }

  delete(dependency: Dependency<T>): void {
    if (!this.many) this.few = this.few.filter(one => one !== dependency);
    else if (dependency.radius === Infinity) this.many.everywhere.delete(dependency);
    else {
      for (const folder of dependency.dependent.folders.slice(0, dependency.radius + 1)) {
        const near = this.many.near.get(folder);
        near?.delete(dependency);
        if (near?.size === 0) this.many.near.delete(folder);
      }
    }
  }

  /**
   * Tells those that news from a folder concern; one whose radius leads through several of its folders more than once. `checks`: how many
   * there have been; of many, nobody is visited twice by the same way before there is another one.
   */
  eachReaching(folders: FolderChain, checks: number, visit: (dependent: T) => void): void {
    for (const { dependent, radius } of this.few) if (distanceBetween(dependent.folders, folders) <= radius) visit(dependent);
    if (!this.many) return;
    const root = rootOf(folders);
    if (!wasVisited(this.many, root, checks)) {
      for (const { dependent } of this.many.everywhere) if (rootOf(dependent.folders) === root) visit(dependent);
    }
    for (let down = 0; down < folders.length; down++) {
      const above = folders[down]!;
      const near = this.many.near.get(above);
      if (!near || wasVisited(this.many, `${down} below ${above}`, checks)) continue;
      for (const { dependent, radius } of near) if (dependent.folders.indexOf(above) + down <= radius) visit(dependent);
    }
  }
}

function addTo<T extends InFolder>({ everywhere, near }: Many<T>, dependency: Dependency<T>): void {
  if (dependency.radius === Infinity) {
    everywhere.add(dependency);
    return;
  }
  for (const folder of dependency.dependent.folders.slice(0, dependency.radius + 1)) {
    const there = near.get(folder);
    if (there) there.add(dependency);
    else near.set(folder, new Set([dependency]));
  }
}

function wasVisited(many: Many<unknown>, from: string, checks: number): boolean {
  if (many.checks !== checks) many.visited.clear();
  many.checks = checks;
  if (many.visited.has(from)) return true;
  many.visited.add(from);
  return false;
}
