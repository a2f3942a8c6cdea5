import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONFIGURATION_FILE, diagnostics, Workspace } from '../../server/src/core';
import { collect } from '../../server/src/cli/collect';
import { SOUND } from '../support/fixture';
import { Folder, OnDisk } from '../support/onDisk';
import { uriOf as uriOfPath } from '../../server/src/node/walk';

const WORKER = SOUND['worker.json']!;
const TEXTS = [
  WORKER,
  WORKER.replace('"PRIMARY"', '"SECONDARY"'),
  WORKER.replace('"esb.example.com"', '"%%HOST%%"').replace('"esbgroup"', '"#GROUP#"'),
  SOUND['manager.json']!,
  SOUND['manager.json']!.replace('"esbworker"', '"esbworke"').replace('"payload_parameter.CLUSTERING"', '"X"'),
  '{ "type": "php", "provider": "apache", "iaasProvider": [], "property": [{ "name": "payload_parameter.DEPLOYMENT", "value": "worker" }] }',
];
const RULES = [
  'missing-primary',
  'missing-clustering',
  'unknown-worker-service-type',
  'worker-host-name-mismatch',
  'missing-field',
  'unused-allow',
  'invalid-configuration',
  'no-rule',
];
const FOLDERS = ['', 'a/', 'a/b/', 'a/b/c/', 'd/'];
const NAMES = ['worker.json', 'manager.json', 'x.json'];
const PATTERNS = ['**', 'a/**', 'b/**', '*.json', 'worker.json', 'w*', 'a/b', '**/manager.json', '../x', '{a}', ''];

const rules = fc.dictionary(fc.constantFrom(...RULES), fc.constantFrom('off', 'hint', 'warning', 'error', 'loud'), { maxKeys: 3 });
const patterns = fc.array(fc.constantFrom(...PATTERNS), { maxLength: 2 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** The text of a configuration file, which need not be valid. */
export const configurationTexts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({
        root: optional(fc.boolean()),
        rules: optional(rules),
        overrides: optional(fc.array(fc.record({ files: patterns, rules }), { maxLength: 2 })),
        allow: optional(
          fc.array(
            fc.record({
              rule: fc.constantFrom(...RULES),
              files: optional(patterns),
              at: optional(fc.constantFrom('PRIMARY', 'CLUSTERING', 'DEPLOYMENT')),
            }),
            { maxLength: 2 },
          ),
        ),
        ignore: optional(patterns),
        placeholders: optional(fc.subarray(['%%*%%', '#*#', 'esb*'])),
        dialect: optional(fc.constantFrom('4.0', '4.1', '5')),
        maxFileSize: optional(fc.constantFrom<number | string>(500, '700', '1KB', '5MB', 'x')),
      })
      .map(value => JSON.stringify(value, undefined, 2)),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', '{ "rules": {}, }', '// nothing\n{}') },
);

export interface ConfiguredFolder {
  readonly files: readonly (readonly [string, string])[];
  readonly configurations: readonly (readonly [string, string])[];
}

/** Files and configurations in nested folders. */
export const configuredFolders: fc.Arbitrary<ConfiguredFolder> = fc.record({
  files: fc.array(
    fc.tuple(
      fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES)).map(parts => parts.join('')),
      fc.constantFrom(...TEXTS),
    ),
    { minLength: 1, maxLength: 8 },
  ),
  configurations: fc.array(fc.tuple(fc.constantFrom(...FOLDERS), configurationTexts), { minLength: 1, maxLength: 4 }),
});

/** Editor and command line report the same on every file. */
export async function verifyConfigured({ files, configurations }: ConfiguredFolder): Promise<void> {
  const folder = new Folder();
  let server: OnDisk | undefined;
  try {
    folder.write({
      '.git/HEAD': '',
      ...Object.fromEntries(files),
      ...Object.fromEntries(configurations.map(([name, text]) => [name + CONFIGURATION_FILE, text])),
    });
    server = await OnDisk.start(folder);
    assert.deepEqual(await server.shown(), await onCommandLine(folder));
  } finally {
    server?.stop();
    folder.remove();
  }
}

/** By name, what the command line finds in each file that has findings. */
async function onCommandLine(folder: Folder): Promise<Record<string, string[]>> {
  const workspace = new Workspace({
    syntaxErrors: true,
    once: true,
    onWanted: uri => assert.fail(`${uri} is read before its configuration`),
  });
  const reported = await collect(
    workspace,
    { folders: [folder.path], files: [] },
    { onUnreadable: (_, error) => assert.fail(error), onTaken: () => undefined },
  );
  workspace.update();
  const root = uriOfPath(folder.path);
  const all = [...reported].map(
    uri =>
      [
        uri.slice(root.length + 1),
        diagnostics(workspace, uri)
          .map(({ code }) => String(code))
          .sort(),
      ] as const,
  );
  return Object.fromEntries(all.filter(([, codes]) => codes.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
