import type { FolderChain } from './folderBuckets';

/**
 * What was asked while one file was checked, each key once: who offers it, within `reach` steps of the file's own folder? A question
 * asked on behalf of another file is widened by the way there, so that however many files are looked at, few questions are kept.
 */
export class Questions {
  /** Key to reach; Infinity: news from anywhere matter. */
  readonly reaches = new Map<string, number>();

  constructor(readonly folders: FolderChain) {}

  /** `reach` counts from the first folder of `from`. */
  ask(key: string, from: FolderChain, reach: number): void {
    const widened = reach + distanceBetween(this.folders, from);
    this.reaches.set(key, Math.max(this.reaches.get(key) ?? 0, widened));
  }

  askAll(others: Questions): void {
    for (const [key, reach] of others.reaches) this.ask(key, others.folders, reach);
  }
}

/** Steps up and down from one folder to another. */
export function distanceBetween(a: FolderChain, b: FolderChain): number {
  if (a[0] === b[0]) return 0;
  for (let up = 0; up < a.length; up++) {
    const down = b.indexOf(a[up]!);
    if (down !== -1) return up + down;
  }
  return Infinity;
}
