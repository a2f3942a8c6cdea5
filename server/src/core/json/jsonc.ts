import { visit } from 'jsonc-parser';
import { withoutBom } from './parse';
import type { Span } from './path';

const OPTIONS = { allowTrailingComma: true, disallowComments: false };

/** The offsets of the commas that stand before a closing bracket. */
export function trailingCommas(text: string): number[] {
  const found: number[] = [];
  let comma: number | undefined;
  const forget = () => {
    comma = undefined;
  };
  const close = () => {
    if (comma !== undefined) found.push(comma);
    comma = undefined;
  };
  visit(
    withoutBom(text),
    {
      onSeparator: (character, offset) => (comma = character === ',' ? offset : undefined),
      onObjectProperty: forget,
      onLiteralValue: forget,
      onObjectBegin: forget,
      onArrayBegin: forget,
      onObjectEnd: close,
      onArrayEnd: close,
    },
    OPTIONS,
  );
  return found;
}

/** The comments of a text, in order. */
export function comments(text: string): Span[] {
  const found: Span[] = [];
  visit(withoutBom(text), { onComment: (offset, length) => found.push({ offset, length }) }, OPTIONS);
  return found;
}
