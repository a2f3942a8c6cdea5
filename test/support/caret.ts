import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { Workspace, WorkspaceOptions } from '../../server/src/core';
import { ROOT, uriOf, workspaceOf } from './workspace';

/** Where a caret stands in the file of a workspace. */
export interface AtCaret {
  readonly workspace: Workspace;
  readonly uri: string;
  readonly text: string;
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly position: Position;
}

/** A workspace of files, one of which has the caret mark `‸` in its text. */
export function atCaret(files: Readonly<Record<string, string>>, options: WorkspaceOptions = {}): AtCaret {
  const marked = Object.entries(files).find(([, text]) => text.includes('‸'));
  if (!marked) throw new Error(`none of ${Object.keys(files).join(', ')} has a caret in it, below ${ROOT}`);
  const [name, withCaret] = marked;
  const offset = withCaret.indexOf('‸');
  const text = withCaret.replace('‸', '');
  const workspace = workspaceOf(Object.entries({ ...files, [name]: text }), options);
  return { workspace, uri: uriOf(name), text, offset, position: TextDocument.create(uriOf(name), 'json', 0, text).positionAt(offset) };
}

/** A text with the caret mark in `word`, behind its first character; the first one after `after`. */
export function caretIn(text: string, word: string, after = ''): string {
  const from = text.indexOf(after);
  const at = text.indexOf(word, from + after.length);
  if (from === -1 || at === -1) throw new Error(`there is no ${word} behind ${after}`);
  return `${text.slice(0, at + 1)}‸${text.slice(at + 1)}`;
}
