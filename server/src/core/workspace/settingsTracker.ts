import type { Configuration } from '../config/configuration';
import { Configurations, NO_SETTINGS, type Allow, type Settings } from '../config/configurations';
import { readConfigurationText, type ReadConfiguration } from '../config/readConfiguration';
import { isSameValue } from '../json/types';
import { unusedAllow } from '../rules/text/unused-allow';
import type { FolderChain } from '../links/folderChain';
import { isUnparsable, type FileState } from './fileState';
import { folderOf, isWithin } from './folders';
import type { WorkspaceOptions } from './options';
import { isConfigurationFile } from './projectRoot';

/** In place of a folder: all of them. */
const EVERYWHERE = '';

const keyOf = ({ uri, path }: Allow): string => `${uri} ${path.join('/')}`;

/** Which settings hold for each file, and which allows are used. */
export class SettingsTracker {
  readonly configurations = new Configurations();
  /** How many findings each allow has allowed. */
  private readonly uses = new Map<string, number>();
  /** The configuration files, and what each allows. */
  private readonly allows = new Map<FileState, readonly Allow[]>();
  /** Folders in which other settings may hold than those that are written down for their files. */
  private readonly outdated = new Set<string>();
  private last: (ReadConfiguration & { readonly text: string }) | undefined;
  private mayUnusedChange = false;

  constructor(
    private readonly ruleIds: readonly string[],
    { configuration }: WorkspaceOptions,
  ) {
    if (configuration) this.configurations.useInstead(configuration);
  }

  /** What holds for a file. `folders`: from its own to the root of its project. */
  settingsFor(uri: string, folders: FolderChain): Settings {
    const settings = this.configurations.settingsFor(uri, folders);
    // A configuration is read and reported whatever it says.
    return isConfigurationFile(uri) ? { ...settings, isIgnored: false, reading: NO_SETTINGS.reading } : settings;
  }

  /** Takes the text of a configuration file. While somebody types and it cannot be read, the last one that could holds. */
  read(file: FileState, typing: boolean): void {
    if (file.isDeleted || (typing && file.configuration && isUnparsable(file))) return;
    const { configuration, problems } = this.readText(file);
    file.configuration = { problems, unusedAllows: [] };
    this.allows.set(
      file,
      configuration.allows.map(({ rule, at, reason, path }) => ({ rule, at, reason, path, uri: file.uri })),
    );
    this.mayUnusedChange = true;
    this.set(folderOf(file.uri), configuration);
  }

  /** Many folders have the same configuration: the last one is not read twice. */
  private readText({ uri, current: { text } }: FileState): ReadConfiguration {
    if (this.last?.text !== text) this.last = { text, ...readConfigurationText(uri, text, this.ruleIds) };
    const { configuration, problems } = this.last;
    return { configuration: { ...configuration, uri }, problems };
  }

  /** A configuration file is gone from the disk, or has come back. */
  setDeleted(file: FileState, isDeleted: boolean): void {
    if (!isDeleted) return this.read(file, false);
    this.allows.delete(file);
    this.set(folderOf(file.uri), undefined);
  }

  private set(folder: string, configuration: Configuration | undefined): void {
    this.configurations.set(folder, configuration);
    this.outdated.add(folder);
  }

  /** The settings of the editor, by workspace folder; under '' those of all other files. */
  setUser(byFolder: ReadonlyMap<string, Configuration>): void {
    this.configurations.setUser(byFolder);
    this.outdated.add(EVERYWHERE);
  }

  /** The files for which other settings may hold since the last call. */
  takeOutdated(files: Iterable<FileState>): readonly FileState[] {
    if (this.outdated.size === 0) return [];
    const folders = new Set(this.outdated);
    this.outdated.clear();
    return [...files].filter(file => folders.has(EVERYWHERE) || file.folders.some(folder => folders.has(folder)));
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
      // One that allows this very report would be unused because it is used.
      const unused = allows.filter(allow => allow.rule !== unusedAllow.id && !this.uses.has(keyOf(allow)));
      const unusedAllows = unknown.some(({ uri }) => isWithin(uri, folderOf(file.uri))) ? [] : unused;
      if (isSameValue(before, unusedAllows)) return [];
      file.configuration = { problems, unusedAllows };
      return [file];
    });
  }
}
