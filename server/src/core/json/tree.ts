import type { Node } from 'jsonc-parser';
import { parse } from './parse';
import type { JsonPath, PathLocation, Span } from './path';
import type { JsonObject, JsonValue } from './types';

export type { Node };

/** The tree of a text that `readJson` called whole, or what can be made out of a broken one. */
export const parseJsonTree = (text: string): Node | undefined => parse(text).tree;

/** A member of an object that has both key and value; in a text with mistakes one may have no value. */
export interface MemberNode extends Node {
  readonly children: [key: Node, value: Node];
}

export const isMember = (node: Node): node is MemberNode => node.type === 'property' && node.children?.length === 2;

export const keyOf = ({ children: [key] }: MemberNode): string => key.value as string;

export const childrenOf = (node: Node): readonly Node[] => node.children ?? [];

/** The members of an object that have both key and value. */
export const membersOf = (object: Node): MemberNode[] => childrenOf(object).filter(isMember);

/**
 * The value that the platform's reader makes of a tree. A key that is defined twice: the last one counts, but lists (and what
 * stands beside a list) are joined, for its mapped notation sees every item as one more element of that name.
 */
export function valueOf(node: Node): { value: JsonValue; duplicates: boolean } {
  let duplicates = false;
  const read = (node: Node): JsonValue => {
    if (node.type === 'array') return childrenOf(node).map(read);
    if (node.type !== 'object') return node.value as JsonValue;
    const object: JsonObject = {};
    for (const [key, values] of valuesByKey(node)) {
      if (values.length > 1) duplicates = true;
      const value = values.some(v => v.type === 'array') ? values.flatMap(itemsOf).map(read) : read(values.at(-1)!);
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return object;
  };
  return { value: read(node), duplicates };
}

function valuesByKey(object: Node): Map<string, Node[]> {
  const byKey = new Map<string, Node[]>();
  for (const property of membersOf(object)) {
    const [, value] = property.children;
    const values = byKey.get(keyOf(property));
    if (values) values.push(value);
    else byKey.set(keyOf(property), [value]);
  }
  return byKey;
}

/** An object with more members than this is looked up by a table: it may have a hundred thousand. */
const MANY = 32;

/** What stands under a key of an object: its values in order, and the items where they make a list. */
interface Under {
  readonly values: readonly Node[];
  readonly items: readonly Node[] | undefined;
}

const NOTHING: Under = { values: [], items: undefined };

const tables = new WeakMap<Node, Map<string, Under>>();

/** The values that stand under a key of an object, in order. */
export const valuesUnder = (object: Node, key: string): readonly Node[] => under(object, key).values;

function under(object: Node, key: string): Under {
  if (childrenOf(object).length <= MANY) {
    const values = membersOf(object).flatMap(property => (keyOf(property) === key ? [property.children[1]] : []));
    if (values.length <= 1) return { values, items: joined(values) };
  }
  // A list of thousands of items may stand in several parts: they are joined once.
  let table = tables.get(object);
  if (!table) {
    table = new Map([...valuesByKey(object)].map(([key, values]) => [key, { values, items: joined(values) }]));
    tables.set(object, table);
  }
  return table.get(key) ?? NOTHING;
}

function joined(values: readonly Node[]): readonly Node[] | undefined {
  if (!values.some(({ type }) => type === 'array')) return undefined;
  const [first, second] = values;
  return first && !second ? first.children : values.flatMap(itemsOf);
}

/** The place of a member or an item among its siblings; they stand in order of offset. */
export function indexAmong(siblings: readonly Node[], child: Node): number {
  let from = 0;
  let to = siblings.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (siblings[middle]!.offset < child.offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

const itemsOf = (node: Node): readonly Node[] => (node.type === 'array' ? childrenOf(node) : [node]);

/** The node of the value at `path`, by the same reading as `valueOf`; `undefined` where there is none. */
export function nodeAt(root: Node | undefined, path: JsonPath): Node | undefined {
  let node = root;
  let items = root && joined([root]);
  for (const segment of path) {
    if (typeof segment === 'number') {
      node = items?.[segment];
      items = node && joined([node]);
    } else {
      if (node?.type !== 'object') return undefined;
      const found: Under = under(node, segment);
      node = found.values.at(-1);
      items = found.items;
    }
  }
  return node;
}

/** Where a place stands in the text; the nearest value above it that exists, where it is not there (any more). */
export function spanOf(root: Node | undefined, place: PathLocation): Span {
  const path = [...place.path];
  let node = nodeAt(root, path);
  let on = place.on;
  while (!node && path.length > 0) {
    path.pop();
    on = undefined;
    node = nodeAt(root, path);
  }
  if (!node) return { offset: 0, length: 0 };
  if (on === 'key' && node.parent && isMember(node.parent)) [node] = node.parent.children;
  return { offset: node.offset, length: node.length };
}

/** A key that is defined more than once in one object. */
export interface DuplicateKey {
  readonly key: string;
  /** The places of all of them, in order. */
  readonly spans: readonly Span[];
  /** One of the values is a list, so that all of them make one. */
  readonly isList: boolean;
}

export function duplicateKeys(root: Node | undefined): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'object') {
      const byKey = new Map<string, Span[]>();
      for (const property of membersOf(node)) {
        const { offset, length } = property.children[0];
        const spans = byKey.get(keyOf(property));
        if (spans) spans.push({ offset, length });
        else byKey.set(keyOf(property), [{ offset, length }]);
      }
      for (const [key, spans] of byKey) {
        if (spans.length > 1) found.push({ key, spans, isList: valuesUnder(node, key).some(({ type }) => type === 'array') });
      }
    }
    node.children?.forEach(visit);
  };
  if (root) visit(root);
  return found;
}
