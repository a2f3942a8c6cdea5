import type { Span } from './path';
import type { TextChange } from './textDraft';
import { indexInContainer, type Node } from './tree';

/** Takes children of one container away, in order of place, with what separates them from those that stay. */
export function removal(text: string, children: readonly Node[]): TextChange[] {
  const siblings = children[0]?.parent?.children;
  if (!siblings) return [];
  const changes: TextChange[] = [];
  const take = (from: number, to: number) => changes.unshift({ offset: from, length: to - from, text: '' });
  for (let i = 0; i < children.length; i++) {
    const first = indexInContainer(children[i]!);
    let last = first;
    while (children[i + 1] && siblings[last + 1] === children[i + 1]) {
      i++;
      last++;
    }
    const previous = siblings[first - 1];
    const next = siblings[last + 1];
    if (previous) take(previous.offset + previous.length, endOf(siblings[last]!));
    else if (next) take(siblings[first]!.offset, next.offset);
    else take(...emptied(text, siblings[first]!, siblings[last]!));
  }
  return changes;
}

const endOf = ({ offset, length }: Span): number => offset + length;

/** From where to where a container is emptied of all its children: only a comment stays. */
function emptied(text: string, first: Node, last: Node): [from: number, to: number] {
  const inside = [first.parent!.offset + 1, endOf(first.parent!) - 1] as [number, number];
  const end = endOf(last);
  if (/^[\s,]*$/.test(text.slice(inside[0], first.offset) + text.slice(end, inside[1]))) return inside;
  return [first.offset, end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0)];
}
