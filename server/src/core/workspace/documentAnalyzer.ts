import type { Facts } from '../model/facts';
import type { ReadingSettings } from '../config/configurations';
import { SNIFF_BYTES, type Content, type SkipReason } from '../json/fileContent';
import { mapStrings } from '../json/mapStrings';
import type { JsonValue } from '../json/types';
import { isStrict, readJson } from '../json/value';
import type { CrossFileContext } from '../links/crossFileContext';
import { recognise, type Artifact } from '../model/kinds';
import { lazyArtifact } from '../model/lazyArtifact';
import { kindOfUnparsable } from '../model/unparsable';
import { RULES, TEXT_RULES } from '../rules';
import type { TextFile } from '../rules/engine/rule';
import { looksLikeDefinition } from '../vocabulary/detection';
import { markPlaceholders } from '../vocabulary/placeholders';
import { byKind, inOrder, RuleIds, RuleRunner, type Reported, type RulesByKind, type RulesOfKind } from '../rules/engine/run';
import type { Current, FileState, Verdict } from './fileState';
import type { WorkspaceOptions } from './options';
import { isConfigurationFile } from './projectRoot';

/** What a text says, and what the rules about one file report on it. */
interface Analysis {
  readonly reading: ReadingSettings;
  readonly current: Current & { readonly syntaxReports: readonly Reported[] };
  readonly verdict: Verdict & { readonly fileReports: readonly Reported[] };
  /** Absent where the text cannot be read, or is not a Private PaaS file. */
  readonly facts: Facts | undefined;
}

const NOTHING: readonly never[] = [];

/** So many texts are kept for the case that the next file is a copy of one of them. */
const MAX_COPIES = 500;

/** Reads texts and runs the rules on them. */
export class DocumentAnalyzer {
  private readonly rules: RulesByKind;
  private readonly ids: RuleIds;
  /** The rules that there are. */
  readonly ruleIds: readonly string[];
  /** The same definitions and configurations stand in the folders of many customers and stages: those with nothing to report are read once, and what is known of them is shared. */
  private readonly copies = new Map<string, Analysis>();

  constructor(private readonly options: WorkspaceOptions) {
    const rules = options.rules ?? RULES;
    this.rules = byKind(rules);
    const all = [...RULES, ...TEXT_RULES, ...rules];
    this.ruleIds = all.map(({ id }) => id);
    this.ids = new RuleIds(all);
  }

  /** `settings`: how the text is read. `reason`: why `whole` is only the beginning of what stands in the file. */
  analyze(uri: string, whole: string, settings: ReadingSettings, reason?: SkipReason): Analysis {
    const key = copyKeyOf(whole);
    const copy = reason ? undefined : this.copies.get(key);
    if (copy?.current.text === whole && copy.reading === settings) return copy;
    const { text, skipped } = contentOf({ text: whole, skipped: reason }, this.maxFileSize(uri, settings));
    const parsed = parse(text, settings, skipped);
    const { reading, artifact, looksLike } = parsed;
    const syntaxReports = this.syntaxReports(uri, text, parsed);
    const fileReports = artifact ? this.fileReports(uri, artifact) : NOTHING;
    const analysis: Analysis = {
      reading: settings,
      current: { text, state: reading.state, isStrict: isStrict(reading), skipped, looksLike, syntaxReports },
      verdict: { text, fileReports },
      facts: artifact?.facts,
    };
    if ((artifact || isConfigurationFile(uri)) && syntaxReports.length + fileReports.length === 0) {
      if (this.copies.size === MAX_COPIES) this.copies.clear();
      this.copies.set(key, analysis);
    }
    return analysis;
  }

  /** In bytes: the limit for a file. The one that holds for all does not hold for configurations. */
  maxFileSize(uri: string, settings: ReadingSettings): number {
    return isConfigurationFile(uri) ? settings.maxFileSize : (this.options.maxFileSize ?? settings.maxFileSize);
  }

  /** No copies are expected any more. */
  forgetCopies(): void {
    this.copies.clear();
  }

