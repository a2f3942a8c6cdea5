import type { Facts } from '../model/kinds';
import { check, checkText, type Checked } from '../rules/check';
import { RULES, TEXT_RULES } from '../rules/list';
import type { Finding, Rule } from '../rules/rule';
import { FactIndex } from '../links/factIndex';
import { asNeighbour, isBroken, offeredBy, readArtifact, targetsOf, type FileState } from './fileState';
import { Folders } from './folders';
import { Lookup, type Memory, type Surroundings } from '../links/lookup';
import { CartridgeRelated, relatedOf } from '../links/related';

export interface WorkspaceOptions {
  readonly rules?: readonly Rule[];
  /** Report syntax errors of our files: not wanted where an editor does that itself. */
  readonly syntaxErrors?: boolean;
  /** Told of a rule that threw: its id, the file, the error. */
  readonly onCrash?: (rule: string, uri: string, error: unknown) => void;
}

/** A document as it stands now, with what has been found out about it. */
export interface FileView {
  readonly uri: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly facts: Facts | undefined;
  /** The text as it is cannot be read; findings are those of the last whole text. */
  readonly isBroken: boolean;
}

/**
 * Many files and what their findings are: the only mutable state of the core. Texts come in through `set` and `delete`;
 * `update` checks what that concerned, and says of which files the findings may look different now.
 */
export class Workspace {
  /** How many files have been checked since the beginning: what tests count. */
  checks = 0;

  private readonly files = new Map<string, FileState>();
  private readonly index = new FactIndex();
  private readonly folders = new Folders();
  private readonly incomplete = new Set<string>();
  private readonly dirty = new Set<string>();
  /** Files whose text changed, so that links into them may have moved. */
  private readonly moved = new Set<string>();
  /** Who has links into a file. */
  private readonly linkedFrom = new Map<string, Set<string>>();

  constructor(private readonly options: WorkspaceOptions = {}) {}

  /** The workspace folders as uris; files keep their findings only from `update` on. */
  setRoots(roots: readonly string[]): void {
    this.folders.setRoots(roots.map(root => root.replace(/\/+$/, '')));
    for (const file of this.files.values()) {
      this.index.offer(file.uri, file.folders, []);
      file.folders = this.folders.chainOf(file.uri);
      this.index.offer(file.uri, file.folders, offeredBy(file));
      this.dirty.add(file.uri);
    }
  }

  /** The workspace folder in which the look-ups of a file end. */
  rootOf(uri: string): string {
    return this.folders.rootOf(uri);
  }

  /** While files of a workspace folder have yet to come, a look-up that its own folder does not answer is unknown. */
  setComplete(root: string, complete: boolean): void {
    if (complete === !this.incomplete.has(root)) return;
    if (complete) this.incomplete.delete(root);
    else this.incomplete.add(root);
    for (const file of this.files.values()) if (file.folders.at(-1) === root) this.dirty.add(file.uri);
  }

  /**
   * The text of a file, new or changed. `typing`: somebody is at it; while the text cannot be read, the verdict on the last
   * one that could stands, for a half-typed entry loses the ones behind it.
   */
  set(uri: string, text: string, typing = false): void {
    const before = this.files.get(uri);
    if (before?.text === text && (typing || before.verdictText === text)) return;
    const { state, artifact } = readArtifact(text);
    const keeps = typing && before?.facts !== undefined && (state === 'broken' || state === 'too-deep');
    const file: FileState = before ?? {
      uri,
      text,
      verdictText: text,
      reading: state,
      facts: undefined,
      folders: this.folders.chainOf(uri),
      findings: [],
      pending: undefined,
    };
    this.files.set(uri, file);
    file.text = text;
    file.reading = state;
    if (keeps) {
      if (this.options.syntaxErrors) this.dirty.add(uri);
      return;
    }
    this.moved.add(uri);
    this.dirty.add(uri);
    file.verdictText = text;
    file.pending = artifact;
    this.setFacts(file, artifact?.facts);
  }

  /** The file is gone, and its findings with it. */
  delete(uri: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    this.markConcerned(file);
    this.index.offer(uri, file.folders, []);
    this.index.setQuestions(uri, undefined);
    this.setFindings(file, []);
    this.files.delete(uri);
    this.dirty.delete(uri);
    this.moved.add(uri);
  }

