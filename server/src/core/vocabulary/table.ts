export type Entries<V> = Readonly<Record<string, V>>;

/** A table to look up in what users write: in a plain object `constructor` and `toString` would be found as well. */
export const table = <V>(entries: Entries<V>): ReadonlyMap<string, V> => new Map(Object.entries(entries));
