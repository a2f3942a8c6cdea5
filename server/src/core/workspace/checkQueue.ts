import { withoutFixes, type Reported } from '../rules/engine/run';
import type { Checker } from './checker';
import type { DependencyTracker } from './dependencyTracker';
import type { FileState } from './fileState';
import type { WorkspaceOptions } from './options';
import type { SettingsTracker } from './settingsTracker';
import type { ShownFindings } from './shownFindings';

interface CheckQueueContext {
  readonly options: WorkspaceOptions;
  readonly dependencies: DependencyTracker;
  readonly checker: Checker;
  readonly settings: SettingsTracker;
  readonly shown: ShownFindings;
}

/** The files that wait for a check, and what a check does to them. */
export class CheckQueue {
  /** So many checks were made so far. */
  checks = 0;
  private readonly waiting = new Set<FileState>();

  constructor(private readonly context: CheckQueueContext) {}

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  readonly has = (file: FileState): boolean => this.waiting.has(file);

  readonly isReported = ({ uri, settings }: FileState): boolean => !settings.isIgnored && (this.context.options.isReported?.(uri) ?? true);

  /** These are to be checked again, if their findings are wanted. */
  add(files: Iterable<FileState>): void {
    for (const file of files) {
      if (this.isReported(file)) this.waiting.add(file);
      else file.isUnchecked = true;
    }
  }

  /** Nobody wants the findings of a file any more. */
  drop(file: FileState): void {
    const { options, dependencies, shown } = this.context;
    // What was to be published with the next check is published now.
    if (this.waiting.delete(file) || file.findings.length > 0) shown.textChanged(file.uri);
    file.isUnchecked = true;
    this.setReports(file, []);
    if (!options.once) dependencies.setQueries(file, undefined);
  }

  /** A file is gone. */
  remove(file: FileState): void {
    this.setReports(file, []);
    this.waiting.delete(file);
  }

  /**
   * Checks what waits, or that part of it which `only` lets through, `atMost` so many; the files that were checked. `files`: all that
   * there are.
   */
  run(only: (uri: string) => boolean, atMost: number, files: () => Iterable<FileState>): readonly string[] {
    const { settings, dependencies } = this.context;
    const checked: string[] = [];
    for (const file of this.waiting) {
      if (!only(file.uri)) continue;
      if (checked.length === atMost) break;
      checked.push(this.check(file));
    }
    if (!this.isEmpty) return checked;
    const isKnown = (file: FileState) => this.isReported(file) && !file.isUnchecked && dependencies.isComplete(file.folders);
    return [...checked, ...settings.updateUnused(files(), isKnown).map(file => this.check(file))];
  }

  private check(file: FileState): string {
    const { options, dependencies, checker } = this.context;
    this.waiting.delete(file);
    file.isUnchecked = false;
    this.checks++;
    const lookup = dependencies.lookupForCheck(file, !options.once);
    const reports = checker.check(file, lookup);
    if (file.current.syntaxReports.length > 0) file.current.syntaxReports = 'recomputed';
    if (file.verdict.fileReports.length > 0) file.verdict.fileReports = 'recomputed';
    if (!options.once) dependencies.setQueries(file, lookup?.queries);
    this.setReports(file, reports);
    return file.uri;
  }

  /** Other settings hold for a file than before: what rules have reported on it is settled again. */
  settleAgain(file: FileState): void {
    if (file.reports.length === 0) return;
    this.setReports(file, file.reports);
    this.context.shown.changed(file.uri);
  }

  private setReports(file: FileState, reports: readonly Reported[]): void {
    if (file.reports.length + reports.length === 0) return;
    const { checker, settings, shown } = this.context;
    const { findings, usedAllows } = checker.settle(file, reports);
    settings.replaceUses(file, usedAllows);
    shown.set(file, findings);
    file.reports = reports.map(withoutFixes);
  }
}