  /**
   * Checks what the changes since the last call concern, or that part of it which `only` lets through, `atMost` so many.
   * The files whose findings, or the places of them and of their links, may have changed.
   */
  update({ only = () => true, atMost = Infinity }: { only?: (uri: string) => boolean; atMost?: number } = {}): Set<string> {
    const touched = new Set<string>(this.moved);
    for (const uri of this.moved) for (const from of this.linkedFrom.get(uri) ?? []) touched.add(from);
    this.moved.clear();
    let left = atMost;
    const memory: Memory = new Map();
    for (const uri of this.dirty) {
      if (!only(uri)) continue;
      if (left-- <= 0) break;
      this.dirty.delete(uri);
      const file = this.files.get(uri);
      if (!file) continue;
      this.checks++;
      const lookup = this.lookupFor(file, memory);
      const checked = this.check(file, lookup);
      file.pending = undefined;
      this.index.setQuestions(uri, lookup?.questions);
      this.setFindings(
        file,
        checked.map(({ finding }) => finding),
      );
      touched.add(uri);
    }
    return touched;
  }

  file(uri: string): FileView | undefined {
    const file = this.files.get(uri);
    return file && this.view(file);
  }

  *allFiles(): Iterable<FileView> {
    for (const file of this.files.values()) yield this.view(file);
  }

  /** The findings of a file with the ways to mend them; none while it is broken. Leaves no trace. */
  checked(uri: string): readonly Checked[] {
    const file = this.files.get(uri);
    return file && !isBroken(file) ? this.check(file, this.lookupFor(file)) : [];
  }

  /** What `text` would be found to be in place of the file's own, the other files being as they are. Leaves no trace. */
  checkedAs(uri: string, text: string): readonly Checked[] {
    const file = this.files.get(uri);
    const { state, artifact } = readArtifact(text);
    if (!file || !artifact) return [];
    const draft: FileState = { ...file, text, verdictText: text, reading: state, facts: artifact.facts, pending: artifact };
    return this.check(draft, this.lookupFor(draft));
  }

  /** What a cartridge learns of the others. `undefined`: the file is no cartridge. */
  relatedOfCartridge(uri: string): CartridgeRelated | undefined {
    const file = this.files.get(uri);
    const self = file && asNeighbour(file);
    const related = self && relatedOf(new Lookup(this.surroundings, self.facts.dialect, self.folders, new Map()), self);
    return related instanceof CartridgeRelated ? related : undefined;
  }

  private check(file: FileState, lookup: Lookup | undefined): Checked[] {
    const syntax = checkText(TEXT_RULES, file.text, file.uri, this.options.syntaxErrors ?? false);
    const self = asNeighbour(file);
    if (!self || !lookup) return syntax;
    const artifact = file.pending ?? readArtifact(file.verdictText).artifact;
    if (!artifact) return syntax;
    const { rules = RULES, onCrash } = this.options;
    const found = check(rules, artifact, relatedOf(lookup, self), (rule, error) => onCrash?.(rule, file.uri, error));
    return [...syntax, ...found];
  }

  private lookupFor(file: FileState, memory: Memory = new Map()): Lookup | undefined {
    return file.facts && new Lookup(this.surroundings, file.facts.dialect, file.folders, memory);
  }

  private readonly surroundings: Surroundings = {
    index: this.index,
    neighbour: uri => {
      const file = this.files.get(uri);
      return file && asNeighbour(file);
    },
    isComplete: folders => !this.incomplete.has(folders.at(-1)!),
  };

  private setFacts(file: FileState, facts: Facts | undefined): void {
    const isSame = JSON.stringify(file.facts) === JSON.stringify(facts);
    if (!isSame) file.facts = facts;
    const keys = offeredBy(file);
    if (isSame && keys.length === this.index.keysOffered(file.uri).length) return;
    this.markConcerned(file);
    this.index.offer(file.uri, file.folders, keys);
    this.markConcerned(file);
  }

  /** Those that asked for what the file offers are to be checked again. */
  private markConcerned(file: FileState): void {
    for (const key of this.index.keysOffered(file.uri)) {
      for (const asker of this.index.concernedBy(key, file.folders)) this.dirty.add(asker);
    }
  }

  private setFindings(file: FileState, findings: readonly Finding[]): void {
    for (const target of targetsOf(file.findings)) {
      const from = this.linkedFrom.get(target);
      from?.delete(file.uri);
      if (from?.size === 0) this.linkedFrom.delete(target);
    }
    file.findings = findings;
    for (const target of targetsOf(findings)) {
      const from = this.linkedFrom.get(target);
      if (from) from.add(file.uri);
      else this.linkedFrom.set(target, new Set([file.uri]));
    }
  }

  private view(file: FileState): FileView {
    const { uri, text, findings, facts } = file;
    return { uri, text, findings, facts, isBroken: isBroken(file) };
  }
}
