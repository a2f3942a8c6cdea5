import type { Content } from '../json/fileContent';
import { isSameValue } from '../json/types';
import { withoutFixes, type Reported } from '../rules/engine/run';
import type { FindingWithFixes } from '../rules/engine/settle';
import { Checker } from './checker';
import { DependencyTracker } from './dependencyTracker';
import { DocumentAnalyzer } from './documentAnalyzer';
import { DocumentSnapshot } from './documentSnapshot';
import { newFileState, viewOf, type FileState, type FileView } from './fileState';
import { Folders } from './folders';
import type { WorkspaceOptions } from './options';
import { PositionedDocuments } from './positions';
import { isConfigurationFile, SettingsTracker } from './settingsTracker';
import { ShownFindings } from './shownFindings';

/**
 * Many files and what their findings are: the only mutable state of the core. Texts come in through `setOpenText`, `setDiskContent`
 * and `delete`; `update` checks what that concerned, and says of which files the findings may look different now.
 */
export class Workspace {
  private checks = 0;
  private readonly files = new Map<string, FileState>();
  private readonly folders = new Folders();
  private readonly dependencies = new DependencyTracker();
  private readonly shown = new ShownFindings();
  private readonly dirty = new Set<FileState>();
  private readonly settings: SettingsTracker;
  private readonly analyzer: DocumentAnalyzer;
  private readonly checker: Checker;

  constructor(private readonly options: WorkspaceOptions = {}) {
    this.analyzer = new DocumentAnalyzer(options);
    this.checker = new Checker(this.analyzer, this.dependencies);
    this.settings = new SettingsTracker(this.analyzer.ruleIds, options);
  }

  /** The work done so far: files checked, look-ups made, and the largest number of queries kept for one file. */
  get stats(): { readonly checks: number; readonly lookUps: number; readonly mostQueries: number } {
    return { checks: this.checks, ...this.dependencies.stats() };
  }

  /** The roots of the projects, as uris: in them look-ups end. */
  setRoots(roots: readonly string[]): void {
    this.folders.setRoots(roots.map(root => root.replace(/\/+$/, '')));
    // Files of one folder leave it together: what is known of a folder is known by one way to it.
    const moved = [...this.files.values()].filter(file => this.folders.rootOf(file.uri) !== file.folders.at(-1));
    for (const file of moved) this.concern(this.dependencies.remove(file));
    for (const file of moved) {
      file.folders = this.folders.chainOf(file.uri);
      this.concern([...this.dependencies.update(file, true), file]);
    }
    this.applySettings(moved);
  }

  /** The root of the project that a file belongs to. */
  readonly rootOf = (uri: string): string => this.folders.rootOf(uri);

  /** While files of a workspace folder have yet to come, a look-up that its own folder does not answer is unknown. */
  setComplete(root: string, complete: boolean): void {
    if (!this.dependencies.setComplete(root, complete)) return;
    this.settings.knownChanged();
    for (const file of this.files.values()) if (file.folders.at(-1) === root) this.concern([file]);
  }

  /** Whose findings are wanted may be different now: those of `uri`, or of any file. */
  updateReported(uri?: string): void {
    this.settings.knownChanged();
    const file = uri === undefined ? undefined : this.files.get(uri);
    for (const one of uri === undefined ? this.files.values() : file ? [file] : []) {
      if (!this.isReported(one)) this.drop(one);
      else if (one.isUnchecked) this.concern([one]);
    }
  }

  /** A file is gone from the disk, or has come back, while its document is open. */
  setDeleted(uri: string, isDeleted: boolean): void {
    const file = this.files.get(uri);
    if (!file || file.isDeleted === isDeleted) return;
    file.isDeleted = isDeleted;
    this.concern(this.dependencies.update(file, true));
    if (file.configuration) this.applySettings(this.settings.setDeleted(file, isDeleted, this.files.values()));
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
    const { current, verdict, facts } = this.analyzer.analyze(uri, content.text, content.skipped);
    const { text, skipped, state } = current;
    if (before?.current.text === text && skipped && before.current.skipped?.kind === skipped.kind) return;
    const keeps = typing && before?.facts !== undefined && (state === 'syntax-error' || state === 'too-deep');
    const folders = before?.folders ?? this.folders.chainOf(uri);
    const file = before ?? newFileState(uri, folders, current, this.settings.settingsFor(uri, folders));
    if (!before) this.files.set(uri, file);
    file.current = current;
    if (isConfigurationFile(uri)) this.applySettings(this.settings.read(file, typing, this.files.values()));
    if (keeps) {
      // What is reported on the text itself stands at its offsets, and goes with it.
      if (this.options.syntaxErrors || file.findings.some(({ at }) => 'offset' in at)) this.concern([file]);
      return;
    }
    this.shown.textChanged(uri, !before);
    this.concern([file]);
    file.verdict = verdict;
    const isSame = isSameValue(file.facts, facts);
    if (!isSame) file.facts = facts;
    this.concern(this.dependencies.update(file, !isSame));
  }

