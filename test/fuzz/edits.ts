import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges, editJson, readJson, type JsonEdit, type JsonValue } from '../../server/src/core';
import { editsSomething } from '../../server/src/core/json/edit';
import { parseJsonTree } from '../../server/src/core/json/tree';

/** An edit somewhere: the place is chosen by numbers, each of them a member or an item of the value that the ones before lead to. */
export const orders = fc.record({
  op: fc.constantFrom('set', 'rename', 'remove', 'insert', 'append', 'hoist', 'removeTrailingCommas'),
  place: fc.array(fc.nat(12), { maxLength: 5 }),
  key: fc.constantFrom('name', 'property', 'new', '__proto__', 'a "b"', ''),
  value: fc.jsonValue({ maxDepth: 2 }),
});
export type Order = typeof orders extends fc.Arbitrary<infer O> ? O : never;

type Path = (string | number)[];
type Holder = Record<string | number, JsonValue>;
const isHolder = (value: JsonValue | undefined): boolean => typeof value === 'object' && value !== null;
const isList = (value: JsonValue | undefined): value is JsonValue[] => Array.isArray(value);
const at = (root: JsonValue, path: Path): JsonValue => path.reduce((value, step) => (value as Holder)[step]!, root);
const valueOf = (text: string): JsonValue => {
  const reading = readJson(text);
  if (reading.state !== 'parsed') assert.fail(`cannot be read: ${reading.state}\n${text}`);
  return reading.value;
};
const isStrict = (text: string): boolean => {
  const reading = readJson(text);
  return reading.state === 'parsed' && !reading.lenient;
};
const isPlain = (text: string): boolean => {
  const reading = readJson(text);
  return isStrict(text) && reading.state === 'parsed' && !reading.duplicates;
};

/** The path that numbers choose in a value, as far as it goes. */
export function pathIn(root: JsonValue, place: readonly number[]): Path {
  const path: Path = [];
  for (const choice of place) {
    const value = at(root, path);
    const steps = isList(value) ? [...value.keys()] : isHolder(value) ? Object.keys(value as object) : [];
    if (steps.length > 0) path.push(steps[choice % steps.length]!);
  }
  return path;
}

function editOf(root: JsonValue, { op, place, key, value }: Order): JsonEdit {
  const path = pathIn(root, place);
  const written = JSON.parse(JSON.stringify(value)) as JsonValue;
  switch (op) {
    case 'set':
      return { op, path, value: written };
    case 'rename':
      return { op, path, key };
    case 'insert':
      return { op, object: path, key, value: written };
    case 'append':
      return { op, list: isList(at(root, path)) ? path : [...path, key], item: { name: key, value: written } };
    case 'hoist':
      return { op, path, to: path.slice(0, place.length % (path.length + 1)) };
    case 'removeTrailingCommas':
      return { op };
    default:
      return { op: 'remove', path };
  }
}

/** `root` with another value at a path; `undefined` takes the member or the item away. */
function put(root: JsonValue, path: Path, value: JsonValue | undefined): JsonValue {
  const key = path.at(-1);
  if (key === undefined) return value === undefined ? root : value;
  const holder = at(root, path.slice(0, -1));
  if (value !== undefined) Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  else if (isList(holder)) holder.splice(Number(key), 1);
  else delete (holder as Holder)[key];
  return root;
}

