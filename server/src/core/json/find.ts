import { createScanner, type JSONScanner } from 'jsonc-parser';
import { withoutBom } from './parse';
import type { PathLocation, Span } from './path';

/** As `spanOf` in a tree, of strict JSON in which no key is defined twice: it is read as far as the place, and no tree is made. */
export function findSpan(text: string, { path, on }: PathLocation): Span {
  const reader = new TokenCursor(text);
  let key: Span | undefined;
  for (const segment of path) {
    const offset = reader.offset;
    const found = reader.enter(segment);
    if (!found) return { offset, length: reader.end - offset };
    key = found.key;
  }
  if (on === 'key' && key) return key;
  const offset = reader.offset;
  reader.skip();
  return { offset, length: reader.end - offset };
}

/** Goes from token to token; of strict JSON the first character tells what a token is. */
class TokenCursor {
  private readonly scanner: JSONScanner;

  constructor(private readonly text: string) {
    this.scanner = createScanner(withoutBom(text), true);
    this.scanner.scan();
  }

  get offset(): number {
    return this.scanner.getTokenOffset();
  }

  get end(): number {
    return this.scanner.getTokenOffset() + this.scanner.getTokenLength();
  }

  private get token(): string {
    return this.text.charAt(this.offset);
  }

  private next(): string {
    this.scanner.scan();
    return this.token;
  }

  /**
   * From the first token of a value to that of a value directly in it, and the span of its key where it has one. `undefined`: there is
   * none, and this is the last token of the outer value.
   */
  enter(segment: string | number): { readonly key: Span | undefined } | undefined {
    const isObject = typeof segment === 'string';
    if (this.token !== (isObject ? '{' : '[')) {
      this.skip();
      return undefined;
    }
    for (let index = 0; ; index++) {
      if (isEnd(this.next())) return undefined;
      const key = isObject ? { offset: this.offset, length: this.end - this.offset } : undefined;
      const step = isObject ? this.scanner.getTokenValue() : index;
      if (isObject) {
        // The colon, and what stands behind it.
        this.next();
        this.next();
      }
      if (step === segment) return { key };
      this.skip();
      if (this.next() !== ',') return undefined;
    }
  }

  /** From the first token of a value to its last. */
  skip(): void {
    let depth = 0;
    for (let token = this.token; ; token = this.next()) {
      if (token === '{' || token === '[') depth++;
      else if (isEnd(token)) depth--;
      if (depth === 0 || token === '') return;
    }
  }
}

const isEnd = (token: string): boolean => token === '}' || token === ']' || token === '';
