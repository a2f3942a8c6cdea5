import assert from 'node:assert/strict';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Workspace } from '../server/src/core';
import type { FileState } from '../server/src/core/workspace/fileState';
import { uriOf } from './support/workspace';

type Shape = (n: number) => [name: string, text: string][];
const ROOT = path.resolve(__dirname, '../..');
const shapesOf = async () =>
  ((await import(pathToFileURL(path.join(ROOT, 'bench/shapes.mjs')).href)) as { SHAPES: Record<string, [number, Shape]> }).SHAPES;

/** More than are looked through one by one, and four times as many. */
const FEW = 24;
const MANY = 4 * FEW;

/** A workspace whose files count how often their facts and their names are asked for: the work that files cause each other. */
function counting(files: readonly (readonly [string, string])[], once: boolean) {
  const counted = { reads: 0 };
  const workspace = new Workspace({
    once,
    onCrash: (rule, uri, error) => {
      throw new Error(`${rule} failed on ${uri}`, { cause: error });
    },
  });
  workspace.setRoots([uriOf('').slice(0, -1)]);
  for (const [name, text] of files) workspace.setDiskContent(uriOf(name), { text });
  const states = (workspace as unknown as { files: Map<string, FileState> }).files;
  for (const state of states.values()) {
    for (const key of ['facts', 'uri', 'folders'] as const) {
      let value: unknown = state[key];
      Object.defineProperty(state, key, {
        enumerable: true,
        get: () => (counted.reads++, value),
        set: (now: unknown) => void (value = now),
      });
    }
  }
  return { workspace, counted, states };
}

/** All that is found, and the ways to mend it. */
function everything(workspace: Workspace): void {
  workspace.update();
  for (const { uri } of [...workspace.allFiles()]) for (const { fixes } of workspace.findingsWithFixes(uri)) fixes();
}

describe('four times as many files', () => {
  for (const once of [true, false]) {
    it(`are looked at at most eight times as often${once ? ', when nothing changes any more' : ''}`, async () => {
      for (const [title, [, files]] of Object.entries(await shapesOf())) {
        const [few, many] = [FEW, MANY].map(n => {
          const { workspace, counted } = counting(files(n), once);
          everything(workspace);
          return counted.reads;
        });
        assert.ok(many! <= 8 * few!, `${title}: ${many} reads, and ${few} for a quarter of it`);
      }
    });
  }

  it('that change or are deleted at once are checked once for each other', async () => {
    for (const [title, [, files]] of Object.entries(await shapesOf())) {
      const [few, many] = [FEW, MANY].map(n => {
        const { workspace, counted } = counting(files(n), false);
        workspace.update();
        counted.reads = 0;
        const uris = [...workspace.allFiles()].map(({ uri, text }) => ({ uri, text }));
        for (const { uri, text } of uris) workspace.setDiskContent(uri, { text: text.replace('"host": "', '"host": "other') });
        for (const { uri } of uris) workspace.delete(uri);
        return counted.reads;
      });
      assert.ok(many! <= 8 * few!, `${title}: ${many} reads, and ${few} for a quarter of it`);
    }
  });

  it('with very many look-ups are checked at every change instead of per key', async () => {
    for (const [title, [, files]] of Object.entries(await shapesOf())) {
      const { workspace } = counting(files(MANY), false);
      workspace.update();
      assert.ok(workspace.stats.mostQueries <= 64, `${title}: ${workspace.stats.mostQueries}`);
    }
  });

  it('have a limited number of fixes and links each', async () => {
    for (const [title, [, files]] of Object.entries(await shapesOf())) {
      const { workspace } = counting(files(MANY), true);
      workspace.update();
      for (const { uri } of [...workspace.allFiles()]) {
        for (const { finding, fixes } of workspace.findingsWithFixes(uri)) {
          assert.ok(finding.related.length <= 10, `${title}: links of ${finding.rule}`);
          assert.ok(fixes().length <= 24, `${title}: fixes of ${finding.rule}`);
        }
      }
    }
  });
});
