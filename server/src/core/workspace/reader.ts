import { BEGINNING, MAX_FILE_SIZE, type Content, type Unread } from '../json/unread';
import { isStrict, readJson, type Reading } from '../json/value';
import { factsOnly } from '../model/factsOnly';
import { recognise, type Artifact, type Facts } from '../model/kinds';
import {
  ask,
  byKind,
  checkText,
  findings,
  type Checked,
  type OnCrash,
  type RulesByKind,
  type RulesOfKind,
  type Said,
} from '../rules/check';
import { RULES, TEXT_RULES } from '../rules/list';
import type { Related } from '../links/related';
import type { FileState } from './fileState';
import type { WorkspaceOptions } from './workspace';

/** What a text says, and what the rules on one file alone have to say of it. */
export interface Read {
  readonly text: string;
  readonly state: Reading['state'];
  readonly isStrict: boolean;
  readonly unread: Unread | undefined;
  /** Absent where the text cannot be read, or is none of ours. */
  readonly facts: Facts | undefined;
  /** What is wrong with it as JSON. */
  readonly syntax: readonly Checked[];
  readonly alone: readonly Said[];
}

const NOTHING: readonly never[] = [];

/** So many texts are kept for the case that the next file is a copy of one of them. */
const MOST_COPIES = 500;

/** Reads texts and asks the rules about them. */
export class Reader {
  private readonly rules: RulesByKind;
  /** The same definitions stand in the folders of many customers and stages: those with nothing to be said of are read once. */
  private readonly copies = new Map<string, Read>();

  constructor(private readonly options: WorkspaceOptions) {
    this.rules = byKind(options.rules ?? RULES);
  }

  /** `notRead`: why `whole` is only the beginning of what stands in the file. */
  read(uri: string, whole: string, notRead?: Unread): Read {
    const key = copyKeyOf(whole);
    const known = notRead ? undefined : this.copies.get(key);
    if (known?.text === whole) return known;
    const { text, unread } = keptOf({ text: whole, unread: notRead }, this.options.maxFileSize ?? MAX_FILE_SIZE);
    const { reading, artifact } = parse(text, unread);
    const syntax = this.syntaxOf(uri, text, { reading, artifact });
    const alone = artifact ? this.aloneOf(uri, artifact) : [];
    const read: Read = { text, state: reading.state, isStrict: isStrict(reading), unread, facts: artifact?.facts, syntax, alone };
    if (artifact && syntax.length + alone.length === 0) {
      if (this.copies.size === MOST_COPIES) this.copies.clear();
      this.copies.set(key, read);
    }
    return read;
  }

  /** No copies are expected any more. */
  forgetCopies(): void {
    this.copies.clear();
  }

  /** All that is to be said of a file. `related`: what it learns of the others; `undefined` where it is none of ours. */
  check(file: FileState, related: Related | undefined): readonly Checked[] {
    const { uri, facts } = file;
    const syntax = file.syntax ?? this.syntaxOf(uri, file.text, parse(file.text, file.unread));
    if (!facts || !related) return syntax;
    const artifact = factsOnly(facts, () => parse(file.verdictText).artifact!);
    const alone = file.alone ?? this.aloneOf(uri, artifact);
    const rules = this.rulesOf(artifact);
    const found = findings(rules, alone, ask(rules.together, artifact, related, this.onCrash(uri)), uri);
    return syntax.length > 0 ? [...syntax, ...found] : found;
  }

  private syntaxOf(uri: string, text: string, parsed: ReturnType<typeof parse>): readonly Checked[] {
    // Of strict JSON no rule on texts has anything to say.
    if (isStrict(parsed.reading)) return NOTHING;
    return checkText(TEXT_RULES, { ...parsed, text, uri }, this.options.syntaxErrors ?? false, this.onCrash(uri));
  }

  private aloneOf(uri: string, artifact: Artifact): readonly Said[] {
    return ask(this.rulesOf(artifact).alone, artifact, undefined, this.onCrash(uri));
  }

  private rulesOf({ kind, dialect }: Artifact): RulesOfKind {
    return this.rules.get(kind)!.get(dialect)!;
  }

  private onCrash(uri: string): OnCrash {
    return (rule, error) => this.options.onCrash?.(rule, uri, error);
  }
}

/** Under which a text is kept for its copies: texts of one length that begin alike are most often the same, and a whole one is long to hash. */
const copyKeyOf = (text: string): string => text.length + text.slice(0, 64);

function parse(text: string, unread?: Unread): { reading: Reading; artifact: Artifact | undefined } {
  if (unread) return { reading: { state: 'unread', unread }, artifact: undefined };
  const reading = readJson(text);
  return { reading, artifact: reading.state === 'whole' ? recognise(reading.value) : undefined };
}

/** What is kept of a content: all of it, or the beginning of what is not read or longer than `limit`. */
function keptOf({ text, unread }: { text: string; unread: Unread | undefined }, limit: number): Content {
  const why = unread ?? (text.length > limit ? { why: 'size' as const, size: text.length, limit } : undefined);
  return why ? { text: text.slice(0, BEGINNING), unread: why } : { text };
}
