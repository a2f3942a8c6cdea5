import { printParseErrorCode, visit, type Node, type NodeType } from 'jsonc-parser';
import type { Span } from './path';

/** No definition nests deeper than ten; a recursive walk of this many levels is safe on every stack. */
export const DEPTH_LIMIT = 200;

/** What parsing a text gave: a tree of what could be made out of it, and the first thing that is wrong with it. */
interface Parsed {
  readonly tree: Node | undefined;
  readonly problem: (Span & { readonly code: string }) | undefined;
  /** It nests deeper than `DEPTH_LIMIT`; there is no tree then. */
  readonly isTooDeep: boolean;
}

/** A byte order mark is white space to us; a blank in its place keeps every offset. */
export const withoutBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? ' ' + text.slice(1) : text);

/** A node whose end is yet to come. */
interface Growing {
  readonly type: NodeType;
  readonly offset: number;
  length: number;
  parent?: Growing;
  readonly children: Node[];
}

/** Thrown out of the parser, which would go as deep as the text until the stack ends. */
class TooDeep extends Error {}

/**
 * Text to tree, comments and trailing commas allowed. Never throws: a text is parsed by recursion, and only counting as that goes
 * tells in time how deep it goes, for in a text with mistakes not every bracket opens or closes what it seems to.
 */
export function parse(text: string): Parsed {
  let problem: Parsed['problem'];
  const root: Growing = { type: 'array', offset: 0, length: 0, children: [] };
  let parent = root;
  let depth = 0;

  const add = <N extends Node>(node: N): N => {
    parent.children.push(node);
    return node;
  };
  const open = (type: 'object' | 'array') => (offset: number) => {
    if (++depth > DEPTH_LIMIT) throw new TooDeep();
    parent = add({ type, offset, length: text.length - offset, parent, children: [] });
  };
  /** What is not closed seems to the parser to end behind the text. */
  const wrong = (code: string, offset: number, length: number) => {
    problem ??= { offset, length: Math.min(length, text.length - offset), code };
  };
  /** A member ends with its value, or where a value had to be. */
  const endMember = (at: number) => {
    if (parent.type !== 'property') return;
    parent.length = at - parent.offset;
    parent = parent.parent ?? root;
  };
  const close = (offset: number, length: number) => {
    depth--;
    endMember(offset + length);
    parent.length = offset + length - parent.offset;
    parent = parent.parent ?? root;
    endMember(offset + length);
  };

  try {
    visit(
      withoutBom(text),
      {
        onObjectBegin: open('object'),
        onArrayBegin: open('array'),
        onObjectEnd: close,
        onArrayEnd: close,
        onObjectProperty: (value, offset, length) => {
          parent = add({ type: 'property', offset, length: text.length - offset, parent, children: [] });
          add({ type: 'string', value, offset, length, parent });
        },
        onLiteralValue: (value: unknown, offset, length) => {
          add({ type: value === null ? 'null' : (typeof value as NodeType), value, offset, length, parent });
          endMember(offset + length);
        },
        onSeparator: (character, offset) => {
          if (character === ',') endMember(offset);
        },
        // The parser itself does not mind.
        onComment: (offset, length) => {
          const comment = text.slice(offset, offset + length);
          if (comment.startsWith('/*') && !(length >= 4 && comment.endsWith('*/'))) wrong('UnexpectedEndOfComment', offset, length);
        },
        onError: (error, offset, length) => wrong(printParseErrorCode(error), offset, length),
      },
      { allowTrailingComma: true, disallowComments: false },
    );
  } catch (error) {
    if (error instanceof TooDeep) return { tree: undefined, problem: undefined, isTooDeep: true };
    throw error;
  }
  const tree = root.children[0];
  if (tree) delete (tree as Growing).parent;
  return { tree, problem, isTooDeep: false };
}