/** What an edit makes of a value, worked out on the value itself. */
function expected(root: JsonValue, edit: JsonEdit): JsonValue {
  const hasKey = (path: Path, key: string) => {
    const value = at(root, path);
    return isHolder(value) && !isList(value) && Object.hasOwn(value as object, key);
  };
  switch (edit.op) {
    case 'set':
      return put(root, [...edit.path], edit.value);
    case 'remove':
      return put(root, [...edit.path], undefined);
    case 'hoist': {
      const holders = edit.path.slice(edit.to.length).map((_step, i) => at(root, edit.path.slice(0, edit.to.length + i)));
      const isAlone = holders.every(holder => Object.keys(holder as object).length === 1);
      return isAlone ? put(root, [...edit.to], at(root, [...edit.path])) : root;
    }
    case 'insert': {
      const object = at(root, [...edit.object]);
      if (!isHolder(object) || isList(object)) return root;
      const there = hasKey([...edit.object], edit.key) ? at(object, [edit.key]) : undefined;
      // What holds something is not written over.
      return isHolder(there) && Object.keys(there as object).length > 0 ? root : put(root, [...edit.object, edit.key], edit.value);
    }
    case 'append': {
      const path = [...edit.list];
      const above = path.slice(0, -1);
      const key = path.at(-1);
      if (typeof key === 'number' || key === undefined || hasKey(above, key)) {
        const list = at(root, path);
        if (isList(list)) return put(root, path, [...list, edit.item]);
        return list === null ? put(root, path, [edit.item]) : isHolder(list) ? put(root, path, [list, edit.item]) : root;
      }
      const holder = at(root, above);
      return isHolder(holder) && !isList(holder) ? put(root, path, [edit.item]) : root;
    }
    case 'rename': {
      const path = [...edit.path];
      const key = path.at(-1);
      if (typeof key !== 'string' || hasKey(path.slice(0, -1), edit.key)) return root;
      const value = at(root, path);
      return put(put(root, path, undefined), [...path.slice(0, -1), edit.key], value);
    }
    default:
      return root;
  }
}

/** One edit does to the text what it would do to the value, and the text stays as good JSON as it was. */
export function verifyEdit(text: string, order: Order): void {
  const root = valueOf(text);
  const edit = editOf(root, order);
  // To give a key a name that stands already is to write it twice.
  fc.pre(edit.op !== 'rename' || !twice(root, [...edit.path], edit.key));
  const changes = editJson(text, [edit]);
  assert.equal(editsSomething(text, parseJsonTree(text), [edit]), changes.length > 0, JSON.stringify(edit));
  const after = applyChanges(text, changes);
  // What a value does not show, a comment or a key that stands twice, would be lost.
  if (edit.op === 'hoist' && after === text && !isPlain(text)) return;
  assert.deepEqual(valueOf(after), expected(root, edit), `${JSON.stringify(edit)}\n${after}`);
  verifyText(text, after);
  if (edit.op === 'append' && isList(at(valueOf(text), [...edit.list].slice(0, -1))) === false)
    for (const { offset, length } of changes) assert.match(text.slice(offset, offset + length), /^\s*(null)?\s*$/, 'an append takes away');
}

function twice(root: JsonValue, path: Path, key: string): boolean {
  const holder = path.length > 0 ? at(root, path.slice(0, -1)) : null;
  return isHolder(holder) && Object.hasOwn(holder as object, key);
}

/** Many edits at once leave a text that can be read. */
export function verifyEdits(text: string, all: readonly Order[]): void {
  const root = valueOf(text);
  const after = applyChanges(
    text,
    editJson(
      text,
      all.map(order => editOf(root, order)),
    ),
  );
  valueOf(after);
  verifyText(text, after);
}

function verifyText(before: string, after: string): void {
  if (isStrict(before)) assert.ok(isStrict(after), `is no strict JSON any more\n${after}`);
  if (before.includes('\r\n') && !/(^|[^\r])\n/.test(before))
    assert.doesNotMatch(after, /(^|[^\r])\n/, 'a bare line feed in a file of CRLF');
  assert.equal(after.startsWith('\ufeff'), before.startsWith('\ufeff'), 'the byte order mark');
}

/** Any text is edited, or left alone, without a failure; what changes lies in it. */
export function verifyEditsOfAnything(text: string, like: JsonValue, all: readonly Order[]): void {
  let end = -1;
  for (const { offset, length } of editJson(
    text,
    all.map(order => editOf(like, order)),
  )) {
    assert.ok(offset > end && length >= 0 && offset + length <= text.length, 'changes touch, or lie outside of the text');
    end = offset + length;
  }
}
