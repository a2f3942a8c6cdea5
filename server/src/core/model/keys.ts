import type { ArtifactKind } from './artifact';
import { known, type Text } from './text';

/** The key of a file that is known by an id, and that of any of its kind. */
export const idKey = (kind: ArtifactKind, id: string): string => `${kind} ${id}`;
export const anyKey = (kind: ArtifactKind): string => `any ${kind}`;

export const keysById = (kind: ArtifactKind, id: Text | undefined): string[] => [
  anyKey(kind),
  ...(known(id) ? [idKey(kind, id!.text)] : []),
];

/** Offered by a file of ours that does not parse: it may be anything, of either dialect. */
export const BROKEN = 'broken';
