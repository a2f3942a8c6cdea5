import type { Range } from 'vscode-languageserver-types';
import { childrenOf, isMember, keyOf, membersOf, parseJsonTree, type Node } from '../json/tree';
import type { Workspace } from '../workspace/workspace';

/** An entry of the outline of a file. */
export interface OutlineEntry {
  readonly name: string;
  /** The value, where it is no object and no list. */
  readonly detail: string | undefined;
  readonly type: 'object' | 'list' | 'string' | 'number' | 'boolean' | 'null';
  readonly range: Range;
  /** Of the key, or of the whole where there is none. */
  readonly selection: Range;
  readonly children: readonly OutlineEntry[];
}

/** By one of these an item of a list is known. */
const NAMING_KEYS: readonly string[] = ['name', 'alias', 'id', 'type', 'protocol'];

/** The outline of a Private PaaS file: the items of lists have their own names, and not numbers. */
export function documentSymbols(workspace: Workspace, uri: string): readonly OutlineEntry[] {
  const document = workspace.open(uri);
  if (!document?.artifact) return [];
  const root = parseJsonTree(document.text);
  const rangeOf = ({ offset, length }: { offset: number; length: number }): Range => ({
    start: document.positions.document.positionAt(offset),
    end: document.positions.document.positionAt(offset + length),
  });
  const entriesOf = (node: Node): OutlineEntry[] => {
    if (node.type === 'object') {
      return membersOf(node).map(member => entry(keyOf(member), member.children[1], rangeOf(member), rangeOf(member.children[0])));
    }
    if (node.type !== 'array') return [];
    return childrenOf(node).map((item, i) => entry(nameOfItem(item) ?? String(i), item, rangeOf(item), rangeOf(item)));
  };
  const entry = (name: string, value: Node, range: Range, selection: Range): OutlineEntry => ({
    name: name === '' ? '""' : name,
    detail: value.type === 'object' || value.type === 'array' ? undefined : String(value.value),
    type: TYPES[value.type as keyof typeof TYPES] ?? 'string',
    range,
    selection,
    children: entriesOf(value),
  });
  return root ? entriesOf(root) : [];
}

const TYPES = { object: 'object', array: 'list', string: 'string', number: 'number', boolean: 'boolean', null: 'null' } as const;

/** What an item of a list is called. `undefined`: it has no name. An empty name is none, for clients refuse it. */
function nameOfItem(item: Node): string | undefined {
  if (item.type === 'string') return item.value === '' ? undefined : String(item.value);
  if (item.type !== 'object') return undefined;
  const members = membersOf(item).filter(isMember);
  for (const key of NAMING_KEYS) {
    const value = members.find(member => keyOf(member) === key)?.children[1].value as unknown;
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  }
  return undefined;
}
