import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { readFixture } from './support/fixture';
import { withAfter } from './support/fixtureUpdate';

const FIXTURES = path.resolve(__dirname, '../../test/rules');

describe('a fixture that is updated', () => {
  let folder: string;
  before(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fixture-'))));
  after(() => fs.rmSync(folder, { recursive: true }));

  const reread = (text: string) => {
    const file = path.join(folder, 'rule.fixture');
    fs.writeFileSync(file, text);
    return readFixture(file).map(({ rule: _, ...one }) => one);
  };

  it('states what the fix made of the file, and every other byte stays', () => {
    let blocks = 0;
    for (const name of fs.readdirSync(FIXTURES)) {
      const text = fs.readFileSync(path.join(FIXTURES, name), 'utf8');
      const cases = reread(text);
      cases.forEach(({ after }, index) => {
        for (const [changed, expected] of after) {
          // A text of which no line is that of a valid file, and back again.
          const other = withAfter(text, index, changed, '{ "other": 1 }\n');
          assert.equal(reread(other)[index]!.after.get(changed), '{ "other": 1 }\n', name);
          const back = withAfter(other, index, changed, expected);
          assert.deepEqual(reread(back), cases, name);
          const outside = (one: string) => one.split(/^(?====|# )/m).filter(part => !part.startsWith(`=== ${changed} after`));
          assert.deepEqual(outside(back), outside(text), name);
          blocks++;
        }
      });
    }
    assert.ok(blocks > 0);
  });

  it('states the lines that differ from the valid file', () => {
    const text = '# one\n=== worker.json after\n\n# two\n=== worker.json after\n\n';
    const valid = reread(text)[1]!.after.get('worker.json')!;
    const changed = valid.replace('"4.8.1",\n', '"4.9.0",\n  "more": {\n  },\n').replace('"wso2",\n', '"wso2",\n  "next": 1,\n');
    assert.equal(
      withAfter(text, 1, 'worker.json', changed),
      '# one\n=== worker.json after\n\n# two\n=== worker.json after\n' +
        ['<   "provider": "wso2",', '>   "provider": "wso2",', '>   "next": 1,'].join('\n') +
        ['', '<   "version": "4.8.1",', '>   "version": "4.9.0",', '>   "more": {', '>   },', '', ''].join('\n'),
    );
    assert.equal(withAfter(withAfter(text, 0, 'worker.json', changed), 0, 'worker.json', valid), text);
  });

  it('throws an error for a text that it cannot state', () =>
    assert.throws(() => withAfter('# one\n=== a.json after\n{}\n', 0, 'a.json', '{}'), /cannot state this text of a\.json/));
});
