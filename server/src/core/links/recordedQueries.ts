import { distanceBetween, type FolderChain } from './folderChain';

/** Under this key every file is found. */
export const EVERYTHING = '';

/** Who has asked for more keys than this is told of everything: n files that ask for n keys each would otherwise fill the memory. */
const MOST_KEYS = 64;

/** What was asked about a key: who offers it, within `radius` steps of the asker's own folder? Infinity: anywhere. */
export interface Query {
  radius: number;
  /** Whether it matters what the files that offer it say, and not only where the nearest of them are. */
  readsContent: boolean;
}

/**
 * What was asked while one file was checked, each key once. A question asked on behalf of another file is widened by the way there,
 * so that however many files are looked at, few questions are kept.
 */
export class RecordedQueries {
  readonly byKey = new Map<string, Query>();
  private recordsEverything = false;

  constructor(readonly folders: FolderChain) {}

  /** `radius` counts from the first folder of `from`. */
  record(key: string, from: FolderChain, radius: number, readsContent: boolean): void {
    if (this.recordsEverything) return;
    const widened = from === this.folders ? radius : radius + distanceBetween(this.folders, from);
    const before = this.byKey.get(key);
    if (!before) {
      if (this.byKey.size < MOST_KEYS) this.byKey.set(key, { radius: widened, readsContent });
      else this.recordEverything();
      return;
    }
    if (widened > before.radius) before.radius = widened;
    if (readsContent) before.readsContent = true;
  }

  recordAll(others: RecordedQueries): void {
    if (others.recordsEverything) this.recordEverything();
    else for (const [key, { radius, readsContent }] of others.byKey) this.record(key, others.folders, radius, readsContent);
  }

  private recordEverything(): void {
    this.recordsEverything = true;
    this.byKey.clear();
    this.byKey.set(EVERYTHING, { radius: Infinity, readsContent: true });
  }
}
