import { DEPTH_LIMIT } from './parse';

/**
 * Whether the platform's own JSON reader (Jettison 1.3.4) takes a text that strict JSON refuses: comments with `#`, too, single
 * quotes, keys and words without quotes, `=` and `=>` for `:`, `;` for `,`, and a comma before the closing bracket.
 */
export function isAcceptedByJettison(text: string): boolean {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  /** Passes over white space and comments; the character that stands there, '' at the end. */
  const next = (): string => {
    for (;;) {
      const c = text[at] ?? '';
      if (c === '') return '';
      const two = text.slice(at, at + 2);
      if (c <= ' ') at++;
      else if (c === '#' || two === '//') {
        while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
      } else if (two === '/*') {
        const end = text.indexOf('*/', at + 2);
        if (end === -1) throw new Error('a comment without an end');
        at = end + 2;
      } else return c;
    }
  };

  const string = (quote: string): void => {
    for (at++; at < text.length && text[at] !== quote; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '\n' || text[at] === '\r') break;
    }
    if (text[at] !== quote) throw new Error('a string without an end');
    at++;
  };

  const word = (): void => {
    const begun = at;
    while (at < text.length && text.charAt(at) >= ' ' && !',:]}/\\"[{;=#'.includes(text.charAt(at))) at++;
    if (text.slice(begun, at).trim() === '') throw new Error('nothing where a value has to be');
  };

  const value = (depth: number): void => {
    const c = next();
    if (depth > DEPTH_LIMIT) throw new Error('nested too deep');
    if (c === '"' || c === "'") string(c);
    else if (c === '{') object(depth);
    else if (c === '[') list(depth);
    else word();
  };

  const object = (depth: number): void => {
    at++;
    for (;;) {
      if (next() === '}') break;
      value(depth + 1);
      const separator = next();
      if (separator !== ':' && separator !== '=') throw new Error('a key without a value');
      at += text.slice(at, at + 2) === '=>' ? 2 : 1;
      value(depth + 1);
      const c = next();
      if (c === '}') break;
      if (c !== ',' && c !== ';') throw new Error('a comma is missing');
      at++;
    }
    at++;
  };

  const list = (depth: number): void => {
    at++;
    for (;;) {
      if (next() === ']') break;
      value(depth + 1);
      const c = next();
      if (c === ']') break;
      if (c !== ',' && c !== ';') throw new Error('a comma is missing');
      at++;
    }
    at++;
  };

  try {
    if (next() !== '{') return false;
    value(0);
    return next() === '';
  } catch {
    return false;
  }
}
