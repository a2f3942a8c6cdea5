import type { JsonEdit } from './jsonEdit';
import type { TextChange } from './textDraft';

/** Changes that can be told from one tree, for none of them reaches into another: a fix may have thousands of edits. */
export class DisjointChanges {
  private op: JsonEdit['op'] | undefined;
  private readonly taken: TextChange[] = [];
  private start = Infinity;
  private end = -Infinity;

  /** Whether the changes of one more edit are all before or all behind those that it has; it has them then, too. */
  takes(op: JsonEdit['op'], changes: readonly TextChange[]): boolean {
    // The last place comes first in them.
    const [last] = changes;
    const first = changes.at(-1);
    if (!first || !last) return this.taken.length === 0 || op === this.op;
    const start = first.offset;
    const end = last.offset + last.length;
    // Two items that stand side by side may both go; two insertions at one place have an order.
    const isApart = op === 'remove' ? end <= this.start || start >= this.end : end < this.start || start > this.end;
    if (this.taken.length > 0 && !(op === this.op && isApart)) return false;
    this.op = op;
    this.start = Math.min(this.start, start);
    this.end = Math.max(this.end, end);
    for (const change of changes) this.taken.push(change);
    return true;
  }

  /** Ascending. */
  changes(): TextChange[] {
    return this.taken.sort((a, b) => a.offset - b.offset);
  }
}
