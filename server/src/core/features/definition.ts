import type { Range } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace';
import { definitionsOf, type NamePlace } from './navigation/targets';
import { nameAt } from './navigation/opener';

/** A place of a name: its word, without quotes. Lines from 0, columns in UTF-16. */
export interface WordLocation {
  readonly uri: string;
  readonly range: Range;
}

export interface Definitions {
  /** The name from which they were asked for. */
  readonly origin: Range;
  readonly targets: readonly WordLocation[];
}

/** Where what the name at an offset stands for is defined. `undefined`: there is no name that refers to anything. */
export function definition(workspace: Workspace, uri: string, offset: number): Definitions | undefined {
  const found = nameAt(workspace, uri, offset);
  if (!found) return undefined;
  const { document, occurrence, open } = found;
  const locate = ({ uri: target, name }: NamePlace) => ({ uri: target, range: open(target)!.positions.wordRange(name) });
  return {
    origin: document.positions.wordRange(occurrence.name),
    targets: definitionsOf(found, open).map(locate),
  };
}
