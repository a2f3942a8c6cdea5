// Whole processes over a workspace, in turn.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from './statistics.mjs';

const here = import.meta.dirname;
const PLATFORM = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[os.platform()];
const MACHINE = { x64: 'x86_64', arm64: 'arm64' }[os.arch()];
const NATIVE = path.join(
  here,
  `peers/node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-${PLATFORM}-${MACHINE}${PLATFORM === 'windows' ? '.exe' : ''}`,
);

/** Milliseconds of cartridge-check, of Node reading and parsing, and of a schema validator in native code, where there is one. */
export function commandLine(root, runs) {
  return timed(runs, {
    ours: check(root),
    floor: [process.execPath, path.join(here, 'floor.mjs'), root],
    ...(fs.existsSync(NATIVE) && { native: [NATIVE, 'validate', path.join(here, 'cartridge.schema.json'), root] }),
  });
}

/** Milliseconds of cartridge-check over the files of a workspace, and over the same with a configuration in every folder. */
export const withConfigurations = (plain, configured, runs) => timed(runs, { plain: check(plain), configured: check(configured) });

const check = root => [process.execPath, path.join(here, '../dist/cli/main.js'), root];

/** The median of the times that each command takes, run in turn. */
function timed(runs, commands) {
  const times = Object.fromEntries(Object.keys(commands).map(name => [name, []]));
  // The first round warms the caches of the disk and is not counted.
  for (let round = 0; round <= runs; round++) {
    for (const [name, [command, ...args]] of Object.entries(commands)) {
      const start = performance.now();
      const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
      const time = performance.now() - start;
      if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}`);
      if (round > 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}
