import type { Configuration } from '../config/configuration';
import type { ReadingSettings } from '../config/configurations';
import type { Content } from '../json/fileContent';
import { isSameValue } from '../json/types';
import type { FindingWithFixes } from '../rules/engine/settle';
import { Checker } from './checker';
import { CheckQueue } from './checkQueue';
import { DependencyTracker } from './dependencyTracker';
import { DocumentAnalyzer } from './documentAnalyzer';
import { DocumentSnapshot } from './documentSnapshot';
import { newFileState, viewOf, type FileState, type FileView } from './fileState';
import { Folders, isWithin } from './folders';
import type { WorkspaceOptions } from './options';
import { PositionedDocuments } from './positions';
import { CONFIGURATION_FILE, isConfigurationFile } from './projectRoot';
import { SettingsTracker } from './settingsTracker';
import { ShownFindings } from './shownFindings';

/**
 * Many files and what their findings are: the only mutable state of the core. Texts come in through `setOpenText`, `setDiskContent`
 * and `delete`; `update` checks what that concerned, and says of which files the findings may look different now.
 */
export class Workspace {
  private readonly files = new Map<string, FileState>();
  private readonly folders = new Folders();
  private readonly dependencies = new DependencyTracker();
  private readonly shown = new ShownFindings();
  /** Files whose text is to come again. */
  private readonly wanted = new Set<string>();
  private readonly settings: SettingsTracker;
  private readonly analyzer: DocumentAnalyzer;
  private readonly checker: Checker;
  private readonly queue: CheckQueue;

  constructor(private readonly options: WorkspaceOptions = {}) {
    this.analyzer = new DocumentAnalyzer(options);
    this.checker = new Checker(this.analyzer, this.dependencies);
    this.settings = new SettingsTracker(this.analyzer.ruleIds, options);
    const { dependencies, checker, settings, shown } = this;
    this.queue = new CheckQueue({ options, dependencies, checker, settings, shown });
  }

  /** The work done so far: files checked, look-ups made, and the largest number of queries kept for one file. */
  get stats(): { readonly checks: number; readonly lookUps: number; readonly mostQueries: number } {
    return { checks: this.queue.checks, ...this.dependencies.stats() };
  }

  /** The roots of the projects, as uris: in them look-ups end. */
  setRoots(roots: readonly string[]): void {
    this.folders.setRoots(roots.map(root => root.replace(/\/+$/, '')));
    this.settings.configurations.foldersMoved();
    // Files of one folder leave it together: what is known of a folder is known by one way to it.
    const moved = [...this.files.values()].filter(file => this.folders.rootOf(file.uri) !== file.folders.at(-1));
    for (const file of moved) this.queue.add(this.dependencies.remove(file));
    for (const file of moved) {
      file.folders = this.folders.chainOf(file.uri);
      this.queue.add([...this.dependencies.update(file, true), file]);
    }
    this.applySettings(moved);
  }

  /** The root of the project that a file belongs to. */
  readonly rootOf = (uri: string): string => this.folders.rootOf(uri);

  /** While files of a workspace folder have yet to come, a look-up that its own folder does not answer is unknown. */
  setComplete(root: string, complete: boolean): void {
    if (!this.dependencies.setComplete(root, complete)) return;
    this.settings.knownChanged();
    for (const file of this.files.values()) if (file.folders.at(-1) === root) this.queue.add([file]);
  }

  /** Whose findings are wanted may be different now: those of `uri`, or of any file. */
  updateReported(uri?: string): void {
    this.settings.knownChanged();
    const file = uri === undefined ? undefined : this.files.get(uri);
    for (const one of uri === undefined ? this.files.values() : file ? [file] : []) {
      if (!this.queue.isReported(one)) this.queue.drop(one);
      else if (one.isUnchecked) this.queue.add([one]);
    }
  }

  /** A file is gone from the disk, or has come back, while its document is open. */
  setDeleted(uri: string, isDeleted: boolean): void {
    const file = this.files.get(uri);
    if (!file || file.isDeleted === isDeleted) return;
    file.isDeleted = isDeleted;
    this.queue.add(this.dependencies.update(file, true));
    if (file.configuration) this.settings.setDeleted(file, isDeleted);
  }

  /**
   * The text of an open document. While somebody types and it cannot be read, the verdict on the last text that could stands: a
   * half-typed entry would lose the ones behind it.
   */
  setOpenText(uri: string, text: string): void {
    const before = this.files.get(uri)?.current;
    if (before?.text !== text || before.skipped) this.take(uri, { text }, true);
  }

  /** What a file holds on the disk. */
  setDiskContent(uri: string, content: Content): void {
    const before = this.files.get(uri);
    const isSame = before?.current.text === content.text && before.verdict.text === content.text && !before.current.skipped;
    if (!isSame || content.skipped) this.take(uri, content, false);
  }

  private take(uri: string, content: Content, typing: boolean): void {
    const before = this.files.get(uri);
    const folders = before?.folders ?? this.folders.chainOf(uri);
    const settings = before?.settings ?? this.settings.settingsFor(uri, folders);
    const analysis = this.analyzer.analyze(uri, content.text, settings.reading, content.skipped);
    const { current } = analysis;
    const { text, skipped, state } = current;
    if (before?.current.text === text && skipped && isSameValue(before.current.skipped, skipped)) return;
    const keeps = typing && before?.facts !== undefined && (state === 'syntax-error' || state === 'too-deep');
    const file = before ?? newFileState(uri, folders, current, settings);
    if (!before) this.files.set(uri, file);
    file.current = current;
    if (isConfigurationFile(uri)) this.settings.read(file, typing);
    if (keeps) {
      // What is reported on the text itself stands at its offsets, and goes with it.
      if (this.options.syntaxErrors || file.findings.some(({ at }) => 'offset' in at)) this.queue.add([file]);
      return;
    }
    this.shown.textChanged(uri, !before);
    this.setMeaning(file, analysis);
  }

