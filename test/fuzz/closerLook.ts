import assert from 'node:assert/strict';
import { PropertyList } from '../../server/src/core/model/property';
import { workspaceOf } from '../support/workspace';
import type { Files } from './arbitraries';

/** Of the entries that rules pass over they would have had nothing to say. */
export function verifyCloserLook(files: Files): void {
  const found = findingsOf(files);
  const asItIs = Object.getOwnPropertyDescriptor(PropertyList.prototype, 'needsChecking')!;
  try {
    Object.defineProperty(PropertyList.prototype, 'needsChecking', {
      configurable: true,
      get(this: PropertyList) {
        return [...this];
      },
    });
    assert.deepEqual(found, findingsOf(files));
  } finally {
    Object.defineProperty(PropertyList.prototype, 'needsChecking', asItIs);
  }
}

const findingsOf = (files: Files) => [...workspaceOf(files).allFiles()].map(({ uri, findings }) => ({ uri, findings }));
