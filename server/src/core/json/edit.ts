import { DisjointChanges } from './disjointChanges';
import { comments, trailingCommas } from './jsonc';
import type { JsonEdit } from './jsonEdit';
import type { JsonPath, Span } from './path';
import { straightened } from './quotes';
import { colonOf, layoutOf, print, printBeside, whiteSpaceBefore, type Layout } from './layout';
import { removal } from './removal';
import { TextDraft, type TextChange } from './textDraft';
import { childrenOf, isMember, keyOf, membersOf, nodeAt, parseJsonTree, valuesUnder, type Node } from './tree';
import type { JsonObject } from './types';

/**
 * The changes that carry out `edits` on `text`: ascending, not overlapping. All white space of what is written is copied
 * from what stands beside it; every other byte stays. An edit whose place is not there is left out. `tree` is that of `text`,
 * where somebody has it already. This is the only writer of JSON text.
 */
export function editJson(text: string, edits: readonly JsonEdit[], tree: Node | undefined = parseJsonTree(text)): TextChange[] {
  const draft = new TextDraft(text);
  let now = text;
  let root = tree;
  let batch = new DisjointChanges();
  for (const edit of inSafeOrder(edits)) {
    if (!root) break;
    if (batch.takes(edit.op, changesFor(now, root, edit))) continue;
    draft.apply(batch.changes());
    now = draft.text();
    root = parseJsonTree(now);
    batch = new DisjointChanges();
    if (root) batch.takes(edit.op, changesFor(now, root, edit));
  }
  draft.apply(batch.changes());
  return draft.changes();
}

/** Whether `edits` change anything: cheaper than to work out what, and that is not asked of thousands of fixes. */
export const editsSomething = (text: string, tree: Node | undefined, edits: readonly JsonEdit[]): boolean =>
  tree !== undefined &&
  edits.some(edit =>
    changesFor(text, tree, edit).some(({ offset, length, text: written }) => text.slice(offset, offset + length) !== written),
  );

const ORDER: Record<JsonEdit['op'], number> = {
  set: 0,
  insert: 1,
  rename: 2,
  remove: 3,
  append: 4,
  hoist: 5,
  removeTrailingCommas: 6,
  straightenQuotes: 7,
};

/** Paths name the document as it was: items are removed from the last to the first, and appended when nothing moves any more. */
function inSafeOrder(edits: readonly JsonEdit[]): JsonEdit[] {
  const removed = new Set(edits.flatMap(edit => (edit.op === 'remove' ? [JSON.stringify(edit.path)] : [])));
  const isRemoved = (path: JsonPath) => removed.size > 0 && path.some((_step, i) => removed.has(JSON.stringify(path.slice(0, i + 1))));
  const done = new Set<string>();
  return edits
    .filter(edit => {
      const target = edit.op === 'append' ? edit.list : edit.op === 'insert' ? edit.object : 'path' in edit ? edit.path : [];
      if (edit.op !== 'remove' && edit.op !== 'append' && isRemoved(target)) return false;
      const same = JSON.stringify(edit.op === 'set' ? [edit.op, target] : edit);
      return !done.has(same) && done.add(same);
    })
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => ORDER[a.edit.op] - ORDER[b.edit.op] || compareForRemoval(a.edit, b.edit) || a.index - b.index)
    .map(({ edit }) => edit);
}

/** One order for all paths, in which later items come first, and what lies within another before it. */
function compareForRemoval(a: JsonEdit, b: JsonEdit): number {
  if (a.op !== 'remove' || b.op !== 'remove') return 0;
  const depth = Math.min(a.path.length, b.path.length);
  for (let i = 0; i < depth; i++) {
    const x = a.path[i];
    const y = b.path[i];
    if (x === y) continue;
    return typeof x === 'number' && typeof y === 'number' ? y - x : String(x) < String(y) ? -1 : 1;
  }
  return b.path.length - a.path.length;
}

/** The changes of one edit, last place first, so that none moves another. */
function changesFor(text: string, root: Node, edit: JsonEdit): TextChange[] {
  switch (edit.op) {
    case 'set': {
      const node = nodeAt(root, edit.path);
      return node ? [{ offset: node.offset, length: node.length, text: JSON.stringify(edit.value) }] : [];
    }
    case 'rename': {
      const property = nodeAt(root, edit.path)?.parent;
      if (!property || !isMember(property)) return [];
      const [key] = property.children;
      return [{ offset: key.offset, length: key.length, text: JSON.stringify(edit.key) }];
    }
    case 'remove':
      return removal(text, childrenAt(root, edit.path));
    case 'insert': {
      const object = nodeAt(root, edit.object);
      if (object?.type !== 'object') return [];
      return insertMember(text, root, object, edit.key, (_indent, layout) => print(edit.value, layout));
    }
    case 'hoist': {
      const [inner, outer] = [nodeAt(root, edit.path), nodeAt(root, edit.to)];
      if (!inner || !outer || !holdsAlone(text, outer, inner)) return [];
      return [{ offset: outer.offset, length: outer.length, text: text.slice(inner.offset, inner.offset + inner.length) }];
    }
    case 'straightenQuotes':
      return straightened(text);
    case 'removeTrailingCommas':
      return trailingCommas(text)
        .map(offset => ({ offset, length: 1, text: '' }))
        .reverse();
    case 'append':
      return append(text, root, edit.list, edit.item);
  }
}

function insertMember(
  text: string,
  root: Node,
  object: Node,
  key: string,
  write: (indent: string | undefined, layout: Layout) => string,
): TextChange[] {
  const members = membersOf(object);
  const values = valuesUnder(object, key);
  const colon = colonOf(text, members.at(-1) ?? root.children?.[0]);
  const layout = layoutOf(text, root, object, colon);
  const value = values.at(-1);
  if (value) {
    const isJoined = values.length > 1 && values.some(({ type }) => type === 'array');
    if (isJoined || value.children?.length) return [];
    return [{ offset: value.offset, length: value.length, text: write(layout.indent, layout) }];
  }
  return addChild(text, object, layout, JSON.stringify(key) + colon + write(layout.indent, layout));
}

