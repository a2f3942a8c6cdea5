import type { Span } from './path';

/** `length` code units at `offset` give way to `text`. */
export interface TextChange extends Span {
  readonly text: string;
}

/** A text under change that remembers what of it is original, so that changes made one after the other come out as one list. */
export class TextDraft {
  /** In order: stretches of the original (`text` undefined) and new text. */
  private pieces: { readonly offset: number; readonly length: number; readonly text: string | undefined }[];

  constructor(private readonly original: string) {
    this.pieces = [{ offset: 0, length: original.length, text: undefined }];
  }

  text(): string {
    return this.pieces.map(piece => piece.text ?? this.original.slice(piece.offset, piece.offset + piece.length)).join('');
  }

  /** `change` counts in the text as it is now. */
  replace(change: TextChange): void {
    const end = change.offset + change.length;
    const pieces: typeof this.pieces = [];
    let at = 0;
    let written = false;
    const write = () => {
      if (!written && change.text !== '') pieces.push({ offset: 0, length: change.text.length, text: change.text });
      written = true;
    };
    for (const piece of this.pieces) {
      const cut = (from: number, to: number) =>
        pieces.push({
          offset: piece.offset + from,
          length: to - from,
          text: piece.text?.slice(from, to),
        });
      const before = Math.min(Math.max(change.offset - at, 0), piece.length);
      const after = Math.min(Math.max(end - at, 0), piece.length);
      if (before > 0) cut(0, before);
      if (change.offset < at + piece.length || (change.offset === at + piece.length && piece === this.pieces.at(-1))) write();
      if (after < piece.length) cut(after, piece.length);
      at += piece.length;
    }
    write();
    this.pieces = pieces;
  }

  /** The changes that lead from the original to the text as it is now: ascending, not overlapping, no two touching. */
  changes(): TextChange[] {
    const changes: TextChange[] = [];
    let at = 0;
    let text = '';
    const flush = (upTo: number) => {
      if (upTo > at || text !== '') changes.push({ offset: at, length: upTo - at, text });
      text = '';
    };
    for (const piece of this.pieces) {
      if (piece.text !== undefined) {
        text += piece.text;
        continue;
      }
      flush(piece.offset);
      at = piece.offset + piece.length;
    }
    flush(this.original.length);
    return changes.filter(change => this.original.slice(change.offset, change.offset + change.length) !== change.text);
  }
}

/** `text` after `changes` (ascending, not overlapping). */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.offset) + change.text;
    at = change.offset + change.length;
  }
  return result + text.slice(at);
}
