import { distanceBetween, type FolderChain } from './folderChain';

/** Under this key every file is found. */
export const EVERYTHING = '';

/** Who has asked for more keys than this is told of everything: n files that ask for n keys each would otherwise fill the memory. */
const MOST_KEYS = 64;

/** What was asked about a key: who offers it, within `reach` steps of the asker's own folder? Infinity: anywhere. */
export interface Question {
  reach: number;
  /** Whether it matters what the files that offer it say, and not only where the nearest of them are. */
  looks: boolean;
}

/**
 * What was asked while one file was checked, each key once. A question asked on behalf of another file is widened by the way there,
 * so that however many files are looked at, few questions are kept.
 */
export class Questions {
  readonly byKey = new Map<string, Question>();
  private asksForEverything = false;

  constructor(readonly folders: FolderChain) {}

  /** `reach` counts from the first folder of `from`. */
  ask(key: string, from: FolderChain, reach: number, looks: boolean): void {
    if (this.asksForEverything) return;
    const widened = from === this.folders ? reach : reach + distanceBetween(this.folders, from);
    const before = this.byKey.get(key);
    if (!before) {
      if (this.byKey.size < MOST_KEYS) this.byKey.set(key, { reach: widened, looks });
      else this.askForEverything();
      return;
    }
    if (widened > before.reach) before.reach = widened;
    if (looks) before.looks = true;
  }

  askAll(others: Questions): void {
    if (others.asksForEverything) this.askForEverything();
    else for (const [key, { reach, looks }] of others.byKey) this.ask(key, others.folders, reach, looks);
  }

  private askForEverything(): void {
    this.asksForEverything = true;
    this.byKey.clear();
    this.byKey.set(EVERYTHING, { reach: Infinity, looks: true });
  }
}
