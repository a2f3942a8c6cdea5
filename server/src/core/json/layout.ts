import type { Node } from './tree';
import type { JsonObject, JsonValue } from './types';

/** How something new is laid out where no sibling shows it: all of it copied from the lines around. */
export interface Layout {
  /** White space before a child of the container, and after the last one. */
  readonly before: string;
  readonly after: string;
  /** One more level of indentation; `undefined`: all stands on one line. */
  readonly indent: string | undefined;
  readonly colon: string;
}

export function layoutOf(text: string, root: Node, container: Node, colon: string): Layout {
  const outer = whiteSpaceBefore(text, root.children?.[0]?.offset ?? root.offset);
  const eol = /\r\n|\n|\r/.exec(outer)?.[0];
  const last = container.children?.at(-1);
  if (last) {
    const before = whiteSpaceBefore(text, last.offset);
    return { before, after: '', indent: eol && /[\r\n]/.test(before) ? lastLine(outer) : undefined, colon };
  }
  if (eol === undefined) return { before: '', after: '', indent: undefined, colon };
  const own = lineIndent(text, container.offset);
  const indent = lastLine(outer).slice(lineIndent(text, root.offset).length) || '  ';
  return { before: eol + own + indent, after: eol + own, indent, colon };
}

/** `value` as text, its lines indented to stand where `layout` puts a child. */
export function print(value: JsonValue, layout: Layout): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const children = isList
    ? value.map(item => ['', item] as const)
    : Object.entries(value).map(([key, item]) => [JSON.stringify(key) + layout.colon, item] as const);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (children.length === 0) return open + close;
  // A list of words is written as people do.
  const isOnOneLine = layout.indent === undefined || (isList && value.every(item => typeof item !== 'object'));
  if (isOnOneLine) return open + children.map(([key, item]) => key + print(item, layout)).join(', ') + close;
  const line = /(?:\r\n|\n|\r)[ \t]*$/.exec(layout.before)?.[0] ?? layout.before;
  const inner = { ...layout, before: line + layout.indent };
  return open + children.map(([key, item]) => inner.before + key + print(item, inner)).join(',') + line + close;
}

/** An object on one line, its brackets as far from what is in them as those of another one. */
export function printBeside(value: JsonObject, sibling: string, colon: string): string {
  const pad = /^\{[ \t]/.test(sibling) ? ' ' : '';
  const oneLine = print(value, { before: '', after: '', indent: undefined, colon });
  return `{${pad}${oneLine.slice(1, -1)}${pad}}`;
}

/** The white space directly before an offset. */
export const whiteSpaceBefore = (text: string, offset: number): string => {
  let start = offset;
  while (start > 0 && ' \t\r\n'.includes(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
};

const lastLine = (whiteSpace: string): string => whiteSpace.slice(Math.max(whiteSpace.lastIndexOf('\n'), whiteSpace.lastIndexOf('\r')) + 1);

/** The white space at the beginning of the line that holds `offset`. */
function lineIndent(text: string, offset: number): string {
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

/** What stands between key and value: `": "`, `" : "`, `":"`. */
export function colonOf(text: string, property: Node | undefined): string {
  const [key, value] = property?.children ?? [];
  if (property?.type !== 'property' || !key || !value) return ': ';
  const between = text.slice(key.offset + key.length, value.offset);
  return /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
}
