import type { Range } from 'vscode-languageserver-types';
import { relativeName } from '../links/link';
import { locationAt } from '../json/location';
import { nodeAt, parseJsonTree } from '../json/tree';
import { hostKey, idKey, serviceGroupKey, typeKey, type Key } from '../model/keys';
import type { Occurrence, SymbolKind } from '../model/occurrences';
import { scalarText } from '../model/scalar';
import type { JsonPath } from '../json/path';
import { isSameValue, type JsonValue } from '../json/types';
import { isPlaceholder, withoutMarks } from '../vocabulary/placeholders';
import type { DocumentSnapshot } from '../workspace/documentSnapshot';
import type { Workspace } from '../workspace/workspace';
import type { FileEdit } from './codeActions';
import { openerOf } from './navigation/opener';
import { definitionsOf, type Named, type Open } from './navigation/targets';
import { namesIn, usesOf } from './references';

/** Why something cannot be renamed, in a sentence. */
export class RenameRefused extends Error {}

/** What can be renamed at an offset: the word, without its quotes. `undefined`: there is no name. Throws `RenameRefused`. */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const document = workspace.open(uri);
  const occurrence = document && renamable(document, offset);
  return occurrence && { range: document.positions.wordRange(occurrence.name), placeholder: withoutMarks(occurrence.name.text) };
}

/** Gives a name another text in all its uses. `undefined`: there is no name. Throws `RenameRefused`. */
export function rename(workspace: Workspace, uri: string, offset: number, newName: string): readonly FileEdit[] | undefined {
  const open = openerOf(workspace);
  const document = open(uri);
  const occurrence = document && renamable(document, offset);
  if (!occurrence) return undefined;
  const { of, name } = occurrence;
  verifyName(newName, of);
  if (newName === name.text) return [];
  const uses = allUses(workspace, { document, occurrence }, open);
  verifyFree(workspace, uses, occurrence, newName, open);
  const byFile = new Map<string, { range: Range; newText: string }[]>();
  for (const { document: other, occurrence: use } of uses) {
    if (other.isUnparsable) throw new RenameRefused(`${fileName(other.uri)} is not valid JSON. Fix that first.`);
    const edits = byFile.get(other.uri) ?? [];
    edits.push({ range: other.positions.wordRange(use.name), newText: textFor(other, use, newName) });
    byFile.set(other.uri, edits);
  }
  return [...byFile].map(([file, edits]) => ({
    uri: file,
    edits: edits.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character),
  }));
}

/** The uses of a name, and of the other definitions to which some of them lead as well: what means both goes with both. */
function allUses(workspace: Workspace, from: Named, open: Open): readonly Named[] {
  const uses = new Map<string, Named>();
  const followed = new Set<string>();
  const keyOf = (uri: string, path: JsonPath) => `${uri} ${JSON.stringify(path)}`;
  const follow = (one: Named) => {
    for (const use of usesOf(workspace, one, open)) uses.set(keyOf(use.document.uri, use.occurrence.name.path), use);
  };
  follow(from);
  for (const use of uses.values()) {
    for (const { uri, name } of definitionsOf(use, open)) {
      const key = keyOf(uri, name.path);
      const definition = followed.has(key) ? undefined : namedAt(open(uri), name.path, from.occurrence);
      followed.add(key);
      if (definition) follow(definition);
    }
  }
  return [...uses.values()];
}

function namedAt(document: DocumentSnapshot | undefined, path: JsonPath, { of, name }: Occurrence): Named | undefined {
  const occurrence = document?.occurrences.find(one => one.of === of && one.name.text === name.text && isSameValue(one.name.path, path));
  return document && occurrence && { document, occurrence };
}

/** What is renamed in all its uses. An alias is not among them: startup orders contain it as a part of other texts. */
const KEYS: ReadonlyMap<SymbolKind, (name: string) => Key> = new Map<SymbolKind, (name: string) => Key>([
  ['cartridge', typeKey],
  ['host', hostKey],
  ['service group', serviceGroupKey],
  ...(['autoscale policy', 'deployment policy', 'application policy', 'network partition'] as const).map(
    kind => [kind, (name: string) => idKey(kind, name)] as const,
  ),
]);

