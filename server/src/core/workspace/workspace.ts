import type { Facts } from '../model/kinds';
import { byKind, check, checkText, type Checked, type RulesByKind } from '../rules/check';
import { RULES, TEXT_RULES } from '../rules/list';
import type { Finding, Rule } from '../rules/rule';
import { FactIndex } from '../links/factIndex';
import { MAX_FILE_SIZE, type Unread } from '../json/unread';
import { isBroken, keptOf, offeredBy, read, targetsOf, type FileState } from './fileState';
import type { FolderChain } from '../links/folderChain';
import { Folders } from './folders';
import { Lookup, type Memory, type Neighbour } from '../links/lookup';
import { CartridgeRelated, relatedOf } from '../links/related';

export interface WorkspaceOptions {
  readonly rules?: readonly Rule[];
  /** Report syntax errors of our files: not wanted where an editor does that itself. */
  readonly syntaxErrors?: boolean;
  /** Longer texts are not read; in bytes, or in UTF-16 code units of a text that is here already. */
  readonly maxFileSize?: number;
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
  /** Why it is not read; `text` is only its beginning then. */
  readonly unread: Unread | undefined;
}

/**
 * Many files and what their findings are: the only mutable state of the core. Texts come in through `set` and `delete`;
 * `update` checks what that concerned, and says of which files the findings may look different now.
 */
export class Workspace {
  /** How many files have been checked since the beginning: what tests count. */
  checks = 0;

  private readonly files = new Map<string, FileState>();
  private readonly index = new FactIndex<FileState>();
  private readonly folders = new Folders();
  private readonly incomplete = new Set<string>();
  private readonly dirty = new Set<FileState>();
  /** What look-ups have found out since the last change, for the checks that are still to come. */
  private memory: Memory = new Map();
  /** Files whose text changed, so that links into them may have moved. */
  private readonly moved = new Set<string>();
  /** Who has links into a file. */
  private readonly linkedFrom = new Map<string, Set<string>>();

  private readonly rules: RulesByKind;

  constructor(private readonly options: WorkspaceOptions = {}) {
    this.rules = byKind(options.rules ?? RULES);
  }

  /** The workspace folders as uris; files keep their findings only from `update` on. */
  setRoots(roots: readonly string[]): void {
    this.folders.setRoots(roots.map(root => root.replace(/\/+$/, '')));
    for (const file of this.files.values()) {
      this.index.offer(file, []);
      this.index.setQuestions(file, undefined);
      file.folders = this.folders.chainOf(file.uri);
      this.index.offer(file, offeredBy(file));
      this.dirty.add(file);
    }
    this.memory.clear();
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
    for (const file of this.files.values()) if (file.folders.at(-1) === root) this.dirty.add(file);
    this.memory.clear();
  }

  /**
   * The text of a file, new or changed. `typing`: somebody is at it; while the text cannot be read, the verdict on the last
   * one that could stands, for a half-typed entry loses the ones behind it. `notRead`: why `text` is only its beginning.
   */
  set(uri: string, whole: string, typing = false, notRead?: Unread): void {
    const { text, unread } = keptOf({ text: whole, unread: notRead }, this.options.maxFileSize ?? MAX_FILE_SIZE);
    const before = this.files.get(uri);
    if (before?.text === text && before.unread?.why === unread?.why && (typing || before.verdictText === text)) return;
    const pending = read(text, unread);
    const { state } = pending.reading;
    const keeps = typing && before?.facts !== undefined && (state === 'broken' || state === 'too-deep');
    const file = before ?? this.newFile(uri, text);
    file.text = text;
    file.state = state;
    file.unread = unread;
    if (keeps) {
      if (this.options.syntaxErrors) this.dirty.add(file);
      return;
    }
    this.moved.add(uri);
    this.dirty.add(file);
    file.verdictText = text;
    file.pending = typing ? pending : undefined;
    this.setFacts(file, pending.artifact?.facts);
  }

