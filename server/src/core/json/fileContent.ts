/** Why the content of a file is not read, although the file is there. */
export type SkipReason =
  /** Sizes in bytes; of an open document, which is no longer than that, in UTF-16 code units. */
  | { readonly kind: 'size'; readonly size: number; readonly limit: number }
  | { readonly kind: 'encoding'; readonly encoding: 'UTF-16' | 'not UTF-8' };

/** A file as it is on the disk. With `unread`, `text` is no more than its beginning, to tell whose it is. */
export interface Content {
  readonly text: string;
  readonly skipped?: SkipReason;
}

/** How many bytes of a file that is not read are looked at. */
export const SNIFF_BYTES = 64 * 1024;

/** In bytes. The product's definitions have a few thousand; a thousand times as much is none that somebody wrote. */
export const MAX_FILE_SIZE = 5 * 1024 * 1024;
