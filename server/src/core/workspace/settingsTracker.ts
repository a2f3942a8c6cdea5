import { Configurations, NO_SETTINGS, type Allow, type Settings } from '../config/configurations';
import { readConfigurationText } from '../config/readConfiguration';
import { isSameValue } from '../json/types';
import type { FolderChain } from '../links/folderChain';
import { isUnparsable, type FileState } from './fileState';
import { folderOf, isWithin } from './folders';
import type { WorkspaceOptions } from './options';
import { CONFIGURATION_FILE } from './projectRoot';

/** Whether a uri is that of a configuration file. */
export const isConfigurationFile = (uri: string): boolean => uri.endsWith('/' + CONFIGURATION_FILE);

const keyOf = ({ uri, path }: Allow): string => `${uri} ${path.join('/')}`;

/** Which settings hold for each file, and which allows are used. */
export class SettingsTracker {
  readonly configurations = new Configurations();
  /** How many findings each allow has allowed. */
  private readonly uses = new Map<string, number>();
  /** The configuration files, and what each allows. */
  private readonly allows = new Map<FileState, readonly Allow[]>();
  private mayUnusedChange = false;

  constructor(
    private readonly ruleIds: readonly string[],
    private readonly options: WorkspaceOptions,
  ) {
    if (options.configuration) this.configurations.useInstead(options.configuration);
  }

  /** What holds for a file. `folders`: from its own to the root of its project. */
  settingsFor(uri: string, folders: FolderChain): Settings {
    const instead = this.options.settingsOf?.(uri);
    if (!instead) return this.configurations.settingsFor(uri, folders);
    const allows = instead.allows.map(({ rule, at }) => ({ rule, at, reason: undefined, path: [], uri: '' }));
    return { ...NO_SETTINGS, severities: instead.severities, allows };
  }

  /**
   * Takes the text of a configuration file. While somebody types and it cannot be read, the last one that could holds. The files for
   * which other settings may hold now.
   */
  read(file: FileState, typing: boolean, files: Iterable<FileState>): readonly FileState[] {
    if (file.isDeleted || (typing && file.configuration && isUnparsable(file))) return [];
    const { configuration, problems } = readConfigurationText(file.uri, file.current.text, this.ruleIds);
    file.configuration = { problems, unusedAllows: [] };
    this.allows.set(
      file,
      configuration.allows.map(({ rule, at, reason, path }) => ({ rule, at, reason, path, uri: file.uri })),
    );
    this.mayUnusedChange = true;
    return this.set(file.uri, configuration, files);
  }

  /** A configuration file is gone from the disk, or has come back. The files for which other settings may hold now. */
  setDeleted(file: FileState, isDeleted: boolean, files: Iterable<FileState>): readonly FileState[] {
    if (!isDeleted) return this.read(file, false, files);
    this.allows.delete(file);
    return this.set(file.uri, undefined, files);
  }

  private set(uri: string, configuration: Parameters<Configurations['set']>[1], files: Iterable<FileState>): readonly FileState[] {
    const folder = folderOf(uri);
    this.configurations.set(folder, configuration);
    return [...files].filter(file => isWithin(file.uri, folder));
  }

  /** The findings of a file are others now, and with them the allows that they use. */
  replaceUses(file: FileState, now: readonly Allow[]): void {
    for (const allow of now) this.count(allow, 1);
    for (const allow of file.usedAllows) this.count(allow, -1);
    file.usedAllows = now;
  }

  private count(allow: Allow, by: number): void {
    const key = keyOf(allow);
    const uses = (this.uses.get(key) ?? 0) + by;
    if (uses === 0) this.uses.delete(key);
    else this.uses.set(key, uses);
    if (uses === 0 || uses === by) this.mayUnusedChange = true;
  }

  /** The findings of other files are known now. */
  knownChanged(): void {
    this.mayUnusedChange = true;
  }

  /**
   * The configuration files whose unused allows are others than before. `isKnown`: whether the findings of a file are known; until all in
   * the folder of a configuration are, nothing of it is called unused.
   */
  updateUnused(files: Iterable<FileState>, isKnown: (file: FileState) => boolean): readonly FileState[] {
    if (!this.mayUnusedChange) return [];
    this.mayUnusedChange = false;
    const unknown = [...files].filter(file => !file.settings.isIgnored && !isKnown(file));
    return [...this.allows].flatMap(([file, allows]) => {
      const { problems = [], unusedAllows: before = [] } = file.configuration ?? {};
      const unused = allows.filter(allow => !this.uses.has(keyOf(allow)));
      const unusedAllows = unknown.some(({ uri }) => isWithin(uri, folderOf(file.uri))) ? [] : unused;
      if (isSameValue(before, unusedAllows)) return [];
      file.configuration = { problems, unusedAllows };
      return [file];
    });
  }
}