  private newFile(uri: string, text: string): FileState {
    const file: FileState = {
      uri,
      text,
      verdictText: text,
      state: 'empty',
      unread: undefined,
      facts: undefined,
      folders: this.folders.chainOf(uri),
      findings: [],
      pending: undefined,
    };
    this.files.set(uri, file);
    return file;
  }

  /** The file is gone, and its findings with it. */
  delete(uri: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    this.setKeys(file, []);
    this.index.setQuestions(file, undefined);
    this.setFindings(file, []);
    this.files.delete(uri);
    this.dirty.delete(file);
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
    for (const file of this.dirty) {
      if (!only(file.uri)) continue;
      if (left-- <= 0) break;
      this.dirty.delete(file);
      this.checks++;
      const lookup = this.lookupFor(file, this.memory);
      const checked = this.check(file, lookup);
      file.pending = undefined;
      this.index.setQuestions(file, lookup?.questions);
      this.setFindings(
        file,
        checked.map(({ finding }) => finding),
      );
      touched.add(file.uri);
    }
    if (this.dirty.size === 0) this.memory.clear();
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
    const pending = read(text);
    if (!file || !pending.artifact) return [];
    const { facts } = pending.artifact;
    const draft: FileState = { ...file, text, verdictText: text, state: pending.reading.state, facts, pending };
    return this.check(draft, this.lookupFor(draft));
  }

  /** What a cartridge learns of the others. `undefined`: the file is no cartridge. */
  relatedOfCartridge(uri: string): CartridgeRelated | undefined {
    const file = this.files.get(uri);
    if (file?.facts?.kind !== 'cartridge') return undefined;
    return relatedOf(this.lookupFor(file)!, file as Neighbour) as CartridgeRelated;
  }

  private check(file: FileState, lookup: Lookup | undefined): Checked[] {
    const verdict = file.pending ?? read(file.verdictText, file.unread);
    const current = file.text === file.verdictText ? verdict : read(file.text, file.unread);
    const syntax = checkText(TEXT_RULES, { ...current, text: file.text, uri: file.uri }, this.options.syntaxErrors ?? false);
    if (!verdict.artifact || !lookup) return syntax;
    const related = relatedOf(lookup, file as Neighbour<Facts>);
    const found = check(this.rules, verdict.artifact, related, (rule, error) => this.options.onCrash?.(rule, file.uri, error));
    return syntax.length > 0 ? [...syntax, ...found] : found;
  }

  private lookupFor(file: FileState, memory: Memory = new Map()): Lookup | undefined {
    return file.facts && new Lookup(this.surroundings, file.facts.dialect, file.folders, memory);
  }

  private readonly surroundings = {
    index: this.index,
    isComplete: (folders: FolderChain) => !this.incomplete.has(folders.at(-1)!),
  };

  private setFacts(file: FileState, facts: Facts | undefined): void {
    const isSame = file.facts && facts ? JSON.stringify(file.facts) === JSON.stringify(facts) : file.facts === facts;
    if (!isSame) file.facts = facts;
    const keys = offeredBy(file);
    const before = this.index.keysOffered(file);
    if (isSame && keys.length === before.length && keys.every((key, i) => key === before[i])) return;
    this.setKeys(file, keys);
  }

  /** What a file offers has changed, or what it says under its keys: those that this concerns are to be checked again. */
  private setKeys(file: FileState, keys: readonly string[]): void {
    this.memory.clear();
    const before = this.index.keysOffered(file);
    for (const key of new Set([...before, ...keys])) {
      const stays = before.includes(key) && keys.includes(key);
      const concerned = stays ? this.index.lookingAt(key, file.folders) : this.index.askingFor(key, file.folders);
      for (const asker of concerned) this.dirty.add(asker);
    }
    this.index.offer(file, keys);
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
    const { uri, text, findings, facts, unread } = file;
    return { uri, text, findings, facts, unread, isBroken: isBroken(file) };
  }
}
