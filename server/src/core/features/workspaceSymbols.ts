import type { Range } from 'vscode-languageserver-types';
import { relativeName } from '../links/link';
import { ownNameOf, type Facts } from '../model/facts';
import { declaredRole } from '../model/cartridge';
import { literal, type LocatedString } from '../model/scalar';
import type { SymbolKind } from '../model/occurrences';
import type { Workspace } from '../workspace/workspace';
import { PositionedDocuments } from '../workspace/positions';

/** A name that a file defines. */
export interface WorkspaceSymbolEntry {
  readonly name: string;
  readonly of: SymbolKind;
  readonly uri: string;
  readonly range: Range;
  /** The file from the root of its project, and the role of a cartridge. */
  readonly container: string;
}

/** Nobody reads more; a longer query finds the rest. */
const MOST = 500;

/** The names that files define and that contain the letters of a query in their order, the shortest first. */
export function workspaceSymbols(workspace: Workspace, query: string): readonly WorkspaceSymbolEntry[] {
  const found: { readonly name: LocatedString; readonly of: SymbolKind; readonly uri: string; readonly facts: Facts }[] = [];
  for (const { uri, facts } of workspace.allFiles()) {
    if (!facts) continue;
    for (const [of, name] of namesOf(facts)) {
      const text = literal(name);
      if (text && hasLetters(text.text, query)) found.push({ name: text, of, uri, facts });
    }
  }
  const files = new PositionedDocuments(workspace);
  return found
    .sort(
      (a, b) =>
        a.name.text.length - b.name.text.length ||
        (a.name.text < b.name.text ? -1 : a.name.text > b.name.text ? 1 : a.uri < b.uri ? -1 : 1),
    )
    .slice(0, MOST)
    .map(({ name, of, uri, facts }) => ({
      name: name.text,
      of,
      uri,
      range: files.get(uri)!.wordRange(name),
      container: containerOf(workspace, uri, facts),
    }));
}

function namesOf(facts: Facts): readonly (readonly [SymbolKind, LocatedString | undefined])[] {
  const own = [facts.kind, ownNameOf(facts)] as const;
  return facts.kind === 'cartridge' ? [own, ['host', facts.host], ['service group', facts.serviceGroup]] : [own];
}

function containerOf(workspace: Workspace, uri: string, facts: Facts): string {
  const role = facts.kind === 'cartridge' ? declaredRole(facts) : undefined;
  return relativeName(workspace.rootOf(uri), uri) + (role ? ` (${role})` : '');
}

/** Whether the letters of a query stand in a name, in their order, whatever their case. */
function hasLetters(name: string, query: string): boolean {
  const text = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue;
    const found = text.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return true;
}
