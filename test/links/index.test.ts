import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../server/src/core/links/factIndex';
import { distanceBetween, type FolderChain } from '../../server/src/core/links/folderChain';

/** A tree of folders, each as the chain of itself and those above it. */
const CHAINS: readonly FolderChain[] = ['/w', '/w/a', '/w/b', '/w/a/c', '/w/a/d', '/w/a/c/e', '/w/b/f/g', '/other', '/other/a'].map(
  folder => {
    const parts = folder.split('/').slice(1);
    return [folder, ...parts.slice(1).map((_part, i) => '/' + parts.slice(0, parts.length - 1 - i).join('/'))];
  },
);

const steps = fc.array(fc.record({ comes: fc.nat(3).map(n => n > 0), at: fc.nat(CHAINS.length - 1), which: fc.nat(40) }), {
  minLength: 20,
  maxLength: 80,
  size: 'max',
});

describe('the index of facts', () => {
  it('finds the nearest file like a search through all', () => {
    fc.assert(
      fc.property(steps, steps => {
        const index = new FactIndex<{ folders: FolderChain }>();
        const files: { folders: FolderChain }[] = [];
        for (const { comes, at, which } of steps) {
          if (comes || files.length === 0) {
            const file = { folders: CHAINS[at]! };
            files.push(file);
            index.provide(file, [], ['key']);
          } else {
            const [gone] = files.splice(which % files.length, 1);
            index.provide(gone!, ['key'], []);
          }
          for (const from of CHAINS) {
            const nearest = Math.min(...files.map(file => distanceBetween(from, file.folders)));
            const offers = index.providersOf('key');
            assert.equal(offers?.distance(from) ?? Infinity, nearest);
            if (nearest === Infinity) continue;
            const expected = files.filter(file => distanceBetween(from, file.folders) === nearest);
            assert.deepEqual(new Set(offers!.at(nearest, from)), new Set(expected));
            assert.equal(offers!.at(nearest, from).length, expected.length);
          }
        }
        for (const file of files) index.provide(file, ['key'], []);
        assert.equal(index.providersOf('key'), undefined);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
