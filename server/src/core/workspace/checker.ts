import type { Allow } from '../config/configurations';
import type { Facts } from '../model/facts';
import { contextOf, type CrossFileContext } from '../links/crossFileContext';
import type { LinkedFile } from '../links/linkedFile';
import type { Lookup } from '../links/lookup';
import type { Reported } from '../rules/engine/run';
import { countErrors, settle, withFixesNow, type FindingWithFixes, type Settled } from '../rules/engine/settle';
import type { DependencyTracker } from './dependencyTracker';
import type { DocumentAnalyzer } from './documentAnalyzer';
import type { SnapshotSource } from './documentSnapshot';
import { isUnparsable, type FileState } from './fileState';

/** Checks single files, as they are or as they would be. It changes nothing. */
export class Checker {
  constructor(
    private readonly analyzer: DocumentAnalyzer,
    private readonly dependencies: DependencyTracker,
  ) {}

  /** Everything that rules report. `lookup`: `undefined` for a file that is not a Private PaaS file. */
  check(file: FileState, lookup: Lookup | undefined): readonly Reported[] {
    return this.analyzer.check(file, contextFor(file, lookup));
  }

  /** What the settings leave of some reports. */
  settle({ uri, settings }: FileState, reports: readonly Reported[]): Settled<Allow> {
    return settle(reports, settings, uri);
  }

  /** The findings of a file with the ways to fix them. While its text cannot be read, there are none but those of the text itself. */
  findingsWithFixes(file: FileState): readonly FindingWithFixes[] {
    return this.settle(file, isUnparsable(file) ? this.reportsOfUnparsable(file) : this.check(file, this.dependencies.lookupFor(file)))
      .findings;
  }

  private reportsOfUnparsable(file: FileState): readonly Reported[] {
    return [...this.analyzer.syntaxReportsOf(file), ...file.reports.filter(({ rule }) => rule.scope !== 'text')];
  }

  /** What `text` would be found to be in place of the file's own, all other texts being as they are. */
  findingsFor(file: FileState, text: string): readonly FindingWithFixes[] {
    const analysis = this.analyzer.analyze(file.uri, text, file.settings.reading);
    if (!analysis.facts) return [];
    const draft: FileState = { ...file, ...analysis };
    // The fixes are computed before the others see the file as it is again.
    return this.dependencies.suppose(file, analysis.facts, () =>
      this.settle(draft, this.check(draft, this.dependencies.lookupFor(draft))).findings.map(withFixesNow),
    );
  }

  /** How many more errors all files together would have with `text` in place of the file's own. */
  errorsAdded(file: FileState, text: string): number {
    const countIn = (files: ReadonlySet<FileState>) => [...files].reduce((sum, one) => sum + countErrors(this.findingsWithFixes(one)), 0);
    const { facts } = this.analyzer.analyze(file.uri, text, file.settings.reading);
    const [others, then] = this.dependencies.suppose(file, facts, all => [all, countIn(all)] as const);
    return then + countErrors(this.findingsFor(file, text)) - countIn(others.add(file));
  }

  /** For a look at a file, after which nothing is checked again. */
  sourceFor(file: FileState, nearestConfiguration: string | undefined): SnapshotSource {
    return {
      nearestConfiguration,
      artifact: () => this.analyzer.artifactOf(file),
      context: () => contextFor(file, this.dependencies.lookupFor(file)),
      findings: () => this.findingsWithFixes(file),
    };
  }
}

/** What a file learns of the others; `undefined` where it is not a Private PaaS file, and looks nothing up. */
const contextFor = (file: FileState, lookup: Lookup | undefined): CrossFileContext | undefined =>
  lookup && hasFacts(file) ? contextOf(lookup, file) : undefined;

const hasFacts = (file: FileState): file is FileState & LinkedFile<Facts> => file.facts !== undefined;
