import * as fs from 'node:fs';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import {
  CONFIGURATION_FILE,
  Configurations,
  emptyConfiguration,
  MAX_FILE_SIZE,
  nearest,
  originsOf,
  readConfigurationText,
  RULES as RULES_ON_ARTIFACTS,
  TEXT_RULES,
  type Configuration,
} from '../core';
import { pageFile } from '../node/pages';
import { projectOf } from '../node/projects';
import { readContent } from '../node/readContent';
import { isWithin, uriOf } from '../node/walk';

/** Something that was asked for and cannot be done: what is wrong, and what to do. */
export class UsageProblem extends Error {}

const RULES = [...RULES_ON_ARTIFACTS, ...TEXT_RULES];
const IDS = RULES.map(({ id }) => id);

/** The configuration that `--config FILE` or `--no-config` names. `undefined`: those that are found. */
export function configurationFrom(option: string | boolean | undefined): Configuration | undefined {
  if (typeof option === 'string') return readFile(path.resolve(option), option);
  return option === false ? emptyConfiguration('') : undefined;
}

function readFile(file: string, shown: string): Configuration {
  let problem = 'there is no such file';
  const content = readContent(file, MAX_FILE_SIZE, (_, error) => (problem = error.message));
  if (!content || content.skipped) throw new UsageProblem(`${shown}: ${content ? 'it is too large, or not UTF-8' : problem}`);
  const { configuration, problems } = readConfigurationText(uriOf(file), content.text, IDS);
  const [first] = problems;
  // Nobody sees the findings of a file outside of what is checked: what is wrong with it stops the check.
  if (first) throw new UsageProblem(`${shown}: ${first.path.join('.') || 'the file'}: ${first.message}`);
  return configuration;
}

/** All rules, each in a line: its id, its severity in a folder, what it reports. */
export function listOfRules(folder: string, instead: Configuration | undefined): string {
  const { origins } = inFolder(folder, path.join(folder, 'x.json'), instead);
  const width = Math.max(...IDS.map(({ length }) => length));
  const lines = RULES.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${(origins.get(id)?.level ?? severity).padEnd(7)}  ${summary}`,
  );
  return [...lines].sort().join('\n') + '\n';
}

/** What holds for a file, and which configuration says so, as JSON. */
export function configurationOf(file: string, instead: Configuration | undefined): string {
  const full = path.resolve(file);
  const { chain, origins, settings } = inFolder(path.dirname(full), full, instead);
  const named = (uri: string) => (uri === '' ? 'default' : path.relative(process.cwd(), URI.parse(uri).fsPath).replaceAll(path.sep, '/'));
  const described = {
    file: path.relative(process.cwd(), full).replaceAll(path.sep, '/'),
    configurations: chain.flatMap(({ uri }) => (uri === '' ? [] : [named(uri)])),
    ignored: settings.isIgnored,
    rules: Object.fromEntries(
      [...RULES]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, severity }) => {
          const { level, from } = origins.get(id) ?? { level: severity, from: '' };
          return [id, { severity: level, from: named(from) }];
        }),
    ),
    placeholders: chain.flatMap(({ uri, placeholders }) => placeholders.map(({ pattern }) => ({ pattern, from: named(uri) }))),
    dialect: valueIn(chain, '4.0', ({ dialect }) => dialect, named),
    maxFileSize: valueIn(chain, MAX_FILE_SIZE, ({ maxFileSize }) => maxFileSize, named),
    allow: settings.allows.map(({ rule, at, reason, uri }) => ({ rule, at, reason, from: named(uri) })),
  };
  return JSON.stringify(described, undefined, 2) + '\n';
}

/** The value that the nearest configuration states, and which one that is. */
function valueIn<T>(
  chain: readonly Configuration[],
  otherwise: T,
  valueOf: (configuration: Configuration) => T | undefined,
  named: (uri: string) => string,
): { readonly value: T; readonly from: string } {
  const stating = chain.find(configuration => valueOf(configuration) !== undefined);
  return { value: (stating && valueOf(stating)) ?? otherwise, from: named(stating?.uri ?? '') };
}

function inFolder(folder: string, file: string, instead: Configuration | undefined) {
  const configurations = new Configurations();
  if (instead) configurations.useInstead(instead);
  const root = projectOf(folder) ?? folder;
  const folders: [string, ...string[]] = [uriOf(folder)];
  for (let at = folder; isWithin(at, root); at = path.dirname(at)) {
    if (at !== folder) folders.push(uriOf(at));
    const own = path.join(at, CONFIGURATION_FILE);
    // One that cannot be read says nothing, here as in a check.
    const content = instead ? undefined : readContent(own, MAX_FILE_SIZE, () => undefined);
    if (content) configurations.set(uriOf(at), readConfigurationText(uriOf(own), content.text, IDS).configuration);
    if (at === path.dirname(at)) break;
  }
  const uri = uriOf(file);
  const chain = configurations.chainFor(folders);
  return { chain, origins: originsOf(chain, uri), settings: configurations.settingsFor(uri, folders) };
}

/** The page of a rule. */
export function pageOf(id: string): string {
  if (!IDS.includes(id)) {
    const meant = nearest(id, IDS);
    throw new UsageProblem(
      `there is no rule "${id}". ${meant ? `Did you mean "${meant}"?` : 'See "cartridge-check --rules" for all rules.'}`,
    );
  }
  const page = pageFile(id);
  if (!page) throw new UsageProblem(`the page of "${id}" is missing from this installation`);
  return fs.readFileSync(page, 'utf8');
}
