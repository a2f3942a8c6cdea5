import { MAX_FILE_SIZE } from '../json/fileContent';
import type { FolderChain } from '../links/folderChain';
import type { Dialect } from '../model/artifact';
import type { PlaceholderPattern } from '../vocabulary/placeholders';
import type { Glob } from './glob';
import { emptyConfiguration, type Configuration, type ConfiguredAllow, type Level } from './configuration';

/** An allow, and the configuration in which it is written. */
export interface Allow extends Omit<ConfiguredAllow, 'files'> {
  readonly uri: string;
}

/** How the text of a file is read. Files of which the same holds share one object. */
export interface ReadingSettings {
  readonly placeholders: readonly PlaceholderPattern[];
  /** That of definitions which do not tell. */
  readonly dialect: Dialect | undefined;
  /** In bytes, or in UTF-16 code units of a text that is here already. */
  readonly maxFileSize: number;
}

/** What holds for one file. Files with the same settings share one object. */
export interface Settings {
  /** By the id of a rule. A rule that is not there keeps its own severity. */
  readonly severities: ReadonlyMap<string, Level>;
  readonly allows: readonly Allow[];
  /** It is neither checked nor found by others. */
  readonly isIgnored: boolean;
  readonly reading: ReadingSettings;
}

export const NO_SETTINGS: Settings = {
  severities: new Map(),
  allows: [],
  isIgnored: false,
  reading: { placeholders: [], dialect: undefined, maxFileSize: MAX_FILE_SIZE },
};

/** What holds in one folder: the configurations from the nearest to the outermost, and the settings of most of its files. */
interface InFolder {
  readonly chain: readonly Configuration[];
  /** The patterns that tell files apart, by configuration. */
  readonly patterns: readonly { readonly from: string; readonly globs: readonly Glob[] }[];
  /** What holds for a file that none of them matches: most files. */
  readonly common: Settings;
}

/**
 * The configurations of a workspace, and what holds for each file: the nearest wins, key by key and rule by rule; within one
 * configuration the last override that matches. Overrides, allows and ignores add up. The settings of the editor come last.
 */
export class Configurations {
  private readonly byFolder = new Map<string, Configuration>();
  private readonly known = new Map<string, InFolder>();
  /** The settings of the editor, by workspace folder; under '' those of all other files. */
  private user: ReadonlyMap<string, Configuration> = new Map();
  /** Each combination that there is, once: files of which the same holds are read alike. */
  private readonly readings = new Map<string, ReadingSettings>();
  private instead: Configuration | undefined;

  /** `folder`: the one in which the configuration is; `undefined`: there is none any more. */
  set(folder: string, configuration: Configuration | undefined): void {
    if (configuration) this.byFolder.set(folder, configuration);
    else this.byFolder.delete(folder);
    this.known.clear();
  }

  /** The settings of the editor, by workspace folder; under '' those of all other files. */
  setUser(byFolder: ReadonlyMap<string, Configuration>): void {
    this.user = byFolder;
    this.known.clear();
  }

  /** This one holds instead of all that are found. */
  useInstead(configuration: Configuration): void {
    this.instead = configuration;
    this.known.clear();
  }

  /** Folders may belong to other projects now, so that other configurations are above them. */
  foldersMoved(): void {
    this.known.clear();
  }

  /** What holds for a file. `folders`: from its own to the root of its project. */
  settingsFor(uri: string, folders: FolderChain): Settings {
    const { chain, patterns, common } = this.inFolder(folders);
    const isMatched = patterns.some(({ from, globs }) => matchesAny(globs, nameIn(from, uri)));
    return isMatched ? settingsOf(chain, uri, common.reading) : common;
  }

  /** The configurations that hold in a folder, the nearest first. */
  chainFor(folders: FolderChain): readonly Configuration[] {
    return this.inFolder(folders).chain;
  }

