/** A folder of a workspace folder and those above it: itself first, the workspace folder last. Files of one folder share one. */
export type FolderChain = readonly [own: string, ...above: string[]];

/** The workspace folder, where look-ups end. */
export const rootOf = (folders: FolderChain): string => folders.at(-1) ?? folders[0];

/** Steps up and down from one folder to another; Infinity where they are in different workspace folders. */
export function distanceBetween(a: FolderChain, b: FolderChain): number {
  if (a[0] === b[0]) return 0;
  for (let up = 0; up < a.length; up++) {
    const down = b.indexOf(a[up]!);
    if (down !== -1) return up + down;
  }
  return Infinity;
}

/** Something that stands in a folder. */
export interface InFolder {
  readonly folders: FolderChain;
}

/** Up to so many are looked through one by one; more are kept by folder. */
export const FEW = 8;
