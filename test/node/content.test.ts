import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { readContent } from '../../server/src/node/readContent';

const LIMIT = 1 << 20;
const failing = (file: string, error: Error) => assert.fail(`${file}: ${error.message}`);

describe('reading a file', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'content-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('reads all of a file of any size', () => {
    for (const size of [0, 1, 2, 65_535, 65_536, 65_537, 200_000]) {
      const file = path.join(folder, `${size}.json`);
      const text = 'é'.repeat(size >> 1) + 'x'.repeat(size % 2);
      fs.writeFileSync(file, text);
      assert.deepEqual(readContent(file, LIMIT, failing), { text }, `${size} bytes`);
    }
  });

  it('reads a file to its end if the system returns it in parts', () => {
    const file = path.join(folder, 'parts.json');
    fs.writeFileSync(file, '{"type": "esb"}');
    const { readSync } = fs;
    const inParts = ((descriptor: number, buffer: Buffer, offset: number, length: number, position: number) =>
      readSync(descriptor, buffer, offset, Math.min(length, 4), position)) as typeof fs.readSync;
    try {
      fs.readSync = inParts;
      assert.deepEqual(readContent(file, LIMIT, failing), { text: '{"type": "esb"}' });
    } finally {
      fs.readSync = readSync;
    }
  });

  it('does not read a device', function () {
    if (!fs.existsSync('/dev/zero')) this.skip();
    assert.equal(readContent('/dev/zero', LIMIT, failing), undefined);
  });
});
