// Bundles what runs: the extension's entry, its client and what recognises a cartridge, the language server, the command line. One file each.
import fs from 'node:fs';
import { build } from 'esbuild';
import { packagesOf } from './notices.mjs';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  metafile: true,
  // They are in THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  // jsonc-parser's CommonJS build hides its imports from a bundler; its module build does not.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

const bins = { 'dist/server/main.js': 'server/src/node/main.ts', 'dist/cli/main.js': 'server/src/cli/main.ts' };

const results = await Promise.all([
  // The entry is loaded with every JSON file; the client proper only with the first cartridge, and what tells a
  // cartridge from other JSON only with a file that nobody opened and that looks like one.
  build({
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client/extension.js',
    external: ['vscode', './client.js', './recognition.js'],
    supported: { 'dynamic-import': false },
  }),
  ...['client', 'recognition'].map(name =>
    build({ ...common, entryPoints: [`client/src/${name}.ts`], outfile: `dist/client/${name}.js`, external: ['vscode'] }),
  ),
  ...Object.entries(bins).map(([outfile, entry]) =>
    build({ ...common, entryPoints: [entry], outfile, define: { PACKAGE_VERSION: JSON.stringify(version) } }),
  ),
]);
for (const bin of Object.keys(bins)) fs.chmodSync(bin, 0o755);

/** Which packages each bundle contains: their licences go where it goes. */
const outputs = results.flatMap(({ metafile }) => Object.entries(metafile.outputs));
const contents = Object.fromEntries(outputs.map(([file, { inputs }]) => [file, packagesOf(inputs)]));
fs.writeFileSync('dist/packages.json', JSON.stringify(contents, undefined, 2));
