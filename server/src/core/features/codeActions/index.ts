import type { Range } from 'vscode-languageserver-types';
import type { Workspace } from '../../workspace/workspace';
import type { Action, ActionSource } from './action';
import { configurationActions } from './configurationActions';
import { insertAllMissing } from './insertAllMissing';
import { ruleFixes } from './ruleFixes';
import { straightenQuotes } from './straightenQuotes';

export { FIX_ALL_KIND, type Action, type ActionEdit, type FileEdit } from './action';
export { fixAll, fixAllChanges } from './fixAll';

/** THE list of sources of quick fixes, in the order in which they are offered. */
const SOURCES: readonly ActionSource[] = [ruleFixes, insertAllMissing, straightenQuotes];

/** What can be done about what is found in `range` but to fix it. `document`: its snapshot, where somebody has it already. */
export function otherActions(workspace: Workspace, uri: string, range: Range, document = workspace.open(uri)): readonly Action[] {
  return document ? configurationActions({ document, range }) : [];
}

/** The quick fixes for what is found in `range`. `document`: its snapshot, where somebody has it already. */
export function quickFixes(workspace: Workspace, uri: string, range: Range, document = workspace.open(uri)): Action[] {
  return document ? SOURCES.flatMap(source => source({ document, range })) : [];
}
