import { colonOf, print, whiteSpaceBefore } from './layout';
import { parseJsonTree } from './tree';
import type { JsonValue } from './types';

/** The text of a new file. Line ends, indentation, colons and the end of the file are those of `like`, another file; without one, those of most. */
export function printNew(value: JsonValue, like = ''): string {
  const root = parseJsonTree(like);
  const first = root?.children?.[0];
  const before = first ? whiteSpaceBefore(like, first.offset) : '\n  ';
  const eol = /\r\n|\n|\r/.exec(before)?.[0];
  const end = /\r?\n$|\r$/.exec(like)?.[0] ?? (first ? '' : '\n');
  const indent = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const layout = { before: eol ?? '', after: '', indent: eol === undefined ? undefined : indent || '  ', colon: colonOf(like, first) };
  return print(value, layout) + end;
}