  private inFolder(folders: FolderChain): InFolder {
    const [folder] = folders;
    let known = this.known.get(folder);
    if (!known) {
      const chain = this.chain(folders);
      const patterns = chain.flatMap(configuration => {
        const globs = patternsOf(configuration);
        return globs.length > 0 ? [{ from: configuration.uri, globs }] : [];
      });
      known = { chain, patterns, common: settingsOf(chain.map(withoutPatterns), '', this.readingOf(chain)) };
      this.known.set(folder, known);
    }
    return known;
  }

  private chain(folders: FolderChain): readonly Configuration[] {
    const user = this.userFor(folders);
    if (this.instead) return [this.instead, user];
    const chain: Configuration[] = [];
    for (const folder of folders) {
      const configuration = this.byFolder.get(folder);
      if (configuration) chain.push(configuration);
      if (configuration?.isRoot) break;
    }
    return [...chain, user];
  }

  private userFor(folders: FolderChain): Configuration {
    const folder = folders.find(one => this.user.has(one)) ?? '';
    return this.user.get(folder) ?? emptyConfiguration('');
  }

  private readingOf(chain: readonly Configuration[]): ReadingSettings {
    const placeholders = chain.flatMap(configuration => configuration.placeholders);
    const dialect = chain.find(configuration => configuration.dialect !== undefined)?.dialect;
    const maxFileSize = chain.find(configuration => configuration.maxFileSize !== undefined)?.maxFileSize ?? MAX_FILE_SIZE;
    const key = JSON.stringify([placeholders, dialect, maxFileSize]);
    let reading = this.readings.get(key);
    if (!reading) this.readings.set(key, (reading = { placeholders, dialect, maxFileSize }));
    return reading;
  }
}

const patternsOf = ({ overrides, allows, ignores }: Configuration): readonly Glob[] => [
  ...overrides.flatMap(({ files }) => files),
  ...allows.flatMap(({ files }) => files ?? []),
  ...ignores,
];

const withoutPatterns = (configuration: Configuration): Configuration => ({
  ...configuration,
  overrides: [],
  allows: configuration.allows.filter(({ files }) => !files),
  ignores: [],
});

const matchesAny = (globs: readonly Glob[], name: string): boolean => globs.some(({ matches }) => matches(name));

/** Which configuration sets the level of each rule for a file. */
export function originsOf(
  chain: readonly Configuration[],
  uri: string,
): ReadonlyMap<string, { readonly level: Level; readonly from: string }> {
  const origins = new Map<string, { level: Level; from: string }>();
  for (const configuration of chain) {
    for (const [rule, level] of levelsIn(configuration, uri)) if (!origins.has(rule)) origins.set(rule, { level, from: configuration.uri });
  }
  return origins;
}

/** The levels that one configuration sets for a file: of several overrides that match the last counts. */
function levelsIn({ uri: from, rules, overrides }: Configuration, uri: string): ReadonlyMap<string, Level> {
  const levels = new Map(rules);
  const name = nameIn(from, uri);
  for (const { files, rules: inFiles } of overrides) {
    if (matchesAny(files, name)) for (const [rule, level] of inFiles) levels.set(rule, level);
  }
  return levels;
}

function settingsOf(chain: readonly Configuration[], uri: string, reading: ReadingSettings): Settings {
  return {
    severities: new Map([...originsOf(chain, uri)].map(([rule, { level }]) => [rule, level])),
    allows: chain.flatMap(({ uri: from, allows }) =>
      allows
        .filter(({ files }) => !files || matchesAny(files, nameIn(from, uri)))
        .map(({ rule, at, reason, path }) => ({ rule, at, reason, path, uri: from })),
    ),
    isIgnored: chain.some(({ uri: from, ignores }) => matchesAny(ignores, nameIn(from, uri))),
    reading,
  };
}

/** A file from the folder of a configuration; outside of it no pattern reaches. From the settings of an editor: the whole uri. */
export function nameIn(configuration: string, uri: string): string {
  const folder = configuration.slice(0, configuration.lastIndexOf('/') + 1);
  return uri.startsWith(folder) ? decoded(uri.slice(folder.length)) : '';
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
