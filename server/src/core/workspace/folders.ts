import type { FolderChain } from '../links/folderChain';

/** The folder of a uri, without the slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));

/** Whether a uri is that of a folder, or of something in it. */
export const isWithin = (uri: string, folder: string): boolean => uri === folder || uri.startsWith(folder + '/');

/** The roots of the projects, and for each file the folders between it and the root of its own. */
export class Folders {
  private roots: string[] = [];
  private readonly chains = new Map<string, FolderChain>();

  /** Uris without a slash at their end. */
  setRoots(roots: readonly string[]): void {
    this.roots = [...roots].sort((a, b) => b.length - a.length);
    this.chains.clear();
  }

  /** The innermost root that holds `uri`; a file outside all of them has only its own folder. */
  rootOf(uri: string): string {
    const folder = folderOf(uri);
    return this.roots.find(root => isWithin(folder, root)) ?? folder;
  }

  chainOf(uri: string): FolderChain {
    const folder = folderOf(uri);
    let chain = this.chains.get(folder);
    if (!chain) {
      const root = this.rootOf(uri);
      const above: string[] = [];
      for (let at = folder; at !== root; above.push(at)) at = folderOf(at);
      this.chains.set(folder, (chain = [folder, ...above]));
    }
    return chain;
  }
}
