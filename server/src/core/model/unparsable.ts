import { recover } from '../json/recover';
import type { ArtifactKind } from './artifact';
import { recognise } from './kinds';

/** The kind of definition that a text would be which is not JSON: what can be read of it is recognised by the same keys. `undefined`: none. */
export function kindOfUnparsable(text: string): ArtifactKind | undefined {
  const value = recover(text);
  return value && recognise(value)?.kind;
}
