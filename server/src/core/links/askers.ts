import { distanceBetween, FEW, type FolderChain, type InFolder } from './folderChain';

/** One whose verdict rests on an answer, and the steps up to which news concern it. */
interface Asking<T> {
  readonly asker: T;
  readonly reach: number;
}

/**
 * The files that asked for one key, each with its reach. Few are a list. Of many, those with a reach without end are kept together, and
 * the others at the folders that their reach leads through, with the steps that are left to go down.
 */
export class Askers<T extends InFolder> {
  private few: Asking<T>[] = [];
  private many: { readonly everywhere: Set<T>; readonly near: Map<string, Asking<T>[]> } | undefined;

  get isEmpty(): boolean {
    return this.few.length === 0 && !this.many?.everywhere.size && !this.many?.near.size;
  }

  add(asker: T, reach: number): void {
    if (this.many) this.addToMany({ asker, reach });
    else if (this.few.push({ asker, reach }) > FEW) {
      this.many = { everywhere: new Set(), near: new Map() };
      for (const one of this.few) this.addToMany(one);
      this.few = [];
    }
  }

  /** `reach` is the one that it was added with. */
  delete(asker: T, reach: number): void {
    if (!this.many) removeAsker(this.few, asker);
    else if (reach === Infinity) this.many.everywhere.delete(asker);
    else
      for (let up = 0; up < asker.folders.length && up <= reach; up++) {
        const near = this.many.near.get(asker.folders[up]!);
        if (!near) continue;
        removeAsker(near, asker);
        if (near.length === 0) this.many.near.delete(asker.folders[up]!);
      }
  }

  /** Those that news from a folder concern. */
  *reaching(folders: FolderChain): Iterable<T> {
    for (const { asker, reach } of this.few) if (distanceBetween(asker.folders, folders) <= reach) yield asker;
    if (!this.many) return;
    for (const asker of this.many.everywhere) if (asker.folders.at(-1) === folders.at(-1)) yield asker;
    for (let down = 0; down < folders.length; down++) {
      for (const { asker, reach } of this.many.near.get(folders[down]!) ?? []) if (reach >= down) yield asker;
    }
  }

  private addToMany({ asker, reach }: Asking<T>): void {
    const { everywhere, near } = this.many!;
    if (reach === Infinity) {
      everywhere.add(asker);
      return;
    }
    for (let up = 0; up < asker.folders.length && up <= reach; up++) {
      const folder = asker.folders[up]!;
      const asking = { asker, reach: reach - up };
      const there = near.get(folder);
      if (there) there.push(asking);
      else near.set(folder, [asking]);
    }
  }
}

function removeAsker<T>(list: Asking<T>[], asker: T): void {
  const at = list.findIndex(one => one.asker === asker);
  if (at !== -1) list.splice(at, 1);
}
