// Installs and bundles what is missing or out of date, so that the README's commands work from a bare checkout and start
// quickly the second time. Uses nothing but Node itself: it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What the bundles are made from. */
const SOURCES = ['client/src', 'server/src', 'scripts/bundle.mjs', 'package.json', 'package-lock.json'];

/** Runs a program and lets it print; a failure ends this one with the same status. */
export function run(command, args, options = {}) {
  try {
    execFileSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

/** Runs an npm command, on Windows through the shell, which is the only way there. */
export const npm = (...args) => run('npm', args, { shell: process.platform === 'win32' });

function digestOf(places) {
  const digest = createHash('sha256');
  const add = place => {
    const full = path.join(ROOT, place);
    if (fs.statSync(full).isDirectory()) for (const name of fs.readdirSync(full).sort()) add(path.join(place, name));
    else digest.update(place).update(fs.readFileSync(full));
  };
  places.forEach(add);
  return digest.digest('hex');
}

/** Runs `work` unless its stamp says that it was done for the same content of `places`. */
function once(stamp, places, work) {
  const file = path.join(ROOT, stamp);
  const digest = digestOf(places);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === digest) return;
  work();
  fs.writeFileSync(file, digest);
}

export function installDependencies() {
  once('node_modules/.installed', ['package-lock.json'], () => {
    console.log('Installing dependencies (once) ...');
    npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  });
}

export function bundle() {
  once('dist/.bundled', SOURCES, () => {
    console.log('Bundling ...');
    run(process.execPath, ['scripts/bundle.mjs']);
  });
}
