import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { SOUND } from '../support/fixture';
import { ROOT, script } from '../support/scripts';
import { readZip } from '../support/zip';

interface Manifest {
  readonly main?: string;
  readonly bin?: Record<string, string>;
  readonly dependencies?: object;
  readonly contributes?: {
    readonly snippets: { path: string }[];
    readonly grammars: { path: string }[];
    readonly commands: { command: string }[];
    readonly menus: { commandPalette: { command: string; when: string }[] };
    readonly configuration: { properties: Record<string, { type: string | string[]; order?: number }> };
  };
}

const read = (file: string): string => fs.readFileSync(file, 'utf8');

/** The text of each package's section in a file of notices, by name and version. */
const sections = (text: string): Map<string, string> =>
  new Map(
    text
      .split(`\n${'-'.repeat(80)}\n\n`)
      .slice(1)
      .map(section => [section.slice(0, section.indexOf(' (')), section.slice(section.indexOf('\n'))]),
  );

describe('the packages', () => {
  let folder: string;
  let extension: Map<string, string>;
  let programs: string;
  /** The folders of the packages that each bundle contains code of. */
  let contents: Record<string, string[]>;
  const pages = fs.readdirSync(path.join(ROOT, 'docs/rules')).sort();

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'packages-'));
    const packed = spawnSync(process.execPath, [path.join(ROOT, 'scripts/package.mjs'), folder], { encoding: 'utf8' });
    assert.equal(packed.status, 0, packed.stderr);
    extension = readZip(path.join(folder, 'private-paas-cartridges.vsix'));
    assert.equal(spawnSync('tar', ['-xzf', 'private-paas-cartridges.tgz', '-C', '.'], { cwd: folder }).status, 0);
    programs = path.join(folder, 'package');
    contents = JSON.parse(read(path.join(ROOT, 'dist/packages.json'))) as typeof contents;
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  const filesOfPrograms = () =>
    fs
      .readdirSync(programs, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.relative(programs, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .sort();

  it('the extension has what VS Code needs, and nothing else', () => {
    assert.deepEqual([...extension.keys()].sort(), [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/THIRD-PARTY-NOTICES.txt',
      'extension/changelog.md',
      'extension/dist/client/client.js',
      'extension/dist/client/extension.js',
      'extension/dist/client/recognition.js',
      'extension/dist/server/main.js',
      'extension/docs/glossary.md',
      ...pages.map(page => `extension/docs/rules/${page}`),
      'extension/package.json',
      'extension/readme.md',
      'extension/schemas/cartridge-check.schema.json',
      'extension/snippets/cartridges.json',
      'extension/syntaxes/cartridge.injection.tmLanguage.json',
    ]);
    assert.equal(extension.get('extension/changelog.md'), read(path.join(ROOT, 'CHANGELOG.md')));
    assert.equal(extension.get('extension/readme.md'), read(path.join(ROOT, 'client/README.md')));
    assert.match(extension.get('extension.vsixmanifest')!, /Microsoft\.VisualStudio\.Services\.Content\.Changelog/);
    const { main, contributes } = JSON.parse(extension.get('extension/package.json')!) as Manifest;
    for (const file of [main!, ...[...contributes!.snippets, ...contributes!.grammars].map(one => one.path)]) {
      assert.ok(extension.has(path.posix.join('extension', file)), file);
    }
  });

  it('the npm package has the programs and the pages of the rules, and nothing of VS Code', () => {
    const files = filesOfPrograms();
    assert.deepEqual(
      files.filter(file => !file.startsWith('docs/rules/')),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'dist/cli/main.js',
        'dist/server/main.js',
        'docs/glossary.md',
        'package.json',
        'schemas/cartridge-check.schema.json',
      ],
    );
    assert.deepEqual(
      files.filter(file => file.startsWith('docs/rules/')),
      pages.map(name => `docs/rules/${name}`),
    );
    const manifest = JSON.parse(read(path.join(programs, 'package.json'))) as Manifest;
    assert.deepEqual([manifest.main, manifest.contributes, manifest.dependencies], [undefined, undefined, undefined]);
    for (const [, target] of read(path.join(programs, 'README.md')).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      assert.ok(files.includes(target!), `README.md: ${target}`);
    }
  });

  it('its programs run with no other package', () => {
    const { bin } = JSON.parse(read(path.join(programs, 'package.json'))) as Manifest;
    for (const file of Object.values(bin!)) assert.ok(fs.statSync(path.join(programs, file)).mode & 0o100, file);
    const sound = path.join(folder, 'sound');
    fs.mkdirSync(sound);
    for (const [name, text] of Object.entries(SOUND)) fs.writeFileSync(path.join(sound, name), text);
    const run = (name: string, args: string[], input = '') => {
      const options = { cwd: sound, input, encoding: 'utf8', env: { ...process.env, NODE_PATH: '' } } as const;
      return spawnSync(process.execPath, [path.join(programs, bin![name]!), ...args], options);
    };
    assert.equal(run('cartridge-check', []).stdout, 'No problems, 2 definitions checked\n');
    const content = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const { stdout } = run('cartridge-language-server', ['--stdio'], `Content-Length: ${content.length}\r\n\r\n${content}`);
    assert.match(stdout, /"codeActionProvider"/);
  });

  it('name the licence of each package that their bundles contain, and of no other', () => {
    const carried = {
      extension: {
        bundles: ['dist/client/client.js', 'dist/client/extension.js', 'dist/client/recognition.js', 'dist/server/main.js'],
        notices: extension.get('extension/THIRD-PARTY-NOTICES.txt')!,
      },
      programs: { bundles: ['dist/cli/main.js', 'dist/server/main.js'], notices: read(path.join(programs, 'THIRD-PARTY-NOTICES.txt')) },
    };
    assert.deepEqual(Object.keys(contents).sort(), [...new Set(Object.values(carried).flatMap(({ bundles }) => bundles))].sort());
    for (const { bundles, notices } of Object.values(carried)) {
      const packages = [...new Set(bundles.flatMap(file => contents[file]!))];
      const named = packages.map(place => {
        const { name, version } = JSON.parse(read(path.join(ROOT, place, 'package.json'))) as { name: string; version: string };
        return `${name} ${version}`;
      });
      const told = sections(notices);
      assert.deepEqual([...told.keys()].sort(), [...new Set(named)].sort());
      for (const [name, text] of told) assert.match(text, /permission|copyright/i, name);
    }
    assert.ok(contents['dist/cli/main.js']!.includes('node_modules/commander'));
    assert.ok(contents['dist/client/client.js']!.includes('node_modules/vscode-languageclient'));
  });

  it('may not contain a package without a licence text', async () => {
    const { notices } = await script<{ notices: (folders: string[], root: string) => string }>('notices.mjs');
    const place = (name: string) => path.join(folder, 'node_modules', name);
    for (const name of ['free', 'unclear']) {
      fs.mkdirSync(place(name), { recursive: true });
      fs.writeFileSync(path.join(place(name), 'package.json'), JSON.stringify({ name, version: '1.0.0', license: 'MIT' }));
      fs.writeFileSync(path.join(place(name), 'NOTICE'), 'Made by somebody');
    }
    fs.writeFileSync(path.join(place('free'), 'LICENCE.md'), 'Permission is granted');
    const told = sections(notices(['node_modules/free'], folder));
    assert.deepEqual([...told], [['free 1.0.0', '\n\nPermission is granted\n\nMade by somebody\n']]);
    assert.throws(() => notices(['node_modules/free', 'node_modules/unclear'], folder), /unclear has no licence file/);
  });
});

describe('the manifest', () => {
  const { contributes, dependencies } = JSON.parse(read(path.join(ROOT, 'package.json'))) as Manifest;
  const { commands, menus, configuration } = contributes!;

  it('leaves nothing to be installed with the programs', () => assert.equal(dependencies, undefined));

  it('offers in a window without cartridges only the command that looks for them', () => {
    const hidden = menus.commandPalette.filter(({ when }) => when === 'cartridge.active').map(({ command }) => command);
    assert.deepEqual(
      commands.map(({ command }) => command).filter(command => !hidden.includes(command)),
      ['cartridge.checkWorkspace'],
    );
    for (const command of hidden)
      assert.ok(
        commands.some(one => one.command === command),
        command,
      );
  });

  it('orders its settings', () => {
    const settings = Object.values(configuration.properties);
    assert.deepEqual(
      settings.map(({ order }) => order),
      settings.map((_, i) => i + 1),
    );
    assert.deepEqual(configuration.properties['cartridge.maxFileSize']!.type, ['string', 'integer']);
  });
});
