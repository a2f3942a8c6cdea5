import { distanceBetween, FEW, type FolderChain, type InFolder } from './folderChain';

/** How to get from a folder to those directly below it: shared by all keys. */
export type Children = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The files that offer one key. Few are a list, and most keys never have more. Many are kept by folder, with the number of files
 * below each folder by the steps down to them: so finding the nearest costs the steps up, and listing them only the way there.
 */
export class Offers<T extends InFolder> {
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
    if (!this.many) {
      this.few = this.few.filter(one => one !== file);
      return;
    }
    const here = this.many.here.get(file.folders[0]!)!;
    here.splice(here.indexOf(file), 1);
    if (here.length === 0) this.many.here.delete(file.folders[0]!);
    for (const [down, folder] of file.folders.entries()) {
      const counts = this.many.below.get(folder)!;
      counts[down]!--;
      if (counts.every(count => count === 0)) this.many.below.delete(folder);
    }
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
    if (this.many.here.has(from[0]!)) return 0;
    for (let up = 0; up < from.length && up < nearest; up++) {
      const down = this.many.below.get(from[up]!)?.findIndex(count => count > 0) ?? -1;
      if (down !== -1) nearest = Math.min(nearest, up + down);
    }
    return nearest;
  }

  /** Those at this distance, in a list of its own: 0, or that of the nearest. */
  at(distance: number, from: FolderChain): T[] {
    if (!this.many) return this.few.filter(file => distanceBetween(from, file.folders) === distance);
    if (distance === 0) return [...(this.many.here.get(from[0]!) ?? [])];
    const files: T[] = [];
    for (let up = 0; up < from.length && up <= distance; up++) this.collect(this.many, from[up]!, distance - up, files);
    return files;
  }

  private collect(many: Many<T>, folder: string, down: number, files: T[]): void {
    if (!many.below.get(folder)?.[down]) return;
    if (down === 0) for (const file of many.here.get(folder)!) files.push(file);
    else for (const child of this.children.get(folder) ?? []) this.collect(many, child, down - 1, files);
  }
}

interface Many<T> {
  readonly here: Map<string, T[]>;
  /** For each folder the numbers of files in it and below, by the steps down. */
  readonly below: Map<string, number[]>;
}

function addTo<T extends InFolder>({ here, below }: Many<T>, file: T): void {
  const beside = here.get(file.folders[0]!);
  if (beside) beside.push(file);
  else here.set(file.folders[0]!, [file]);
  for (const [down, folder] of file.folders.entries()) {
    const counts = below.get(folder);
    if (counts && counts.length > down) counts[down]!++;
    else
      below.set(
        folder,
        Array.from({ length: down + 1 }, (_, i) => (counts?.[i] ?? 0) + (i === down ? 1 : 0)),
      );
  }
}