  delete(uri: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    this.queue.add(this.dependencies.remove(file));
    this.queue.remove(file);
    this.files.delete(uri);
    this.shown.textChanged(uri);
    if (file.configuration) this.settings.setDeleted(file, true);
  }

  /**
   * Checks what the changes since the last call concern, or that part of it which `only` lets through, `atMost` so many.
   * The files whose findings, or the places of them and of their links, may have changed.
   */
  update({ only = () => true, atMost = Infinity }: { only?: (uri: string) => boolean; atMost?: number } = {}): Set<string> {
    this.applySettings(this.settings.takeOutdated(this.files.values()));
    const checked = this.queue.run(only, atMost, () => this.files.values());
    const touched = this.shown.take(this.files, checked, this.queue.has);
    for (const uri of this.wanted) this.options.onWanted?.(uri);
    this.wanted.clear();
    if (this.queue.isEmpty) {
      this.dependencies.forgetAnswers();
      this.analyzer.forgetCopies();
    }
    return touched;
  }

  /** The settings of the editor, by workspace folder; under '' those of all other files. A configuration file beats them. */
  setUserSettings(byFolder: ReadonlyMap<string, Configuration>): void {
    this.settings.setUser(byFolder);
  }

  /** In bytes: the limit that holds for a file. */
  readonly maxFileSizeFor = (uri: string): number =>
    this.analyzer.maxFileSize(uri, this.settings.settingsFor(uri, this.folders.chainOf(uri)).reading);

  private applySettings(files: Iterable<FileState>): void {
    for (const file of files) {
      const before = file.settings;
      file.settings = this.settings.settingsFor(file.uri, file.folders);
      if (file.settings.reading !== before.reading) this.readAgain(file, before.reading);
      if (file.settings.isIgnored !== before.isIgnored) {
        this.queue.add(this.dependencies.update(file, true));
        this.updateReported(file.uri);
      } else if (file.settings !== before) this.queue.settleAgain(file);
    }
  }

  /** The text that is here means something else under other settings. What is not here, or may be too long now, is asked for. */
  private readAgain(file: FileState, before: ReadingSettings): void {
    const { uri, current, verdict } = file;
    const { reading } = file.settings;
    // A character of a text has up to three bytes.
    const mayBeTooLong = current.skipped?.kind === 'size' || current.text.length * 3 > reading.maxFileSize;
    if (reading.maxFileSize !== before.maxFileSize && mayBeTooLong) this.wanted.add(uri);
    const analysis = this.analyzer.analyze(uri, current.text, reading, current.skipped);
    const lagsBehind = verdict.text !== current.text && !analysis.current.skipped;
    file.current = analysis.current;
    this.setMeaning(file, lagsBehind ? this.analyzer.analyze(uri, verdict.text, reading) : analysis);
  }

  private setMeaning(file: FileState, { verdict, facts }: Pick<FileState, 'verdict' | 'facts'>): void {
    this.queue.add([file]);
    file.verdict = verdict;
    const isSame = isSameValue(file.facts, facts);
    if (!isSame) file.facts = facts;
    this.queue.add(this.dependencies.update(file, !isSame));
  }

  file(uri: string): FileView | undefined {
    const file = this.files.get(uri);
    return file && viewOf(file);
  }

  *allFiles(): Iterable<FileView> {
    for (const file of this.files.values()) yield viewOf(file);
  }

  /** One document for one request. `undefined`: there is no such file. */
  open(uri: string): DocumentSnapshot | undefined {
    const file = this.files.get(uri);
    return (
      file &&
      new DocumentSnapshot(viewOf(file), new PositionedDocuments(this), this.checker.sourceFor(file, this.nearestConfiguration(file)))
    );
  }

  /** It stands in the workspace folder of the file, or in its project. */
  private nearestConfiguration({ uri, folders }: FileState): string | undefined {
    if (folders[0] === '') return undefined;
    const workspaceFolder = this.options.workspaceFolderOf?.(uri);
    const inside = folders.filter(folder => workspaceFolder === undefined || isWithin(folder, workspaceFolder));
    const files = inside.map(folder => `${folder}/${CONFIGURATION_FILE}`);
    return files.find(one => this.files.get(one)?.isDeleted === false) ?? files.at(-1);
  }

  readonly findingsWithFixes = (uri: string): readonly FindingWithFixes[] => this.open(uri)?.findings ?? [];

  /** What `text` would be found to be in place of the file's own, all other texts being as they are. Leaves no trace. */
  findingsFor(uri: string, text: string): readonly FindingWithFixes[] {
    const file = this.files.get(uri);
    return file ? this.checker.findingsFor(file, text) : [];
  }

  /** How many more errors all files together would have with `text` in place of the file's own. Leaves no trace. */
  errorsAdded(uri: string, text: string): number {
    const file = this.files.get(uri);
    return file ? this.checker.errorsAdded(file, text) : 0;
  }
}
