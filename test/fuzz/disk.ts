import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { CONFIGURATION_FILE } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { Folder, OnDisk } from '../support/onDisk';
import { configurationTexts } from './configurations';

const FOLDERS = ['', 'w', 'w/a', 'v'];
const FILES = [
  'w/worker.json',
  'w/manager.json',
  'w/a/worker.json',
  'w/a/manager.json',
  'w/a/b/manager.json',
  'v/worker.json',
  'v/manager.json',
];
const OUTSIDE = ['out/manager.json', 'out/worker.json'];
const LINKS = ['w/link.json', 'w/a/link.json', 'v/manager.json', 'w/folder'];
const TARGETS = [...OUTSIDE, 'w/manager.json', 'w/a/worker.json', 'out', 'nowhere.json'];
const TEXTS = [
  SOUND['worker.json']!,
  SOUND['manager.json']!,
  SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"'),
  SOUND['manager.json']!.replace('"esbworker"', '"esbworke"'),
  '{}',
  '{ "type": ',
];
/** What a document shows whose text is broken depends on the one before it. */
const WHOLE = TEXTS.slice(0, -1);
const IGNORES = ['worker.json\n', 'a/\n', '*.json\n!manager.json\n', 'link.json\n', ''];

/** What happens on the disk and in the client. The client tells of all of it, in the order in which it happened. */
const steps = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      name: fc.constantFrom(...FILES, ...OUTSIDE),
      text: fc.constantFrom(...TEXTS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('delete' as const), name: fc.constantFrom(...FILES, ...OUTSIDE, ...LINKS, 'w/a', 'w', 'v') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('link' as const), name: fc.constantFrom(...LINKS), to: fc.constantFrom(...TARGETS) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ignore' as const),
      name: fc.constantFrom(...FOLDERS),
      text: fc.constantFrom(...IGNORES, undefined),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('configure' as const),
      name: fc.constantFrom(...FOLDERS, 'w/a/b'),
      text: fc.option(configurationTexts, { nil: undefined, freq: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('repository' as const), name: fc.constantFrom(...FOLDERS), is: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('root' as const), name: fc.constantFrom(...FOLDERS), is: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('open' as const), name: fc.constantFrom(...FILES), text: fc.constantFrom(...WHOLE) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), name: fc.constantFrom(...FILES) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('tell' as const) }) },
);
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

export const diskSequences = fc.record({
  roots: fc.subarray(FOLDERS),
  files: fc.subarray(FILES),
  steps: fc.array(steps, { minLength: 1, maxLength: 16 }),
});

export interface DiskSequence {
  readonly roots: readonly string[];
  readonly files: readonly string[];
  readonly steps: readonly Step[];
}

/** After whatever happened, a server shows what a fresh one shows. `disk`: of the server to which it happened. */
export async function verifyDisk({ roots, files, steps }: DiskSequence, disk: 'fast' | 'slow' = 'fast'): Promise<void> {
  const folder = new Folder();
  const servers: OnDisk[] = [];
  try {
    files.forEach((name, i) => folder.write({ [name]: TEXTS[i % 2]! }));
    for (const name of ['w', 'v', 'out']) fs.mkdirSync(folder.at(name), { recursive: true });
    const server = await OnDisk.start(folder, roots, disk);
    servers.push(server);
    const events: [string, 'created' | 'changed' | 'deleted'][] = [];
    const tell = async () => server.tell(...events.splice(0));
    for (const step of steps) {
      if (step.do === 'tell') await tell();
      else if (step.do === 'root' || step.do === 'open' || step.do === 'close') {
        // What a client does comes after what it has been told of the disk.
        await tell();
        await act(step, folder, server);
        // A document stays one of a file, if of any.
      } else if (step.do !== 'link' || !server.isOpen(step.name)) change(step, folder, events);
    }
    await tell();
    const shown = await server.shown();
    const fresh = await server.fresh();
    servers.push(fresh);
    assert.deepEqual(shown, await fresh.shown());
  } finally {
    for (const server of servers) server.stop();
    folder.remove();
  }
}

async function act(step: Step & { do: 'root' | 'open' | 'close' }, folder: Folder, server: OnDisk): Promise<void> {
  const { name } = step;
  if (step.do === 'root') {
    if (step.is === server.isRoot(name) || !fs.existsSync(folder.at(name))) return;
    await (step.is ? server.folders([], [name]) : server.folders([name]));
  } else if (step.do === 'close') {
    if (server.isOpen(name)) await server.close(name);
  } else if (server.isOpen(name)) await server.change(name, step.text);
  else if (isPlainFile(folder, name)) await server.open(name, step.text);
}

/** Itself a file, and by no link above it. */
const isPlainFile = (folder: Folder, name: string): boolean =>
  fs.existsSync(folder.at(name)) && fs.realpathSync(folder.at(name)) === folder.at(name) && fs.statSync(folder.at(name)).isFile();

function change(
  step: Exclude<Step, { do: 'root' | 'open' | 'close' | 'tell' }>,
  folder: Folder,
  events: [string, 'created' | 'changed' | 'deleted'][],
): void {
  const isThere = (name: string) =>
    fs.existsSync(folder.at(name)) || fs.lstatSync(folder.at(name), { throwIfNoEntry: false }) !== undefined;
  const file =
    step.do === 'ignore'
      ? path.posix.join(step.name, '.gitignore')
      : step.do === 'configure'
        ? path.posix.join(step.name, CONFIGURATION_FILE)
        : step.do === 'repository'
          ? path.posix.join(step.name, '.git')
          : step.name;
  const before = isThere(file);
  const isMade =
    step.do === 'write' ||
    step.do === 'link' ||
    ((step.do === 'ignore' || step.do === 'configure') && step.text !== undefined) ||
    (step.do === 'repository' && step.is);
  if (isMade) {
    const parent = path.posix.dirname(file);
    if (step.do === 'repository' && before) return;
    if (!isThere(parent)) {
      fs.mkdirSync(folder.at(parent), { recursive: true });
      events.push([parent, 'created']);
    }
    if (step.do === 'repository') fs.mkdirSync(folder.at(file));
    else {
      folder.remove(file);
      if (step.do === 'link') folder.link(file, folder.at(step.to));
      else folder.write({ [file]: step.text! });
    }
    events.push([file, before ? 'changed' : 'created']);
  } else if (before) {
    folder.remove(file);
    events.push([file, 'deleted']);
  }
}
