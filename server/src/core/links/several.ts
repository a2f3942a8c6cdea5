import { FEW } from './folderChain';
import type { IndexedFile } from './linkedFile';

/** The first of some files, and how many they are: of thousands that are all the same to a rule no more is told. */
export interface Several<N> {
  readonly first: readonly N[];
  readonly count: number;
}

/** So many of them say enough. */
export const MOST = 10;

export const NONE: Several<never> = { first: [], count: 0 };

const known = new WeakMap<readonly unknown[], Map<unknown, unknown>>();

/**
 * What `find` makes of a list. A long one is the answer to many look-ups, and what is found out about it is kept with it, under the
 * function itself: `find` is defined once, not in the call, and depends on nothing but the list.
 */
export const about = <I, T>(list: readonly I[], find: (list: readonly I[]) => T): T => aboutFor(list, find, () => find(list));

/** The same where `find` depends on more than the list: `what` tells all of that, and what is to be found out. */
export function aboutFor<T>(list: readonly unknown[], what: unknown, find: () => T): T {
  if (list.length <= FEW) return find();
  let all = known.get(list);
  if (!all) known.set(list, (all = new Map()));
  if (!all.has(what)) all.set(what, find());
  return all.get(what) as T;
}

const urisOf = (files: readonly IndexedFile[]): ReadonlySet<string> => new Set(files.map(({ uri }) => uri));

export const isAmong = (files: readonly IndexedFile[], { uri }: Pick<IndexedFile, 'uri'>): boolean =>
  files.length <= FEW ? isOneOf(files, uri) : about(files, urisOf).has(uri);

function isOneOf(files: readonly IndexedFile[], uri: string): boolean {
  for (const file of files) if (file.uri === uri) return true;
  return false;
}

export const isAmongAny = (lists: readonly (readonly IndexedFile[])[], file: Pick<IndexedFile, 'uri'>): boolean =>
  lists.length <= FEW ? lists.some(files => isAmong(files, file)) : about(lists, urisOfAll).has(file.uri);

const urisOfAll = (lists: readonly (readonly IndexedFile[])[]): ReadonlySet<string> => urisOf(lists.flat());

/** A list without one file; most often that is not in it. */
export const without = <N extends IndexedFile>(files: readonly N[], one: Pick<IndexedFile, 'uri'>): readonly N[] =>
  isAmong(files, one) ? files.filter(({ uri }) => uri !== one.uri) : files;

export const allOf = <N>(files: readonly N[]): Several<N> =>
  files.length === 0 ? NONE : { first: files.length <= MOST ? files : files.slice(0, MOST), count: files.length };

export function allBut<N extends IndexedFile>(files: readonly N[], one: Pick<IndexedFile, 'uri'>): Several<N> {
  if (!isAmong(files, one)) return allOf(files);
  if (files.length === 1) return NONE;
  const others = files.slice(0, MOST + 1).filter(({ uri }) => uri !== one.uri);
  return { first: others.slice(0, MOST), count: files.length - 1 };
}

/** Several lists that have no file in common. */
export function together<N>(parts: readonly Several<N>[]): Several<N> {
  const [only, second] = parts;
  if (only && !second) return only;
  return { first: parts.flatMap(({ first }) => first).slice(0, MOST), count: parts.reduce((sum, { count }) => sum + count, 0) };
}

/** The files of a list, and those of others that are not in it; no two of the others have a file in common. */
export function union<N extends IndexedFile>(files: readonly N[], others: readonly (readonly N[])[]): Several<N> {
  const first = files.slice(0, MOST);
  let count = files.length;
  for (const list of others) {
    for (const file of list) {
      if (first.length >= MOST) break;
      if (!isAmong(files, file)) first.push(file);
    }
    count += list.length - inCommon(files, list);
  }
  return { first, count };
}

function inCommon(a: readonly IndexedFile[], b: readonly IndexedFile[]): number {
  const [less, more] = a.length < b.length ? [a, b] : [b, a];
  return aboutFor(less, more, () => less.filter(file => isAmong(more, file)).length);
}

interface HasFacts<F> {
  readonly facts: F;
}

/** The value by which files are told apart; defined once, as for `about`. */
type ValueOf<F> = (facts: F) => string | undefined;

/** Of each value that some files have, the first file that has it. */
export const firstOfEach = <N extends HasFacts<F>, F>(files: readonly N[], valueOf: ValueOf<F>): readonly N[] =>
  aboutFor(files, valueOf, () => byValue(files, valueOf)).first;

/** The files that have a value; no file has `undefined`. */
export function having<N extends HasFacts<F>, F>(files: readonly N[], valueOf: ValueOf<F>, value: string | undefined): readonly N[] {
  if (value === undefined) return [];
  if (files.length <= FEW) return files.filter(({ facts }) => valueOf(facts) === value);
  return aboutFor(files, valueOf, () => byValue(files, valueOf)).all.get(value) ?? [];
}

function byValue<N extends HasFacts<F>, F>(
  files: readonly N[],
  valueOf: ValueOf<F>,
): { readonly all: ReadonlyMap<string, readonly N[]>; readonly first: readonly N[] } {
  const all = new Map<string, N[]>();
  const first: N[] = [];
  for (const file of files) {
    const value = valueOf(file.facts);
    if (value === undefined) continue;
    const same = all.get(value);
    if (same) same.push(file);
    else {
      all.set(value, [file]);
      first.push(file);
    }
  }
  return { all, first };
}

/** Those of some files that `isOne` chooses. All that it needs to know beside them is in `what`, for thousands are looked through once. */
export const chosen = <N>(files: readonly N[], what: unknown, isOne: (file: N) => boolean): Several<N> =>
  aboutFor(files, what, () => allOf(files.filter(isOne)));
