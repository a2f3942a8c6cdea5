// Installs and bundles what is missing or out of date, so that the scripts of package.json work from a bare checkout and start
// quickly the second time. Run by itself, it installs. Uses nothing but Node itself: it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, NEEDS_SHELL, npm } from './npm.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Say of which content the bundles and the compiled files are made. */
export const STAMP = 'dist/.bundled';
export const COMPILED = 'out/.compiled';

/** What the bundles are made from, and what the compiler reads. */
const SOURCES = ['client/src', 'server/src', 'scripts/bundle.mjs', 'scripts/noChildProcess.cjs', 'package.json', 'package-lock.json'];
const COMPILER_READS = ['client', 'server', 'test', 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'];
const isForCompiler = file => /\.ts$|[\\/]tsconfig\.json$/.test(file);

/** Runs a program and lets it print; a failure ends this one with the same status. */
export function run(command, args, options = {}) {
  try {
    execFileSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

/** Runs a script of package.json. */
export const runScript = name => run('npm', ['run', '--silent', name], { shell: NEEDS_SHELL });

/** `counts`: which files of the folders among `places` are part of it. */
function digestOf(places, counts = () => true, root = ROOT) {
  const digest = createHash('sha256');
  const add = (place, counts) => {
    const full = path.join(root, place);
    if (fs.statSync(full).isDirectory()) for (const name of fs.readdirSync(full).sort()) add(path.join(place, name), counts);
    else if (counts(place)) digest.update(place).update(fs.readFileSync(full));
  };
  for (const place of places) add(place, file => file === place || counts(file));
  return digest.digest('hex');
}

/** Whether the stamp says that something was made of the content with this digest. */
function isStamped(stamp, digest, root = ROOT) {
  const file = path.join(root, stamp);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === digest;
}

/** Does `work` unless its stamp says that it was done for the same content of `places`. */
async function once(stamp, places, work) {
  const digest = digestOf(places);
  if (isStamped(stamp, digest)) return;
  await work();
  fs.writeFileSync(path.join(ROOT, stamp), digest);
}

/** Installs what the lock of a folder names. */
export const installDependencies = (folder = '.', ...args) =>
  once(path.join(folder, 'node_modules/.installed'), [path.join(folder, 'package-lock.json')], async () => {
    console.log('Installing dependencies (once) ...');
    await npm(['ci', ...args], 'the dependencies', { cwd: path.join(ROOT, folder) });
  });

export const bundle = () =>
  once(STAMP, SOURCES, () => {
    console.log('Bundling ...');
    run(process.execPath, ['scripts/bundle.mjs']);
  });

/** The compiler itself knows what is out of date. */
export function compile() {
  const digest = digestOf(COMPILER_READS, isForCompiler);
  removeStaleOutput();
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
  fs.writeFileSync(path.join(ROOT, COMPILED), digest);
}

/** The stamps of what is made of the sources as they are now. */
export const stampsOf = (root = ROOT) => ({
  [COMPILED]: digestOf(COMPILER_READS, isForCompiler, root),
  [STAMP]: digestOf(SOURCES, undefined, root),
});

/** The folders that are not made of the sources as they are now. */
export const staleFolders = (root = ROOT) =>
  Object.entries(stampsOf(root))
    .filter(([stamp, digest]) => !isStamped(stamp, digest, root))
    .map(([stamp]) => path.posix.dirname(stamp));

/** Deletes what the compiler made of sources that are gone: Node would find it, and a test of it would run. */
function removeStaleOutput() {
  const out = path.join(ROOT, 'out');
  if (!fs.existsSync(out)) return;
  for (const name of fs.readdirSync(out, { recursive: true })) {
    const source = path.join(ROOT, name.replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts'));
    if (/\.(js|d\.ts)(\.map)?$/.test(name) && !fs.existsSync(source)) fs.rmSync(path.join(out, name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => installDependencies());
  removeStaleOutput();
}
