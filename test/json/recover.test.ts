import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges, editJson, kindOfUnparsable, mayBeDefinition, readJson, recognise, type JsonValue } from '../../server/src/core';
import { straightened } from '../../server/src/core/json/quotes';
import { recover } from '../../server/src/core/json/recover';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { texts } from '../fuzz/arbitraries';

const VALID = Object.entries({ ...SOUND, ...TEMPLATES }).map(([name, text]) => ({
  name,
  text,
  kind: recognise(JSON.parse(text) as JsonValue)!.kind,
}));

describe('what can be read of a text that is not JSON', () => {
  const cases: [string, string, unknown][] = [
    ['a missing comma', '{ "a": 1 "b": [1 2] }', { a: 1, b: [1, 2] }],
    ['a surplus comma', '{ "a": 1,, "b": [1,,2] }', { a: 1, b: [1, 2] }],
    ['a missing colon', '{ "a" "x", "b" {}, "c" [] }', { a: 'x', b: {}, c: [] }],
    ['a surplus colon', '{ "a":: 1 }', { a: 1 }],
    ['a missing quote before a key', '{ a": 1, "b": 2 }', { a: 1, b: 2 }],
    ['a missing quote behind a key', '{ "a: 1, "b": 2 }', { a: 1, b: 2 }],
    ['a missing quote before a value', '{ "a": x", "b": 2 }', { a: 'x', b: 2 }],
    ['a missing quote behind a value', '{ "a": "x,\n "b": 2 }', { a: 'x,', b: 2 }],
    ['a surplus quote', '{ ""a": ""x", "b"": "y"" }', { a: 'x', b: 'y' }],
    ['a surplus bracket', '{ "a": [1]], "b": {}}, "c": 3 }', { a: [1], b: {}, c: 3 }],
    ['a missing bracket', '{ "a": [{ "b": 1 }, "c": 2 }', { a: [{ b: 1 }, { c: 2 }] }],
    ['no brace at the beginning', '"a": 1, "b": 2 }', { a: 1, b: 2 }],
    ['an end in the middle', '{ "a": { "b": [1, "x', { a: { b: [1, 'x'] } }],
    ['comments', '{ // x: 1\n # y: 2\n "a": 1 /* "b": 2 */ }', { a: 1 }],
    ['single and curly quotes', `{ 'a': ‘x’, “b”: “y”, "c": "it’s “z”",\n "d": "z”\n }`, { a: 'x', b: 'y', c: 'it’s “z”', d: 'z' }],
    ['a key with a name of its own', '{ "__proto__": 1 "constructor": 2 }', JSON.parse('{ "__proto__": 1, "constructor": 2 }')],
  ];
  for (const [title, text, value] of cases) it(title, () => assert.deepEqual(recover(text), value));

  it('is nothing where there is no object', () => {
    for (const text of ['', ' ', 'x', '[1', '"a"', '}', '# x']) assert.equal(recover(text), undefined, text);
  });

  it('is of the same kind after any one character of its structure is lost or doubled', () => {
    const misses: string[] = [];
    for (const { name, text, kind } of VALID) {
      for (let at = 0; at < text.length; at++) {
        if (!'{}[]":,'.includes(text[at]!)) continue;
        for (const broken of [text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + text.slice(at)]) {
          if (readJson(broken).state !== 'syntax-error') continue;
          if (kindOfUnparsable(broken) !== kind)
            misses.push(`${name}: ${text.slice(Math.max(at - 20, 0), at)}‸${text.slice(at + 1, at + 20)}`);
          else assert.ok(mayBeDefinition(broken), `the editor would not start the server for ${broken}`);
        }
      }
    }
    // A list of one kind of thing that has lost a bracket is not one any more.
    assert.ok(misses.length <= 4, misses.join('\n'));
  });

  it('never fails, and takes a time that grows with the text', () =>
    fc.assert(
      fc.property(texts, text => {
        recover(text);
        straightened(text);
      }),
    ));
});

describe('straight quotes for curly ones', () => {
  const after = (text: string) => applyChanges(text, editJson(text, [{ op: 'straightenQuotes' }]));

  it('make the JSON that was meant, whatever quotes a word processor has put', () => {
    for (const { text } of VALID) {
      const curly = text.replaceAll(/"([^"]*)"/g, '“$1”');
      assert.equal(after(curly), text);
      assert.equal(after(text.replaceAll('"', '”')), text);
      assert.equal(after(text.replaceAll(' "', '\u00a0"')), text);
    }
  });

  it('stay out of strings and comments, and of what is JSON', () => {
    for (const text of ['{ "a": "“x”, ‘y’: \u00a0" }', '{ // “x”\u00a0\n "a": 1 }', '\ufeff{ "a": "\u200b" }'])
      assert.equal(after(text), text);
  });

  it('change nothing the second time', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '"', '“', '”', '‘', ':', ',', 'a', ' ', '\u00a0', '\n', '\\') }), text => {
        const once = applyChanges(text, straightened(text));
        assert.equal(applyChanges(once, straightened(once)), once);
      }),
      { numRuns: 1000 },
    ));
});
