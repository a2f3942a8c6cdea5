import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson } from '../../server/src/core';
import { findSpan } from '../../server/src/core/json/find';
import type { PathLocation } from '../../server/src/core/json/path';
import { parseJsonTree, spanOf } from '../../server/src/core/json/tree';
import { isStrict } from '../../server/src/core/json/value';
import { wholeTexts } from './arbitraries';
import { pathIn } from './edits';

/** Strict JSON, and places in it: some of them go on where the text does not. */
export const strictTexts = wholeTexts.filter(text => isStrict(readJson(text)));
export const placesIn = fc.record({
  place: fc.array(fc.nat(12), { maxLength: 5 }),
  beyond: fc.constantFrom<(string | number)[]>([], [], [], ['name'], [3], ['none', 0], [99, 'value']),
  isKey: fc.boolean(),
});

/** Reading as far as a place finds what a tree of the whole text says. */
export function verifyFound(text: string, places: readonly (typeof placesIn extends fc.Arbitrary<infer P> ? P : never)[]): void {
  const reading = readJson(text);
  if (reading.state !== 'parsed') assert.fail(reading.state);
  const tree = parseJsonTree(text);
  for (const { place, beyond, isKey } of places) {
    const at: PathLocation = { path: [...pathIn(reading.value, place), ...beyond], ...(isKey && { on: 'key' }) };
    assert.deepEqual(findSpan(text, at), spanOf(tree, at), JSON.stringify(at));
  }
}
