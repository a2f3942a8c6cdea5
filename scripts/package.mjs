// Packs what is bundled: the extension, and the programs for npm. `node scripts/package.mjs [folder]`, dist if none is given.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { NEEDS_SHELL } from './npm.mjs';
import { ROOT } from './prepare.mjs';
import { stage } from './stage.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'dist'));
const { name, version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const extension = path.join(folder, 'extension');
const programs = path.join(folder, 'programs');

stage('extension', extension);
await createVSIX({
  cwd: extension,
  packagePath: path.join(folder, `${name}.vsix`),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

stage('programs', programs);
execFileSync('npm', ['pack', '--silent', '--pack-destination', '..'], {
  cwd: programs,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: NEEDS_SHELL,
});
fs.renameSync(path.join(folder, `${name}-${version}.tgz`), path.join(folder, `${name}.tgz`));
