import type { Occurrence } from '../model/occurrences';
import type { Workspace } from '../workspace/workspace';
import { nameAt } from './navigation/opener';
import { definitionsOf, isSamePlace, type NamePlace, type Named, type Open } from './navigation/targets';
import type { WordLocation } from './definition';

/** All uses of what the name at an offset stands for: those whose look-up ends at the same definition. */
export function references(workspace: Workspace, uri: string, offset: number, includeDeclaration: boolean): readonly WordLocation[] {
  const found = nameAt(workspace, uri, offset);
  if (!found) return [];
  const all = usesOf(workspace, found, found.open);
  const wanted = includeDeclaration ? all : all.filter(({ occurrence: { role } }) => role === 'reference');
  return wanted.map(({ document: { uri: at, positions }, occurrence: { name } }) => ({ uri: at, range: positions.wordRange(name) }));
}

/** The definitions and the references that mean the same as a name, in the order of their files. */
export function usesOf(workspace: Workspace, from: Named, open: Open): readonly Named[] {
  const { of, name } = from.occurrence;
  const targets = definitionsOf(from, open);
  return [...namesIn(workspace, from.document.uri, of, name.text, open)].filter(one => meansOneOf(targets, one, open));
}

/** All names of a kind with a text, in the project of a file. */
export function* namesIn(workspace: Workspace, uri: string, of: Occurrence['of'], name: string, open: Open): Generator<Named> {
  const root = workspace.rootOf(uri);
  const spelled = JSON.stringify(name).slice(1, -1);
  for (const { uri: other, text, facts } of workspace.allFiles()) {
    // Most files do not contain the name at all. One with an escape may spell it in another way.
    if (!facts || workspace.rootOf(other) !== root || !(text.includes(spelled) || text.includes('\\'))) continue;
    const document = open(other)!;
    for (const occurrence of document.occurrences)
      if (occurrence.of === of && occurrence.name.text === name) yield { document, occurrence };
  }
}

/** Whether a name leads to one of some definitions; where there are none, whether it leads nowhere either. */
function meansOneOf(targets: readonly NamePlace[], one: Named, open: Open): boolean {
  const own = definitionsOf(one, open);
  return targets.length === 0 ? own.length === 0 : own.some(place => targets.some(target => isSamePlace(place, target)));
}

/** The uses in the document itself, for highlights. */
export function usesInDocument(
  workspace: Workspace,
  uri: string,
  offset: number,
): readonly (WordLocation & { role: Occurrence['role'] })[] {
  const found = nameAt(workspace, uri, offset);
  if (!found) return [];
  const { document, occurrence, open } = found;
  const targets = definitionsOf(found, open);
  return document.occurrences
    .filter(
      one => one.of === occurrence.of && one.name.text === occurrence.name.text && meansOneOf(targets, { document, occurrence: one }, open),
    )
    .map(({ role, name }) => ({ uri, role, range: document.positions.wordRange(name) }));
}
