import { isCurlyDouble, isCurlySingle, isInvisible } from './characters';
import { DEPTH_LIMIT } from './parse';
import type { JsonObject, JsonValue } from './types';

/**
 * A piece of a text that need not be JSON. `open` and `close`: the offsets of a string's quotes; a string without an end has no `close`.
 * Offsets are UTF-16 code units.
 */
export type Token =
  | { readonly kind: '{' | '}' | '[' | ']' | ':' | ','; readonly offset: number }
  | { readonly kind: 'string'; readonly offset: number; readonly end: number; readonly text: string; readonly close: number | undefined }
  | { readonly kind: 'word'; readonly offset: number; readonly end: number; readonly text: string }
  | { readonly kind: 'comment'; readonly offset: number; readonly end: number };

const isSpace = (c: string): boolean => c <= ' ' || isInvisible(c);
const PUNCTUATION = '{}[]:,';
const isPunctuation = (c: string): c is '{' | '}' | '[' | ']' | ':' | ',' => c !== '' && PUNCTUATION.includes(c);
const isQuote = (c: string): boolean => c === '"' || c === "'" || isCurlyDouble(c) || isCurlySingle(c);

/** Whether `c` ends a string that began with `open`. */
function closes(open: string, c: string): boolean {
  if (open === '"') return c === '"';
  if (isCurlyDouble(open)) return c === '"' || isCurlyDouble(c);
  return c === "'" || (open !== "'" && isCurlySingle(c));
}

/** A text cut into pieces, whatever it is. White space is left out; a string ends with its line at the latest. */
export function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  let wordEnd = -1;
  while (at < text.length) {
    const c = text.charAt(at);
    const offset = at;
    if (isSpace(c)) at++;
    else if (isPunctuation(c)) {
      at++;
      yield { kind: c, offset };
    } else if (c === '#' || text.startsWith('//', at) || text.startsWith('/*', at)) {
      at = endOfComment(text, at);
      yield { kind: 'comment', offset, end: at };
    } else if (isQuote(c)) {
      let close: number | undefined;
      for (at++; at < text.length && !isLineEnd(text[at]) && close === undefined; at++) {
        if (text[at] === '\\' && !isLineEnd(text[at + 1])) at++;
        else if (closes(c, text.charAt(at))) close = at;
      }
      at = Math.min(at, text.length);
      if (close === undefined && c === '"') {
        // The only quote of the line that could end it is a curly one.
        close = curlyEnd(text, offset + 1, at);
        if (close !== undefined) at = close + 1;
      }
      const inside = text.slice(offset + 1, close ?? at);
      const keyLength = lengthOfKey(inside, close === undefined || /[\w"]/.test(text.charAt(close + 1)));
      // What is left of a string that lost one of its quotes: only what stands between strings, or a key with its colon.
      if (isBetweenStrings(inside) || (wordEnd === offset && /^[ \t]*[:,}\]]/.test(inside.slice(0, 20)))) at = offset + 1;
      else if (keyLength > 0) {
        at = offset + 1 + keyLength;
        yield { kind: 'string', offset, end: at, text: inside.slice(0, keyLength), close: undefined };
      } else yield { kind: 'string', offset, end: at, text: unescaped(inside), close };
    } else {
      while (at < text.length && !isSpace(text.charAt(at)) && !isPunctuation(text.charAt(at)) && !isQuote(text.charAt(at))) at++;
      wordEnd = at;
      yield { kind: 'word', offset, end: at, text: text.slice(offset, at) };
    }
  }
}

/** The first curly quote behind which a string may end. */
function curlyEnd(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (isCurlyDouble(text.charAt(at)) && /^[ \t]*(?:[:,}\]\r\n]|$)/.test(text.slice(at + 1, at + 20))) return at;
  }
  return undefined;
}

/** The length of the key in a string that goes on behind its colon, where the quote between them is missing; 0: there is none. */
function lengthOfKey(inside: string, isCutWrong: boolean): number {
  const [, key] = (isCutWrong && /^([\w.-]+)\s*:/.exec(inside)) || [];
  return key?.length ?? 0;
}

function isBetweenStrings(inside: string): boolean {
  let hasPunctuation = false;
  for (const c of inside) {
    if (isPunctuation(c)) hasPunctuation = true;
    else if (!isSpace(c)) return false;
  }
  return hasPunctuation;
}

const isLineEnd = (c: string | undefined): boolean => c === '\n' || c === '\r';

