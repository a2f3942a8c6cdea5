import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { nearInTheAlphabet } from '../server/src/core/links/nearInTheAlphabet';
import { letterDistance } from '../server/src/core/vocabulary/letterDistance';
import { isPlaceholder } from '../server/src/core/vocabulary/placeholders';

/** The same language as one pattern, which takes the square of the time where nothing is closed. */
const PLACEHOLDER =
  /^@[A-Z_]+$|\{\{.*?\}\}|<[A-Z][A-Z0-9_ ]*>|\bREGION\b|\bBASE_IMAGE_ID\b|\bAVAILABILITY_ZONE\b|\$\{.*?\}|<%.*?%>|^x{3,}$/;

const PARTS = [
  '{',
  '}',
  '{{',
  '}}',
  '${',
  '<',
  '%',
  '>',
  '<%',
  '%>',
  '@',
  'A',
  '_',
  ' ',
  'a',
  '\n',
  '\r',
  '\u2028',
  'xxx',
  'REGION',
  '<LB_IP>',
];

describe('placeholders', () => {
  it('finds the placeholders that one regular expression would find', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 9 }), parts => {
        const text = parts.join('');
        assert.equal(isPlaceholder(text), PLACEHOLDER.test(text), JSON.stringify(text));
      }),
      { seed: 1, numRuns: 20_000 },
    ));

  it('searches each line once, however many openings it has', () => {
    for (const open of ['{{', '${', '<%', '<A', '{{\n', '<%\n']) {
      const text = open.repeat(1000);
      const searched = searching(() => assert.ok(!isPlaceholder(text)));
      assert.ok(searched <= 6 * text.length, `${searched} for ${text.length} letters of ${JSON.stringify(open)}`);
    }
  });
});

/** Over how many letters a word is searched for. */
function searching(work: () => void): number {
  let letters = 0;
  const restored = (['indexOf', 'includes'] as const).map(name => {
    const before = Object.getOwnPropertyDescriptor(String.prototype, name)!;
    const find = before.value as (word: string, from?: number) => unknown;
    const value = function (this: string, word: string, from?: number) {
      letters += this.length - (from ?? 0);
      return find.call(this, word, from);
    };
    Object.defineProperty(String.prototype, name, { ...before, value });
    return () => Object.defineProperty(String.prototype, name, before);
  });
  try {
    work();
  } finally {
    for (const restore of restored) restore();
  }
  return letters;
}

describe('the distance of names', () => {
  const names = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });

  it('counts letters, up to the given limit', () =>
    fc.assert(
      fc.property(names, names, fc.nat(12), (a, b, most) => {
        const letters = distance(a, b);
        assert.equal(letterDistance(a, b), letters);
        assert.equal(letterDistance(a, b, most), letters <= most ? letters : Infinity);
      }),
      { seed: 1 },
    ));

  it('is infinite for names that are too long to be a misspelling', () => {
    assert.equal(letterDistance('a'.repeat(64), 'a'.repeat(63)), 1);
    assert.equal(letterDistance('a'.repeat(65), 'a'.repeat(64)), Infinity);
    assert.equal(letterDistance('CLUSTERING', 'a'.repeat(1e6)), Infinity);
  });

  it('is compared with few names, the neighbours in the alphabet', () => {
    const files = Array.from({ length: 5000 }, (_, i) => ({ facts: `service${String(i).padStart(5, '0')}worker` }));
    const nameOf = (name: string) => name;
    const near = nearInTheAlphabet(files, nameOf, 'service02500wrker');
    assert.ok(near.length <= 200);
    assert.ok(near.some(({ facts }) => facts === 'service02500worker'));
    assert.deepEqual(nearInTheAlphabet(files.slice(0, 100), nameOf, 'zzz'), files.slice(0, 100), 'of few all');
  });
});
