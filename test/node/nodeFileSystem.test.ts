import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import { URI } from 'vscode-uri';
import { nodeFileSystem } from '../../server/src/node/nodeFileSystem';
import { canonicalUri } from '../../server/src/lsp/canonicalUri';
import { CommandLine } from '../support/commandLine';

const LIMIT = 1000;

describe('the disk by uris', () => {
  let place: CommandLine;
  let unreadable: string[];
  const disk = nodeFileSystem((path, error) => unreadable.push(`${path} ${error.message}`));
  const uri = (name: string) => URI.file(place.path(name)).toString();
  beforeEach(() => {
    place = new CommandLine();
    unreadable = [];
  });
  afterEach(() => place.remove());

  it('returns no content for what is not a file, and does not wait', async () => {
    fs.mkdirSync(place.path('folder.json'));
    assert.equal(spawnSync('mkfifo', [place.path('pipe.json')]).status, 0);
    fs.symlinkSync('pipe.json', place.path('to-pipe.json'));
    fs.symlinkSync('nowhere', place.path('broken.json'));
    place.write({ 'file.json': '{}' });
    const server = net.createServer().listen(place.path('socket.json'));
    await new Promise(resolve => server.once('listening', resolve));
    const names = ['folder.json', 'pipe.json', 'to-pipe.json', 'broken.json', 'socket.json', 'nothing.json', 'file.json/x.json'];
    for (const name of names) assert.equal(disk.read(uri(name), LIMIT), undefined, name);
    assert.deepEqual([...disk.walk(uri(''))], [{ kind: 'file', uri: uri('file.json') }]);
    server.close();
    assert.deepEqual(unreadable, []);
  });

  it('reports a circular link and a name that is too long, and does not throw', () => {
    fs.symlinkSync('self.json', place.path('self.json'));
    for (const name of ['self.json', `${'x'.repeat(300)}.json`]) {
      assert.equal(disk.read(uri(name), LIMIT), undefined);
      assert.equal(disk.isFolder(uri(name)), false);
      assert.equal(disk.list(uri(name), uri(name)), name === 'self.json' ? undefined : undefined);
    }
    assert.ok(unreadable.length > 0 && unreadable.every(one => /ELOOP|ENAMETOOLONG|ENOTDIR/.test(one)), unreadable.join('\n'));
  });

  it('returns nothing for a uri that is not one of a file, and for what is not a uri', () => {
    for (const odd of [
      'untitled:Untitled-1',
      'file:////x//y',
      '',
      'file:///a%00b.json',
      'x',
      '%',
      'http://x/y.json',
      'file:///%E0%A4%A.json',
    ]) {
      assert.equal(disk.read(odd, LIMIT), undefined, odd);
      assert.equal(disk.isFolder(odd), false, odd);
      assert.deepEqual(disk.list(odd, odd) ?? [], [], odd);
      assert.equal(disk.isIncluded('file:///', odd) && disk.read(odd, LIMIT) !== undefined, false, odd);
    }
  });

  it('reads only the beginning of a file above the limit', () => {
    place.write({ 'a.json': 'x'.repeat(LIMIT), 'b.json': 'x'.repeat(LIMIT + 1) });
    assert.deepEqual(disk.read(uri('a.json'), LIMIT), { text: 'x'.repeat(LIMIT) });
    assert.deepEqual(disk.read(uri('b.json'), LIMIT)!.skipped, { kind: 'size', size: LIMIT + 1, limit: LIMIT });
    fs.truncateSync(place.path('b.json'), 2 ** 40);
    assert.ok(disk.read(uri('b.json'), LIMIT)!.text.length <= 64 * 1024, 'a terabyte');
  });

  it('has one name for a file, however its uri is encoded', () => {
    for (const name of [
      'a b.json',
      'a#b.json',
      'a%b.json',
      'a%20b.json',
      'a?b.json',
      'größe.json',
      '文.json',
      'a\nb.json',
      "a'(b)!*.json",
      'a:b.json',
      'a+b,c;d=e@f&g.json',
      'a[b]~.json',
    ]) {
      place.write({ [name]: name });
      const folder = `file://${place.folder}/`;
      const bytes = [...Buffer.from(name)].map(byte => byte.toString(16).padStart(2, '0'));
      const all = bytes.map(byte => `%${byte}`).join('');
      for (const spelling of [uri(name), folder + encodeURIComponent(name), folder + all, folder + all.toUpperCase()]) {
        const key = canonicalUri(spelling);
        assert.equal(key, canonicalUri(uri(name)), spelling);
        assert.equal(disk.read(key, LIMIT)?.text, name, spelling);
      }
      assert.ok(
        disk
          .list(uri(''), uri(''))!
          .map(canonicalUri)
          .includes(canonicalUri(uri(name))),
        name,
      );
      assert.ok(disk.list(uri(''), uri(''))!.includes(canonicalUri(uri(name))), 'the walk names it so, too');
    }
  });
});
