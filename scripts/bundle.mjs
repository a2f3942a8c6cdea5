// Bundles what runs: the extension's entry, its client and what recognises a cartridge, the language server, the command line. One file each.
// The source maps stay in dist/maps: no package has them.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packagesOf } from './notices.mjs';
import { STAMP } from './prepare.mjs';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  metafile: true,
  sourcemap: 'external',
  sourcesContent: false,
  write: false,
  // They are in THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  // jsonc-parser's CommonJS build hides its imports from a bundler; its module build does not.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

const bins = { 'dist/server/main.js': 'server/src/node/main.ts', 'dist/cli/main.js': 'server/src/cli/main.ts' };

/** What esbuild is asked for. `linked`: for a debugger; the bundles are readable and name their maps. */
export const bundles = linked =>
  [
    // The entry is loaded with every JSON file; the client proper only with the first cartridge, and what tells a
    // cartridge from other JSON only with a file that nobody opened and that looks like one.
    {
      entryPoints: ['client/src/extension.ts'],
      outfile: 'dist/client/extension.js',
      external: ['vscode', './client.js', './recognition.js'],
      supported: { 'dynamic-import': false },
    },
    ...['client', 'recognition'].map(name => ({
      entryPoints: [`client/src/${name}.ts`],
      outfile: `dist/client/${name}.js`,
      external: ['vscode'],
    })),
    ...Object.entries(bins).map(([outfile, entry]) => ({
      entryPoints: [entry],
      outfile,
      define: { PACKAGE_VERSION: JSON.stringify(version) },
      // The library that reads the arguments can start programs as subcommands. There are none, and loading what starts them takes its time.
      ...(outfile.startsWith('dist/cli/') && { alias: { 'node:child_process': './scripts/noChildProcess.cjs' } }),
    })),
  ].map(one => ({
    ...common,
    minify: !linked,
    ...one,
    plugins: [{ name: 'write', setup: ({ onEnd }) => onEnd(result => write(one.outfile, result, linked)) }],
  }));

/** The map of a bundle. */
export const mapOf = bundle => bundle.replace(/^dist\//, 'dist/maps/') + '.map';

/** Writes a bundle, and its map with the paths of the sources as they are in the repository. */
function write(bundle, { outputFiles = [], errors }, linked) {
  if (errors.length > 0) return;
  const [map, code] = ['.map', '.js'].map(end => outputFiles.find(file => file.path.endsWith(end)).text);
  const mapped = JSON.parse(map);
  const from = path.posix.dirname(bundle);
  const root = path.posix.relative(path.posix.dirname(mapOf(bundle)), '.');
  // What is no path is a name that a package gave to its own sources.
  const sources = mapped.sources.map(source => (source.includes(':') ? source : path.posix.join(from, source)));
  for (const file of [bundle, mapOf(bundle)]) fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(mapOf(bundle), JSON.stringify({ ...mapped, sourceRoot: `${root}/`, sources }));
  fs.writeFileSync(bundle, linked ? `${code}//# sourceMappingURL=${path.posix.relative(from, mapOf(bundle))}\n` : code);
  if (bundle in bins) fs.chmodSync(bundle, 0o755);
  // The next script that needs those that are shipped makes them anew.
  if (linked) fs.rmSync(STAMP, { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await Promise.all(bundles(false).map(one => build(one)));
  /** Which packages each bundle contains: their licences go where it goes. */
  const outputs = results.flatMap(({ metafile }) => Object.entries(metafile.outputs)).filter(([file]) => file.endsWith('.js'));
  const contents = Object.fromEntries(outputs.map(([file, { inputs }]) => [file, packagesOf(inputs)]));
  fs.writeFileSync('dist/packages.json', JSON.stringify(contents, undefined, 2));
}
