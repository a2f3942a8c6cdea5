import type { Span } from './path';
import type { TextChange } from './textDraft';
import { childrenOf, indexAmong, type Node } from './tree';

/** Takes children of one container away, in order of place, with what separates them from those that stay. */
export function removal(text: string, children: readonly Node[]): TextChange[] {
  const container = children[0]?.parent;
  if (!container) return [];
  const siblings = childrenOf(container);
  const changes: TextChange[] = [];
  const take = (from: number, to: number) => changes.unshift({ offset: from, length: to - from, text: '' });
  for (let i = 0; i < children.length; i++) {
    const first = indexAmong(siblings, children[i]!);
    let last = first;
    while (children[i + 1] && siblings[last + 1] === children[i + 1]) {
      i++;
      last++;
    }
    const previous = siblings[first - 1];
    const next = siblings[last + 1];
    if (previous) take(previous.offset + previous.length, endOf(siblings[last]!));
    else if (next) take(siblings[first]!.offset, next.offset);
    else take(...emptied(text, container, siblings[first]!, siblings[last]!));
  }
  return changes;
}

const endOf = ({ offset, length }: Span): number => offset + length;

/** From where to where a container is emptied of all its children: only a comment stays. */
function emptied(text: string, container: Node, first: Node, last: Node): [from: number, to: number] {
  const inside: [number, number] = [container.offset + 1, endOf(container) - 1];
  const end = endOf(last);
  if (/^[\s,]*$/.test(text.slice(inside[0], first.offset) + text.slice(end, inside[1]))) return inside;
  return [first.offset, end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0)];
}
