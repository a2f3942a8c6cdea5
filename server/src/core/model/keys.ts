import type { ArtifactKind, Dialect } from './artifact';
import { known, type Text } from './text';

/** The key of a file that is known by an id, and that of any of its kind. */
export const idKey = (kind: ArtifactKind, id: string): string => `${kind} ${id}`;
export const anyKey = (kind: ArtifactKind): string => `any ${kind}`;

export const keysById = (kind: ArtifactKind, id: Text | undefined): string[] => [
  anyKey(kind),
  ...(known(id) ? [idKey(kind, id!.text)] : []),
];

/** The dialect is part of a key: files of one never answer those of the other. */
export const keyIn = (dialect: Dialect, key: string): string => `${dialect} ${key}`;

/** Offered by a file of ours that does not parse: it may be anything, of either dialect. */
export const BROKEN = 'broken';
