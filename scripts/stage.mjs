// Lays out in folders what the two packages consist of: the extension, and the programs for npm. Each has its own list.
import fs from 'node:fs';
import path from 'node:path';
import { notices } from './notices.mjs';
import { ROOT } from './prepare.mjs';

const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** From where each file or folder of a package is taken, and the keys of package.json that do not concern it. */
const PACKAGES = {
  extension: {
    bundles: ['dist/client/extension.js', 'dist/client/client.js', 'dist/client/recognition.js', 'dist/server/main.js'],
    others: {
      'docs/rules': 'docs/rules',
      'docs/glossary.md': 'docs/glossary.md',
      schemas: 'schemas',
      snippets: 'snippets',
      syntaxes: 'syntaxes',
      'README.md': 'client/README.md',
    },
    without: ['private', 'bin', 'scripts', 'devDependencies'],
  },
  programs: {
    bundles: ['dist/cli/main.js', 'dist/server/main.js'],
    others: { 'docs/rules': 'docs/rules', 'docs/glossary.md': 'docs/glossary.md', schemas: 'schemas', 'README.md': 'server/README.md' },
    without: [
      'private',
      'scripts',
      'devDependencies',
      'main',
      'displayName',
      'publisher',
      'categories',
      'activationEvents',
      'capabilities',
      'contributes',
    ],
  },
};

/** Makes `folder` the package of that name, from what is bundled. */
export function stage(name, folder) {
  const { bundles, others, without } = PACKAGES[name];
  fs.rmSync(folder, { recursive: true, force: true });
  const own = [...bundles, 'LICENSE', 'CHANGELOG.md'].map(file => [file, file]);
  const taken = [...own, ...Object.entries(others)];
  for (const [to, from] of taken) fs.cpSync(path.join(ROOT, from), path.join(folder, to), { recursive: true });
  const manifest = readJson('package.json');
  for (const key of without) delete manifest[key];
  // The extension runs on VS Code's own Node, and the programs without VS Code.
  manifest.engines = name === 'extension' ? { vscode: manifest.engines.vscode } : { node: manifest.engines.node };
  manifest.files = [...taken.map(([to]) => to), NOTICES];
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2) + '\n');
  const contents = readJson('dist/packages.json');
  const packages = [...new Set(bundles.flatMap(file => contents[file]))].sort();
  fs.writeFileSync(path.join(folder, NOTICES), notices(packages));
}

const readJson = file => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
