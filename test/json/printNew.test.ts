import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printNew } from '../../server/src/core/json/printNew';
import { documents } from '../fuzz/arbitraries';

describe('the text of a new file', () => {
  const value = { type: 'x', none: [], property: [{ name: 'a', value: true }] };

  it('has two spaces and a line end in the end, where there is nothing to go by', () => {
    assert.equal(printNew({ type: 'x', list: ['y', 'z'] }), '{\n  "type": "x",\n  "list": ["y", "z"]\n}\n');
  });

  for (const [title, like, expected] of [
    ['tabs and CRLF', '{\r\n\t"a": 1\r\n}\r\n', '{\r\n\t"type": "x"\r\n}\r\n'],
    ['four spaces and no line end in the end', '{\n    "a": 1\n}', '{\n    "type": "x"\n}'],
    ['no space behind a colon', '{\n  "a":1\n}\n', '{\n  "type":"x"\n}\n'],
    ['everything on one line', '{"a": 1}', '{"type": "x"}'],
  ] as const) {
    it(`is laid out like the other file: ${title}`, () => assert.equal(printNew({ type: 'x' }, like), expected));
  }

  it('is JSON of the same value, whatever the other file looks like', () =>
    fc.assert(fc.property(documents, like => assert.deepEqual(JSON.parse(printNew(value, like)), value))));
});