function append(text: string, root: Node, path: JsonPath, item: JsonObject): TextChange[] {
  const list = nodeAt(root, path);
  if (list?.type === 'array') {
    const twin = (list.children ?? []).findLast(sibling => sameShape(sibling, item));
    const layout = layoutOf(text, root, list, colonOf(text, root.children?.[0]));
    return addChild(text, list, layout, twin ? likeTwin(text, twin, item) : printedIn(text, list, item, layout));
  }
  if (list?.type === 'object' && list.parent?.parent) {
    // One object stands for a list of one: it stays as it is, between the new brackets. Another value of its key would be joined with it.
    if (isDefinedTwice(list.parent)) return [];
    const layout = layoutOf(text, root, list.parent.parent, colonOf(text, list.parent));
    const copy = sameShape(list, item) ? likeTwin(text, list, item) : print(item, layout);
    return [
      { offset: list.offset + list.length, length: 0, text: `, ${copy}]` },
      { offset: list.offset, length: 0, text: '[' },
    ];
  }
  if (list && list.type !== 'null') return [];
  const key = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
  if (typeof key !== 'string' || parent?.type !== 'object') return [];
  return insertMember(text, root, parent, key, (_indent, layout) => print([item], layout));
}

/** A new item on one line where the last one stands on one. */
function printedIn(text: string, list: Node, item: JsonObject, layout: Layout): string {
  const last = list.children?.at(-1);
  const sibling = last?.type === 'object' ? text.slice(last.offset, last.offset + last.length) : '\n';
  return /[\r\n]/.test(sibling) || last?.children?.length === 0
    ? print(item, layout)
    : printBeside(item, sibling, colonOf(text, last?.children?.[0]));
}

/** Whether a value holds another one and nothing beside it on the way there, not even a comment. */
function holdsAlone(text: string, outer: Node, inner: Node): boolean {
  for (let node = inner; node !== outer; node = node.parent) {
    if (!node.parent || (node.parent.type !== 'property' && childrenOf(node.parent).length > 1)) return false;
  }
  const isBeside = ({ offset }: Span) => isIn(offset, outer) && !isIn(offset, inner);
  return !comments(text).some(isBeside);
}

const isIn = (offset: number, node: Node): boolean => offset >= node.offset && offset < node.offset + node.length;

const isDefinedTwice = (member: Node): boolean =>
  isMember(member) && member.parent !== undefined && valuesUnder(member.parent, keyOf(member)).length > 1;

/** Whether a new item can be written by copying `node` and putting other values in. */
function sameShape(node: Node, item: JsonObject): boolean {
  if (node.type !== 'object') return false;
  const keys = Object.keys(item);
  const members = membersOf(node);
  const hasAll = members.length === keys.length && childrenOf(node).length === keys.length;
  return hasAll && members.every((member, i) => keyOf(member) === keys[i] && member.children[1].type === 'string');
}

/** The text of `twin`, literal white space and all, with the values of `item`. Comments in it are not taken along. */
function likeTwin(text: string, twin: Node, item: JsonObject): string {
  let written = '';
  let at = twin.offset;
  for (const property of membersOf(twin)) {
    const [, value] = property.children;
    written += withoutComments(text.slice(at, value.offset)) + JSON.stringify(item[keyOf(property)]);
    at = value.offset + value.length;
  }
  return written + withoutComments(text.slice(at, twin.offset + twin.length));
}

/** Between the values of an object there are keys, punctuation and white space; keys hold no comment of their own here. */
const withoutComments = (between: string): string =>
  between.replace(
    /("(?:[^"\\]|\\.)*")|(?<![^\S\r\n])[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^]*?\*\/)/g,
    (_all, key: string | undefined) => key ?? '',
  );

/** Puts `written` behind the last child of a list or an object, in the white space that stands before that child. */
function addChild(text: string, container: Node, layout: Layout, written: string): TextChange[] {
  const last = (container.children ?? []).at(-1);
  if (!last) {
    const inner = text.slice(container.offset + 1, container.offset + container.length - 1);
    if (inner.trim() !== '') return [{ offset: container.offset + 1, length: 0, text: layout.before + written }];
    return [{ offset: container.offset + 1, length: inner.length, text: layout.before + written + layout.after }];
  }
  const end = last.offset + last.length;
  const remark = /^[^\S\r\n]*,?[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[^\S\r\n]*(?=[\r\n]))/.exec(text.slice(end))?.[0];
  const before = whiteSpaceBefore(text, last.offset);
  if (remark && /[\r\n]/.test(before)) {
    // A remark at the end of the line belongs to the child before it.
    if (remark.trimStart().startsWith(',')) return [{ offset: end + remark.length, length: 0, text: before + written + ',' }];
    return [
      { offset: end + remark.length, length: 0, text: before + written },
      { offset: end, length: 0, text: ',' },
    ];
  }
  return [{ offset: end, length: 0, text: ',' + before + written }];
}

/** What a path leads to, as children of what holds it: all members of a key that stands several times, for one that is left would count. */
function childrenAt(root: Node, path: JsonPath): Node[] {
  const value = nodeAt(root, path);
  const member = value?.parent;
  if (!member || !isMember(member)) return value ? [value] : [];
  // One value that stands beside a list is an item of it.
  if (typeof path.at(-1) === 'number' || !member.parent) return [member];
  return valuesUnder(member.parent, keyOf(member)).flatMap(({ parent }) => parent ?? []);
}
