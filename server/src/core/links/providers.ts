import { distanceBetween, FEW, rootOf, type FolderChain, type InFolder } from './folderChain';

/** How to get from a folder to those directly below it: shared by all keys. */
type Children = ReadonlyMap<string, ReadonlySet<string>>;

const NOTHING: readonly never[] = [];

/**
 * The files that offer one key. Few are a list, and most keys never have more. Many are kept by folder, and each folder knows how many
 * steps below it there are some: so finding the nearest costs the steps up, and listing them only the way there.
 */
export class Providers<T extends InFolder> {
  /** Copied when it grows: lists of thousands of keys have exactly the room that they need. */
  private few: readonly T[];
  private many: Many<T> | undefined;

  constructor(
    first: T,
    private readonly children: Children,
  ) {
    this.few = [first];
  }

  add(file: T): void {
    if (this.many) addTo(this.many, file);
    else if (this.few.length < FEW) this.few = [...this.few, file];
    else {
      this.many = { here: new Map(), below: new Map() };
      for (const one of [...this.few, file]) addTo(this.many, one);
      this.few = [];
    }
  }

  delete(file: T): void {
    if (this.many) deleteFrom(this.many, file);
    else this.few = this.few.filter(one => one !== file);
  }

  get isEmpty(): boolean {
    return this.few.length === 0 && !this.many?.here.size;
  }

  /** Steps up and down to the nearest; Infinity where there are none. */
  distance(from: FolderChain): number {
    let nearest = Infinity;
    if (!this.many) {
      for (const file of this.few) nearest = Math.min(nearest, distanceBetween(from, file.folders));
      return nearest;
    }
    if (this.many.here.has(from[0])) return 0;
    for (let up = 0; up < from.length && up < nearest; up++) {
      const down = this.many.below.get(from[up]!)?.findIndex(ways => ways > 0) ?? -1;
      if (down !== -1) nearest = Math.min(nearest, up + down);
    }
    return nearest;
  }

  /** Those in the folder itself: the index's own list, which changes with it. */
  inSameFolder(from: FolderChain): readonly T[] {
    return this.many ? (this.many.here.get(from[0]) ?? NOTHING) : this.few.filter(({ folders }) => folders[0] === from[0]);
  }

  /** Those at this distance, that of the nearest; at 0 as `beside`. */
  at(distance: number, from: FolderChain): readonly T[] {
    if (distance === 0) return this.inSameFolder(from);
    if (!this.many) return this.few.filter(file => distanceBetween(from, file.folders) === distance);
    const files: T[] = [];
    for (let up = 0; up < from.length && up <= distance; up++) this.collect(this.many, from, from[up]!, distance - up, files);
    return files;
  }

  /** By which ways those at this distance are reached: for whom they are the same, the files are. `undefined`: they are few. */
  waysTo(distance: number, from: FolderChain): string | undefined {
    if (!this.many) return undefined;
    let ways = '';
    for (let up = 0; up < from.length && up <= distance; up++) {
      if (this.many.below.get(from[up]!)?.[distance - up]) ways += `${distance - up} below ${from[up]}\n`;
    }
    return ways;
  }

  /** A folder below may be a workspace folder of its own: files there are out of reach. */
  private collect(many: Many<T>, from: FolderChain, folder: string, down: number, files: T[]): void {
    if (!many.below.get(folder)?.[down]) return;
    if (down > 0) for (const child of this.children.get(folder) ?? []) this.collect(many, from, child, down - 1, files);
    else for (const file of many.here.get(folder) ?? []) if (rootOf(file.folders) === rootOf(from)) files.push(file);
  }
}

interface Many<T> {
  readonly here: Map<string, T[]>;
  /** For each folder, by the steps down: whether it holds files itself, and through how many of the folders in it others are reached. */
  readonly below: Map<string, number[]>;
}

function addTo<T extends InFolder>({ here, below }: Many<T>, file: T): void {
  const { folders } = file;
  const beside = here.get(folders[0]);
  if (beside) {
    beside.push(file);
    return;
  }
  here.set(folders[0], [file]);
  for (let down = 0; down < folders.length; down++) {
    const ways = waysDown(below, folders[down]!, down);
    const before = ways[down] ?? 0;
    ways[down] = before + 1;
    // The folders above know already that there is something so far below.
    if (before > 0) return;
  }
}

function deleteFrom<T extends InFolder>({ here, below }: Many<T>, file: T): void {
  const { folders } = file;
  const beside = here.get(folders[0]);
  // Their order says nothing: the last one takes its place.
  const last = beside?.pop();
  if (beside && last && last !== file) beside[beside.indexOf(file)] = last;
  if (beside && beside.length > 0) return;
  here.delete(folders[0]);
  for (let down = 0; down < folders.length; down++) {
    const folder = folders[down]!;
    const ways = below.get(folder) ?? [];
    const left = (ways[down] ?? 1) - 1;
    ways[down] = left;
    if (left > 0) return;
    if (ways.every(count => count === 0)) below.delete(folder);
  }
}

/** Those of a folder, with room for so many steps. */
function waysDown(below: Map<string, number[]>, folder: string, down: number): number[] {
  let ways = below.get(folder);
  if (!ways) below.set(folder, (ways = []));
  while (ways.length <= down) ways.push(0);
  return ways;
}
