import { distanceBetween, type FolderChain } from './folderChain';

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

  constructor(readonly folders: FolderChain) {}

  /** `reach` counts from the first folder of `from`. */
  ask(key: string, from: FolderChain, reach: number, looks: boolean): void {
    const widened = from === this.folders ? reach : reach + distanceBetween(this.folders, from);
    const before = this.byKey.get(key);
    if (!before) {
      this.byKey.set(key, { reach: widened, looks });
      return;
    }
    if (widened > before.reach) before.reach = widened;
    if (looks) before.looks = true;
  }

  askAll(others: Questions): void {
    for (const [key, { reach, looks }] of others.byKey) this.ask(key, others.folders, reach, looks);
  }
}
