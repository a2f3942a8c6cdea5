import { isCurlyDouble, isCurlySingle, isInvisible, isWide } from './characters';
import { tokensOf } from './recover';
import type { TextChange } from './textDraft';

/**
 * The changes that put straight quotes in the place of curly ones around keys and values, and take away invisible characters between
 * them; ascending. What stands inside a string stays.
 */
export function straightened(text: string): TextChange[] {
  const changes: TextChange[] = [];
  let behind = 0;
  /** Between two pieces of the text there is white space. */
  const between = (to: number) => {
    for (let at = behind; at < to; at++) {
      const c = text.charAt(at);
      // A byte order mark at the beginning is none of the text.
      if (isInvisible(c) && !(at === 0 && c === '\ufeff')) changes.push({ offset: at, length: 1, text: isWide(c) ? ' ' : '' });
    }
  };
  const quote = (at: number) => {
    const c = text.charAt(at);
    if (isCurlyDouble(c) || isCurlySingle(c)) changes.push({ offset: at, length: 1, text: '"' });
  };
  for (const token of tokensOf(text)) {
    between(token.offset);
    // What has lost one of its quotes, or has others in it, is left to its author.
    if (token.kind === 'string' && token.close !== undefined && !text.slice(token.offset + 1, token.close).includes('"')) {
      quote(token.offset);
      quote(token.close);
    }
    behind = 'end' in token ? token.end : token.offset + 1;
  }
  between(text.length);
  return changes;
}
