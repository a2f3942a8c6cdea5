import type { Span } from './path';

/** `length` code units at `offset` give way to `text`. */
export interface TextChange extends Span {
  readonly text: string;
}

/** A stretch of the original (`text` undefined), or new text. */
interface Piece extends Span {
  readonly text: string | undefined;
}

/** A text under change that remembers what of it is original, so that changes made one after the other come out as one list. */
export class TextDraft {
  private pieces: Piece[];

  constructor(private readonly original: string) {
    this.pieces = [{ offset: 0, length: original.length, text: undefined }];
  }

  text(): string {
    return this.pieces.map(piece => piece.text ?? this.original.slice(piece.offset, piece.offset + piece.length)).join('');
  }

  /** `changes` count in the text as it is now: ascending, not overlapping. */
  apply(changes: readonly TextChange[]): void {
    const pieces: Piece[] = [];
    let index = 0;
    /** How far the piece at `index` has been passed, and where that is in the text. */
    let within = 0;
    let at = 0;
    const passTo = (offset: number, isKept: boolean) => {
      while (at < offset && index < this.pieces.length) {
        const piece = this.pieces[index]!;
        const length = Math.min(offset - at, piece.length - within);
        if (isKept && length > 0) pieces.push({ offset: piece.offset + within, length, text: piece.text?.slice(within, within + length) });
        at += length;
        within += length;
        if (within < piece.length) break;
        index++;
        within = 0;
      }
    };
    for (const { offset, length, text } of changes) {
      passTo(offset, true);
      if (text !== '') pieces.push({ offset: 0, length: text.length, text });
      passTo(offset + length, false);
    }
    passTo(Infinity, true);
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
  const parts: string[] = [];
  let at = 0;
  for (const change of changes) {
    parts.push(text.slice(at, change.offset), change.text);
    at = change.offset + change.length;
  }
  return parts.join('') + text.slice(at);
}
