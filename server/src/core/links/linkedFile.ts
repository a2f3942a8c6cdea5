import type { CartridgeFacts, FactsBase } from '../model/facts';
import type { FolderChain } from './folderChain';

/** A file as the others see it. */
export interface LinkedFile<F extends FactsBase = CartridgeFacts> {
  readonly uri: string;
  readonly folders: FolderChain;
  readonly facts: F;
}

/** Where a look-up starts. */
export type LookupOrigin = LinkedFile<FactsBase>;

/** A file that offers keys: a Private PaaS file, or one that cannot be read and has no facts. */
export interface IndexedFile {
  readonly uri: string;
  readonly folders: FolderChain;
  readonly facts: FactsBase | undefined;
}
