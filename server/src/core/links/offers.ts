import { distanceBetween, FEW, type FolderChain, type InFolder } from './folderChain';

/** How to get from a folder to those directly below it: shared by all keys. */
export type Children = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The files that offer one key. Few are a list, and most keys never have more. Many are kept by folder, with the number of files
 * below each folder by the steps down to them: so finding the nearest costs the steps up, and listing them only the way there.
 */
export class Offers<T extends InFolder> {
  private few: T[] = [];
  private here: Map<string, T[]> | undefined;
  private readonly below = new Map<string, number[]>();

  constructor(private readonly children: Children) {}

  add(file: T): void {
    if (this.here) this.addByFolder(file);
    else if (this.few.push(file) > FEW) {
      this.here = new Map();
      for (const one of this.few) this.addByFolder(one);
      this.few = [];
    }
  }

  delete(file: T): void {
    if (!this.here) {
      remove(this.few, file);
      return;
    }
    const here = this.here.get(file.folders[0]!)!;
    remove(here, file);
    if (here.length === 0) this.here.delete(file.folders[0]!);
    file.folders.forEach((folder, down) => {
      const counts = this.below.get(folder)!;
      counts[down]!--;
      if (counts.every(count => count === 0)) this.below.delete(folder);
    });
  }

  get isEmpty(): boolean {
    return this.few.length === 0 && !this.here?.size;
  }

  /** Steps up and down to the nearest; Infinity where there are none. */
  distance(from: FolderChain): number {
    let nearest = Infinity;
    if (!this.here) {
      for (const file of this.few) nearest = Math.min(nearest, distanceBetween(from, file.folders));
      return nearest;
    }
    if (this.here.has(from[0]!)) return 0;
    for (let up = 0; up < from.length && up < nearest; up++) {
      const down = this.below.get(from[up]!)?.findIndex(count => count > 0) ?? -1;
      if (down !== -1) nearest = Math.min(nearest, up + down);
    }
    return nearest;
  }

  /** Those at this distance, in a list of its own: 0, or that of the nearest. */
  at(distance: number, from: FolderChain): T[] {
    if (!this.here) return this.few.filter(file => distanceBetween(from, file.folders) === distance);
    if (distance === 0) return [...(this.here.get(from[0]!) ?? [])];
    const files: T[] = [];
    for (let up = 0; up < from.length && up <= distance; up++) this.collect(from[up]!, distance - up, files);
    return files;
  }

  private collect(folder: string, down: number, files: T[]): void {
    if (!this.below.get(folder)?.[down]) return;
    if (down === 0) files.push(...this.here!.get(folder)!);
    else for (const child of this.children.get(folder) ?? []) this.collect(child, down - 1, files);
  }

  private addByFolder(file: T): void {
    const here = this.here!.get(file.folders[0]!);
    if (here) here.push(file);
    else this.here!.set(file.folders[0]!, [file]);
    file.folders.forEach((folder, down) => {
      let counts = this.below.get(folder);
      if (!counts) this.below.set(folder, (counts = []));
      while (counts.length <= down) counts.push(0);
      counts[down]!++;
    });
  }
}

function remove<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at !== -1) list.splice(at, 1);
}
