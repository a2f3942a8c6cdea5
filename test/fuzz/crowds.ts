import fc from 'fast-check';
import { layouts, mutated, mutations, PAIR, SOURCES, type Files } from './arbitraries';

/** What cartridges are found by, and compared with. */
const TOLD_APART = ['esbworker', 'esbmgt', 'esbgroup', 'esb.example.com', '4.8.1', 'one-member', 'P1', 'eu-west-1', 'wso2esb-490-worker'];

/**
 * More files of one kind than are looked through one by one: in one folder, or each in one of its own. Some words are others in some of
 * them, so that few, many or all have the same types, groups and hosts.
 */
export const crowds: fc.Arbitrary<Files> = fc
  .record({
    sources: fc.oneof(fc.constant(PAIR), fc.subarray(Object.keys(SOURCES), { minLength: 1, maxLength: 3 })),
    count: fc.integer({ min: 7, max: 12 }),
    apart: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    told: fc.array(fc.record({ word: fc.constantFrom(...TOLD_APART), source: fc.nat(2), by: fc.constantFrom(1, 2, 3, 5, 99) }), {
      maxLength: 6,
    }),
    changes: fc.array(fc.tuple(fc.nat(36), mutations), { maxLength: 6 }),
    layout: layouts,
  })
  .map(({ sources, count, apart, told, changes, layout }) =>
    sources.flatMap((source, s) =>
      Array.from({ length: count }, (_, i) => {
        const own = changes.filter(([file]) => file % (count * sources.length) === s * count + i).map(([, change]) => change);
        const text = told
          .filter(one => one.source % sources.length === s)
          .reduce(
            (text, { word, by }) => text.replaceAll(`"${word}"`, `"${word}${i % by === 0 ? '' : i % by}"`),
            mutated(source, own, layout),
          );
        return [apart[s % apart.length] ? `os/${s % 2 === 0 ? 'a' : 'b'}${i}/${source}` : `os/${i}${source}`, text] as const;
      }),
    ),
  );