  /** Everything that the rules report on a file. `context`: what it learns of the others; `undefined` where it is not a Private PaaS file. */
  check({ uri, current, verdict, facts, configuration, settings }: FileState, context: CrossFileContext | undefined): readonly Reported[] {
    const syntaxReports = this.syntaxReportsOf({ uri, current, configuration, settings });
    if (!facts || !context) return syntaxReports;
    const artifact = lazilyRead(facts, verdict.text, settings.reading);
    const fileReports = verdict.fileReports === 'recomputed' ? this.fileReports(uri, artifact) : verdict.fileReports;
    const rules = this.rulesFor(artifact);
    const reports = inOrder(rules, fileReports, this.runner(uri).workspace(rules.workspaceRules, artifact, context));
    return syntaxReports.length > 0 ? [...syntaxReports, ...reports] : reports;
  }

  /** What is wrong with the text of a file as JSON. */
  syntaxReportsOf({
    uri,
    current,
    configuration,
    settings,
  }: Pick<FileState, 'uri' | 'current' | 'configuration' | 'settings'>): readonly Reported[] {
    const { syntaxReports, text, skipped } = current;
    if (configuration && configuration.problems.length + configuration.unusedAllows.length > 0)
      return this.syntaxReports(uri, text, { ...parse(text, settings.reading, skipped), configuration });
    return syntaxReports === 'recomputed' ? this.syntaxReports(uri, text, parse(text, settings.reading, skipped)) : syntaxReports;
  }

  /** The meaning of the last text that could be read. */
  artifactOf({ facts, verdict, settings }: FileState): Artifact | undefined {
    return facts && lazilyRead(facts, verdict.text, settings.reading);
  }

  private syntaxReports(uri: string, text: string, parsed: Omit<TextFile, 'uri' | 'text'>): readonly Reported[] {
    // On strict JSON no rule on texts has anything to report.
    if (isStrict(parsed.reading) && !parsed.configuration) return NOTHING;
    return this.runner(uri).text(TEXT_RULES, { ...parsed, text, uri }, this.options.syntaxErrors ?? false);
  }

  private fileReports(uri: string, artifact: Artifact): readonly Reported[] {
    return this.runner(uri).file(this.rulesFor(artifact).fileRules, artifact);
  }

  private rulesFor({ kind, dialect }: Artifact): RulesOfKind {
    return this.rules[kind][dialect];
  }

  private runner(uri: string): RuleRunner {
    return new RuleRunner(this.ids, (rule, error) => this.options.onCrash?.(rule, uri, error));
  }
}

/** Of most files the facts are enough; the text is read again where they are not. */
const lazilyRead = (facts: Facts, text: string, settings: ReadingSettings): Artifact =>
  lazyArtifact(facts, () => parse(text, settings).artifact!);

/** Under which a text is kept for its copies: texts of one length that begin alike are most often the same, and a whole one is long to hash. */
const copyKeyOf = (text: string): string => text.length + text.slice(0, 64);

function parse(text: string, settings: ReadingSettings, skipped?: SkipReason): Pick<TextFile, 'reading' | 'artifact' | 'looksLike'> {
  // A key that nothing else has: it may be a definition, of which not enough is here.
  const sign = () => (looksLikeDefinition(text) ? 'any' : undefined);
  if (skipped) return { reading: { state: 'skipped', skipped }, artifact: undefined, looksLike: sign() };
  const reading = readJson(text);
  if (reading.state === 'parsed') return { reading, artifact: artifactIn(reading.value, settings), looksLike: undefined };
  const kind = reading.state === 'syntax-error' ? kindOfUnparsable(text) : undefined;
  return { reading, artifact: undefined, looksLike: kind ?? sign() };
}

const artifactIn = (value: JsonValue, { placeholders, dialect }: ReadingSettings): Artifact | undefined =>
  recognise(placeholders.length === 0 ? value : mapStrings(value, text => markPlaceholders(text, placeholders)), dialect);

/** What is kept of a content: all of it, or the beginning of what is not read or longer than `limit`. */
function contentOf({ text, skipped }: { text: string; skipped: SkipReason | undefined }, limit: number): Content {
  const reason = skipped ?? (text.length > limit ? { kind: 'size' as const, size: text.length, limit } : undefined);
  return reason ? { text: text.slice(0, SNIFF_BYTES), skipped: reason } : { text };
}
