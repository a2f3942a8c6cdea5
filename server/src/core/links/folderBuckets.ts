/** A folder of a workspace folder and those above it: itself first, the workspace folder last. */
export type FolderChain = readonly string[];

/** Items kept by key, folder and a number: the ground of all nearest-first look-ups. */
export class FolderBuckets<T> {
  private readonly byKey = new Map<string, Map<string, Map<number, Set<T>>>>();

  add(key: string, folder: string, n: number, item: T): void {
    const byFolder = this.byKey.get(key) ?? new Map<string, Map<number, Set<T>>>();
    const buckets = byFolder.get(folder) ?? new Map<number, Set<T>>();
    this.byKey.set(key, byFolder.set(folder, buckets));
    const bucket = buckets.get(n);
    if (bucket) bucket.add(item);
    else buckets.set(n, new Set([item]));
  }

  delete(key: string, folder: string, n: number, item: T): void {
    const byFolder = this.byKey.get(key);
    const buckets = byFolder?.get(folder);
    const bucket = buckets?.get(n);
    if (!bucket?.delete(item) || bucket.size > 0) return;
    buckets!.delete(n);
    if (buckets!.size > 0) return;
    byFolder!.delete(folder);
    if (byFolder!.size === 0) this.byKey.delete(key);
  }

  /** The buckets of a key at a folder, by their number. */
  at(key: string, folder: string): ReadonlyMap<number, ReadonlySet<T>> | undefined {
    return this.byKey.get(key)?.get(folder);
  }
}