function endOfComment(text: string, from: number): number {
  if (text.startsWith('/*', from)) {
    const end = text.indexOf('*/', from + 2);
    return end === -1 ? text.length : end + 2;
  }
  let at = from;
  while (at < text.length && !isLineEnd(text[at])) at++;
  return at;
}

function unescaped(inside: string): string {
  if (!inside.includes('\\')) return inside;
  try {
    return JSON.parse(`"${inside.replace(/(?<!\\)"/g, '\\"')}"`) as string;
  } catch {
    return inside;
  }
}

type Container = { readonly object: JsonObject; last: string | undefined } | { readonly list: JsonValue[] };

/**
 * What can be read of a text that is not JSON: missing and surplus commas, colons, quotes and brackets are borne with, and what makes
 * no sense is left out. Never throws. `undefined`: there is no object in it. Good for telling what a file is, and for nothing else.
 */
export function recover(text: string): JsonObject | undefined {
  const tokens = scalarsJoined(text);
  const root: Container = { object: {}, last: undefined };
  const stack: Container[] = [root];
  let key: string | undefined;
  let hasRead = false;

  const top = () => stack.at(-1)!;
  const put = (value: JsonValue): void => {
    const container = top();
    if ('list' in container) container.list.push(value);
    else if (key !== undefined) {
      define(container.object, key, value);
      container.last = key;
      hasRead = true;
    }
    key = undefined;
  };
  const open = (container: Container): void => {
    put('list' in container ? container.list : container.object);
    stack.push(container);
  };
  const close = (isList: boolean): void => {
    // A bracket that closes nothing is one too many; the root ends with the text.
    const index = stack.findLastIndex((one, i) => i > 0 && 'list' in one === isList);
    if (index > 0) stack.length = index;
    key = undefined;
  };

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const container = top();
    const next = tokens[i + 1]?.kind;
    switch (token.kind) {
      case '{':
        // The root is there already; a second brace in an object is one too many.
        if (('list' in container || key !== undefined) && stack.length < DEPTH_LIMIT) open({ object: {}, last: undefined });
        break;
      case '[':
        // No definition has lists in lists.
        if (!('list' in container) && key !== undefined && stack.length < DEPTH_LIMIT) open({ list: [] });
        break;
      case '}':
      case ']':
        close(token.kind === ']');
        break;
      case ':':
      case ',':
        break;
      default: {
        if ('list' in container) {
          if (next === ':') {
            // An item without its opening brace.
            stack.push({ object: {}, last: undefined });
            container.list.push((top() as { object: JsonObject }).object);
            key = token.text;
          } else put(scalarOf(token));
        } else if (key !== undefined) put(scalarOf(token));
        else if (next === ':') key = token.text;
        else if (next === '{' || next === '[' || ((next === 'string' || next === 'word') && tokens[i + 2]?.kind !== ':')) key = token.text;
        else if (container.last !== undefined) alsoPut(container.object, container.last, scalarOf(token));
      }
    }
  }
  return hasRead ? root.object : undefined;
}

/** Pieces that touch each other are one: a quote between them is one too many. */
function scalarsJoined(text: string): Exclude<Token, { kind: 'comment' }>[] {
  const joined: Exclude<Token, { kind: 'comment' }>[] = [];
  for (const token of tokensOf(text)) {
    if (token.kind === 'comment') continue;
    const before = joined.at(-1);
    if (before && 'end' in before && 'end' in token && before.end === token.offset) {
      joined[joined.length - 1] = { ...token, offset: before.offset, text: before.text + token.text };
    } else joined.push(token);
  }
  return joined;
}

function scalarOf(token: Extract<Token, { text: string }>): JsonValue {
  if (token.kind === 'string') return token.text;
  const words: Record<'true' | 'false' | 'null', JsonValue> = { true: true, false: false, null: null };
  if (Object.hasOwn(words, token.text)) return words[token.text as keyof typeof words];
  const number = Number(token.text);
  return Number.isFinite(number) ? number : token.text;
}

/** One more value of a key: where its list has lost the opening bracket. */
function alsoPut(object: JsonObject, key: string, value: JsonValue): void {
  const before = object[key]!;
  if (Array.isArray(before)) before.push(value);
  else if (typeof before !== 'object') define(object, key, [before, value]);
}

/** A key such as `__proto__` is one like any other. */
const define = (object: JsonObject, key: string, value: JsonValue): void =>
  void Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