  delete(uri: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    this.concern(this.dependencies.remove(file));
    this.setReports(file, []);
    this.files.delete(uri);
    this.dirty.delete(file);
    this.shown.textChanged(uri);
    if (file.configuration) this.applySettings(this.settings.setDeleted(file, true, this.files.values()));
  }

  /**
   * Checks what the changes since the last call concern, or that part of it which `only` lets through, `atMost` so many.
   * The files whose findings, or the places of them and of their links, may have changed.
   */
  update({ only = () => true, atMost = Infinity }: { only?: (uri: string) => boolean; atMost?: number } = {}): Set<string> {
    const touched = this.shown.take(this.files, this.check(only, atMost), file => this.dirty.has(file));
    if (this.dirty.size === 0) {
      this.dependencies.forgetAnswers();
      this.analyzer.forgetCopies();
    }
    return touched;
  }

  private check(only: (uri: string) => boolean, atMost: number): readonly string[] {
    const checked: string[] = [];
    for (const file of this.dirty) {
      if (!only(file.uri)) continue;
      if (checked.length === atMost) break;
      checked.push(this.checkAgain(file));
    }
    if (this.dirty.size > 0) return checked;
    const isKnown = (file: FileState) => this.isReported(file) && !file.isUnchecked && this.dependencies.isComplete(file.folders);
    return [...checked, ...this.settings.updateUnused(this.files.values(), isKnown).map(file => this.checkAgain(file))];
  }

  /** What was decided about the rules is different now, for some files or for all. Nothing is read or checked again. */
  settingsChanged(concerns: (uri: string) => boolean = () => true): void {
    this.applySettings([...this.files.values()].filter(({ uri }) => concerns(uri)));
  }

  private applySettings(files: Iterable<FileState>): void {
    for (const file of files) {
      const before = file.settings;
      file.settings = this.settings.settingsFor(file.uri, file.folders);
      if (file.settings.isIgnored !== before.isIgnored) {
        this.concern(this.dependencies.update(file, true));
        this.updateReported(file.uri);
      } else if (file.reports.length > 0 && file.settings !== before) {
        this.setReports(file, file.reports);
        this.shown.changed(file.uri);
      }
    }
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
    return file && new DocumentSnapshot(viewOf(file), new PositionedDocuments(this), this.checker.sourceFor(file));
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

  private checkAgain(file: FileState): string {
    this.dirty.delete(file);
    file.isUnchecked = false;
    this.checks++;
    const lookup = this.dependencies.lookupForCheck(file, !this.options.once);
    const reports = this.checker.check(file, lookup);
    if (file.current.syntaxReports.length > 0) file.current.syntaxReports = 'recomputed';
    if (file.verdict.fileReports.length > 0) file.verdict.fileReports = 'recomputed';
    if (!this.options.once) this.dependencies.setQueries(file, lookup?.queries);
    this.setReports(file, reports);
    return file.uri;
  }

  /** These are to be checked again, if their findings are wanted. */
  private concern(files: Iterable<FileState>): void {
    for (const file of files) {
      if (this.isReported(file)) this.dirty.add(file);
      else file.isUnchecked = true;
    }
  }

  private isReported({ uri, settings }: FileState): boolean {
    return !settings.isIgnored && (this.options.isReported?.(uri) ?? true);
  }

  /** Nobody wants the findings of a file any more. */
  private drop(file: FileState): void {
    // What was to be published with the next check is published now.
    if (this.dirty.delete(file) || file.findings.length > 0) this.shown.textChanged(file.uri);
    file.isUnchecked = true;
    this.setReports(file, []);
    if (!this.options.once) this.dependencies.setQueries(file, undefined);
  }

  private setReports(file: FileState, reports: readonly Reported[]): void {
    if (file.reports.length + reports.length === 0) return;
    const { findings, usedAllows } = this.checker.settle(file, reports);
    this.settings.replaceUses(file, usedAllows);
    this.shown.set(file, findings);
    file.reports = reports.map(withoutFixes);
  }
}
