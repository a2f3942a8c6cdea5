import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locationAt } from '../../server/src/core/json/location';
import { documents } from '../fuzz/arbitraries';

/** The location of the caret `‸`, its span as text. */
function at(marked: string) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const { path, on, span } = locationAt(text, offset);
  return [path.join('.'), on, text.slice(span.offset, span.offset + span.length)];
}

describe('the location of a caret', () => {
  const cases: [string, string, [string, string, string]][] = [
    ['in a value', '{ "type": "esb‸" }', ['type', 'value', '"esb"']],
    ['at the end of a value', '{ "type": "esb"‸ }', ['type', 'value', '"esb"']],
    ['in a number', '{ "port": 94‸43 }', ['port', 'value', '9443']],
    ['in a key', '{ "ty‸pe": "esb" }', ['type', 'key', '"type"']],
    ['in a key that is half typed', '{ "ho‸', ['ho', 'key', '"ho']],
    ['in a value that is half typed', '{ "host": "esb.‸', ['host', 'value', '"esb.']],
    ['behind a colon', '{ "host": ‸ }', ['host', 'value', '']],
    ['in an empty object', '{ ‸ }', ['', 'key', '']],
    ['in the value of an entry', '{ "property": [{ "name": "a", "value": "‸" }] }', ['property.0.value', 'value', '""']],
    ['in the second entry', '{ "property": [{ "name": "a" }, { "name": "‸b" }] }', ['property.1.name', 'value', '"b"']],
    ['behind a comma in a list', '{ "property": [{ "name": "a" }, ‸] }', ['property.1', 'value', '']],
    ['behind a comment', '{ // the type\n "type": "e‸" }', ['type', 'value', '"e"']],
    ['behind a byte order mark', '\ufeff{ "type": "e‸sb" }', ['type', 'value', '"esb"']],
  ];
  for (const [title, marked, expected] of cases) it(title, () => assert.deepEqual(at(marked), expected));

  it('is found at every offset of every text, whole or cut off', () =>
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), (text, cut, offset) => {
        for (const one of [text, text.slice(0, cut % (text.length + 1))]) {
          const { span } = locationAt(one, offset % (one.length + 2));
          assert.ok(span.offset >= 0 && span.offset + span.length <= one.length);
        }
      }),
    ));

  it('is the root of a text that is nested too deeply to be read', () => {
    const text = '['.repeat(100_000);
    assert.deepEqual(locationAt(text, text.length).path, []);
  });
});
