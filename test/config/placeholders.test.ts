import assert from 'node:assert/strict';
import { isPlaceholder, markPlaceholders, placeholderPattern, withoutMarks } from '../../server/src/core/vocabulary/placeholders';

const isFound = (pattern: string, text: string) => isPlaceholder(markPlaceholders(text, [placeholderPattern(pattern)]));

describe('a pattern for placeholders', () => {
  for (const [pattern, text] of [
    ['%%*%%', '%%%%'],
    ['%%*%%', 'a%%b%%c'],
    ['TODO', 'TODO'],
    ['TODO*', 'x TODO'],
    ['*!', 'x!y'],
    ['**', 'x'],
    ['[a.b]', '[a.b]'],
  ] as const)
    it(`finds ${pattern} in ${text}`, () => assert.ok(isFound(pattern, text)));

  for (const [pattern, text] of [
    ['%%*%%', '%%%'],
    ['%%*%%', 'esb.example.com'],
    ['a*b', 'ba'],
    ['TODO', 'todo'],
    ['[a.b]', 'a'],
    ['*', ''],
  ] as const)
    it(`does not find ${pattern} in ${JSON.stringify(text)}`, () => assert.ok(!isFound(pattern, text)));

  it('leaves the text as it was', () => {
    const text = '%%A%%,%%B%%-C';
    assert.equal(withoutMarks(markPlaceholders(text, [placeholderPattern('%%*%%'), placeholderPattern('-*')])), text);
  });

  it('finds each of them in a list', () => {
    const parts = markPlaceholders('cartridge.%%A%%,cartridge.%%B%%,c', [placeholderPattern('%%*%%')]).split(',');
    assert.deepEqual(parts.map(isPlaceholder), [true, true, false]);
  });
});