function renamable(document: DocumentSnapshot, offset: number): Occurrence | undefined {
  const occurrence = document.occurrenceAt(offset);
  if (occurrence) {
    if (!KEYS.has(occurrence.of)) throw new RenameRefused(`The name of this ${occurrence.of} cannot be renamed in all its uses.`);
    return occurrence;
  }
  if (isPlaceholderAt(document, offset)) throw new RenameRefused('This value is a placeholder. Only names that are known can be renamed.');
  return undefined;
}

function isPlaceholderAt({ text, artifact }: DocumentSnapshot, offset: number): boolean {
  const { path, on } = locationAt(text, offset);
  if (on === 'key' || !artifact) return false;
  const value = nodeAt(parseJsonTree(text), path)?.value as JsonValue | undefined;
  return isPlaceholder(scalarText(value) ?? '');
}

/** The service manager joins payload parameters with commas, and the agent cuts their values at an equals sign. */
function verifyName(name: string, of: SymbolKind): void {
  if (name === '') throw new RenameRefused('A name has at least one character.');
  if (name.trim() !== name) throw new RenameRefused('A name neither begins nor ends with white space.');
  if (isPlaceholder(name)) throw new RenameRefused('A placeholder is no name.');
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) throw new RenameRefused('A name contains no line ends or control characters.');
  if (/[,=]/.test(name) && ['cartridge', 'host', 'service group'].includes(of))
    throw new RenameRefused('A name that stands in payload parameters contains neither "," nor "=".');
}

/** With the new name no look-up may end at another definition: neither those of the uses, nor those of files that have the new name already. */
function verifyFree(workspace: Workspace, uses: readonly Named[], { of, name }: Occurrence, newName: string, open: Open): void {
  const key = KEYS.get(of)!(newName);
  const definitions = uses.filter(({ occurrence }) => occurrence.role === 'definition').map(({ document }) => document.uri);
  const refuse = (uri: string) => {
    throw new RenameRefused(
      `${fileName(uri)} has the ${of} ${JSON.stringify(newName)} already. Choose another name than ${JSON.stringify(newName)} for ${JSON.stringify(name.text)}.`,
    );
  };
  const isNearer = (from: string, uri: string) => definitions.every(one => stepsBetween(from, uri) <= stepsBetween(from, one));
  for (const { document, occurrence } of uses) {
    const [standing] = document.context?.find(key) ?? [];
    // A parameter with a host is that of a partner, whoever else has it; two cartridges of a folder may not have one.
    const isTaken = (one: string) =>
      of === 'host' ? occurrence.role === 'definition' && stepsBetween(document.uri, one) === 0 : isNearer(document.uri, one);
    if (standing && isTaken(standing.uri)) refuse(standing.uri);
  }
  if (of === 'host') return;
  for (const { document, occurrence } of namesIn(workspace, definitions[0] ?? '', of, newName, open)) {
    const [standing] = occurrence.role === 'reference' ? (document.context?.find(key) ?? []) : [];
    if (standing && !isNearer(document.uri, standing.uri)) refuse(document.uri);
  }
}

/** Steps up and down between the folders of two files. */
function stepsBetween(a: string, b: string): number {
  const [from, to] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return from.length + to.length - 2 * same;
}

/** Inside of quotes; a number gets some. */
function textFor({ positions }: DocumentSnapshot, { name }: Occurrence, newName: string): string {
  const quoted = JSON.stringify(newName);
  const { start } = positions.wordRange(name);
  const before = positions.document.offsetAt(start) - 1;
  return positions.text.charAt(before) === '"' ? quoted.slice(1, -1) : quoted;
}

const fileName = (uri: string): string => relativeName(uri.slice(0, uri.lastIndexOf('/')), uri);
