import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { KEYS } from '../server/src/core/config/readConfiguration';
import { DIALECTS, LEVELS, RULES as RULES_ON_ARTIFACTS, TEXT_RULES } from '../server/src/core';
import { readFixture } from './support/fixture';
import { fixesOf } from './support/fixtureWorkspace';
import { ruleDocs, script } from './support/scripts';

const ROOT = path.resolve(__dirname, '../..');
const RULES = [...RULES_ON_ARTIFACTS, ...TEXT_RULES];
const CORE = 'server/src/core';
const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const filesBelow = (folder: string): string[] =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
const sources = [...filesBelow('client/src'), ...filesBelow('server/src')].filter(file => file.endsWith('.ts'));
const manifest = JSON.parse(read('package.json')) as {
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
  engines: { node: string };
  version: string;
};
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'SECURITY.md', 'server/README.md', 'client/README.md'],
  ...filesBelow('docs').filter(file => file.endsWith('.md') && !file.startsWith('docs/rules/')),
  ...filesBelow('.github').filter(file => file.endsWith('.md')),
];

describe('the project', () => {
  it('has one file per rule, named by its id', () => {
    const files = sources.filter(file => file.startsWith(`${CORE}/rules/`)).map(file => path.basename(file, '.ts'));
    for (const { id } of RULES) assert.equal(files.filter(name => name === id).length, 1, id);
    assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
  });

  it('has a page for each rule, and their list as "npm run docs" writes it', async () => {
    const { pages } = await ruleDocs();
    const cases = (id: string) => readFixture(path.join(ROOT, 'test/rules', `${id}.fixture`));
    const expected = pages(RULES, { cases, exampleOf: () => undefined, validExampleOf: () => [], fixesOf });
    assert.deepEqual(filesBelow('docs/rules').sort(), [...expected.keys()].map(name => `docs/rules/${name}`).sort());
    assert.equal(read('docs/rules/README.md'), expected.get('README.md'), 'run "npm run docs"');
  });

  it('has the schema of the configuration file, and the rules of the setting, as they are generated', async () => {
    const { FILE, schemaText, manifestWith } = await script<{
      FILE: string;
      schemaText: (...of: object[]) => string;
      manifestWith: (manifest: string, ...of: object[]) => string;
    }>('schema.mjs');
    assert.equal(read(FILE), schemaText(RULES, LEVELS, DIALECTS), 'run "npm run docs"');
    const { properties } = JSON.parse(read(FILE)) as { properties: object };
    assert.deepEqual(Object.keys(properties), [...KEYS], 'it has the keys that are read');
    assert.equal(read('package.json'), manifestWith(read('package.json'), RULES, LEVELS), 'run "npm run docs"');
  });

  it('spells the misspelled name in one place', () => {
    const spelled = sources.filter(file =>
      read(file)
        .split('\n')
        .some(line => line.includes('SERIVCE_GROUP') && !/^\s*(\/\*|\*|\/\/)/.test(line)),
    );
    assert.deepEqual(spelled, [`${CORE}/vocabulary/payloadParameters.ts`]);
  });

  it('imports only downwards in the core, and nothing of the core but its index from outside', () => {
    const layers = ['json', 'vocabulary', 'model', 'links', 'config', 'rules', 'workspace', 'features', 'index.ts'];
    const layerOf = (file: string) => layers.indexOf(file.slice(CORE.length + 1).split('/')[0]!);
    for (const file of sources) {
      for (const [, target] of read(file).matchAll(/from '(\.[^']*)'/g)) {
        const imported = path.posix.join(path.posix.dirname(file), target!);
        if (file.startsWith(CORE + '/')) {
          assert.ok(imported.startsWith(CORE), `${file} imports ${target}`);
          assert.ok(layerOf(imported + '.ts') <= layerOf(file), `${file} imports upwards: ${target}`);
        } else if (imported.startsWith(CORE + '/')) {
          // The client's entry has to be small: it takes the one test that it needs and no more.
          assert.equal(imported, `${CORE}/vocabulary/detection`, `${file} imports ${target}`);
        }
      }
    }
  });

  it('has no circle of imports in the core, not even one of types', () => {
    const importsOf = new Map<string, string[]>();
    for (const file of sources.filter(file => file.startsWith(CORE + '/'))) {
      const targets = [...read(file).matchAll(/from '(\.[^']*)'/g)].map(([, target]) => path.posix.join(path.posix.dirname(file), target!));
      importsOf.set(
        file,
        targets.map(target => (sources.includes(target + '.ts') ? target + '.ts' : target + '/index.ts')),
      );
    }
    const done = new Set<string>();
    const follow = (file: string, way: readonly string[]) => {
      assert.ok(!way.includes(file), [...way.slice(way.indexOf(file)), file].join(' imports '));
      if (done.has(file)) return;
      for (const target of importsOf.get(file) ?? []) follow(target, [...way, file]);
      done.add(file);
    };
    for (const file of importsOf.keys()) follow(file, []);
  });

  it('keeps the core free of Node, of VS Code and of promises', () => {
    for (const file of sources.filter(file => file.startsWith(CORE + '/'))) {
      assert.doesNotMatch(read(file), /from '(node:|fs|path|vscode|vscode-languageserver)'|\bawait\b|\bPromise\b/, file);
    }
  });

  it('keeps no state of the core outside of an object that has an owner', () => {
    /** What stands at the top of a module all the same, and why nobody can disturb another by it. */
    const allowed = new Map([
      [`${CORE}/json/internedPaths.ts: PATHS`, 'frozen paths, a limited number of them, the same for everybody'],
      [`${CORE}/json/tree.ts: tables`, 'what a node holds, kept with the node'],
      [`${CORE}/links/several.ts: known`, 'what was found out about a list, kept with the list'],
      [`${CORE}/model/property.ts: NO_PROPERTIES`, 'a list without entries'],
      [`${CORE}/rules/support/fieldWalk.ts: walks`, 'what is to be checked of an artifact, kept with the artifact'],
    ]);
    const files = sources.filter(file => file.startsWith(CORE + '/'));
    const program = ts.createProgram(
      files.map(file => path.join(ROOT, file)),
      { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, moduleResolution: ts.ModuleResolutionKind.Node10, types: [] },
    );
    const checker = program.getTypeChecker();
    /** Lists and maps that can be written to, and instances of classes. */
    const isMutable = (declaration: ts.VariableDeclaration): boolean => {
      const symbol = checker.getTypeAtLocation(declaration).symbol as ts.Symbol | undefined;
      if (!symbol || symbol.name === 'RegExp') return false;
      return ['Array', 'Map', 'Set', 'WeakMap', 'WeakSet'].includes(symbol.name) || (symbol.flags & ts.SymbolFlags.Class) !== 0;
    };
    const found = files.flatMap(file =>
      program.getSourceFile(path.join(ROOT, file))!.statements.flatMap(statement => {
        if (!ts.isVariableStatement(statement)) return [];
        const { flags, declarations } = statement.declarationList;
        const mutable = flags & ts.NodeFlags.Const ? declarations.filter(isMutable) : declarations;
        return mutable.map(({ name }) => `${file}: ${name.getText()}`);
      }),
    );
    assert.deepEqual(found.sort(), [...allowed.keys()].sort());
  });

  it('keeps the language server free of Node: what it needs of the machine is its host', () => {
    for (const file of sources.filter(file => file.startsWith('server/src/lsp/'))) {
      assert.doesNotMatch(read(file), /from '(node:|fs|path|\.\.\/(\.\.\/)?(node|cli)\/|vscode-languageserver\/node)/, file);
    }
    const { compilerOptions } = JSON.parse(read('server/src/lsp/tsconfig.json')) as { compilerOptions: { types?: string[] } };
    assert.equal(compilerOptions.types, undefined, 'and its project has the types of no machine');
  });

  it('looks up words of the user in maps, because a plain object has keys of its own', () => {
    const allowed = [`${CORE}/json/types.ts`, `${CORE}/vocabulary/table.ts`];
    const indexed = /\bRecord<(Readonly<)?string\b|\{\s*(readonly )?\[\w+: string\]/;
    for (const file of sources.filter(file => file.startsWith('server/src/') && !allowed.includes(file))) {
      assert.doesNotMatch(read(file), indexed, file);
    }
  });

  it('writes JSON text in one place', () => {
    const writers = sources.filter(file => /new TextDraft|JSON\.stringify\(edit/.test(read(file)));
    assert.deepEqual(writers.sort(), [`${CORE}/features/codeActions/fixAll.ts`, `${CORE}/json/edit.ts`]);
  });

  it('has no file that is more than three screens long', () => {
    for (const file of sources) assert.ok(read(file).split('\n').length <= 251, file);
  });

  it('pins its dependencies', () => {
    const peers = JSON.parse(read('bench/peers/package.json')) as { dependencies: Record<string, string> };
    for (const [name, version] of Object.entries({ ...manifest.devDependencies, ...peers.dependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
  });

  it('names commands, links and files that exist in its documents', () => {
    // The files beside the README.md of a package are there when it is packed.
    for (const document of DOCUMENTS.filter(one => !/^(server|client)\//.test(one))) {
      const text = read(document);
      for (const [, script] of text.matchAll(/npm run ([\w:]+)/g)) assert.ok(manifest.scripts[script!], `${document}: npm run ${script}`);
      for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        assert.ok(fs.existsSync(path.join(ROOT, path.dirname(document), target!)), `${document}: ${target}`);
      }
      for (const [, file] of text.matchAll(/`((?:client|server|test|scripts|docs|sample|bench|\.vscode)\/[\w./-]+)`/g)) {
        assert.ok(fs.existsSync(path.join(ROOT, file!)), `${document}: ${file}`);
      }
    }
  });

  it('does not count rules, fixtures, snippets or tests in its documents', () => {
    const number = String.raw`\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozen|hundred`;
    const count = new RegExp(
      String.raw`\b(?:${number})s? (?:of )?(?:rules|fixtures|snippets|tests|cases)\b|\b${RULES.length}\b|\beighty-\w+`,
      'i',
    );
    assert.match('Eighty-one in all', count);
    assert.match('a dozen rules look', count);
    for (const document of DOCUMENTS) assert.equal(count.exec(read(document))?.[0], undefined, document);
  });

  it('has a changelog that begins with what is unreleased, and then has the version of the package', () => {
    const [first, second] = [...read('CHANGELOG.md').matchAll(/^## (\S+)/gm)].map(([, version]) => version);
    assert.equal(first, 'Unreleased');
    assert.equal(second, manifest.version);
  });

  it('is tested in CI with the oldest Node.js that it supports, by scripts that exist', () => {
    const ci = read('.github/workflows/ci.yml');
    const versions = /node: \[(.*)\]/.exec(ci)![1]!.split(', ').map(Number);
    assert.equal(manifest.engines.node, `>=${Math.min(...versions)}`);
    const scripts = [...ci.matchAll(/run: npm (?:run )?([\w:]+)/g)].map(([, script]) => script!);
    assert.ok(scripts.length > 0);
    for (const script of scripts) assert.ok(manifest.scripts[script], script);
  });
});
