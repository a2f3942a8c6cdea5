import type { Unread } from '../json/unread';
import { isSameValue } from '../json/types';
import type { Lookup, Neighbour } from '../links/lookup';
import { relatedOf, type CartridgeRelated } from '../links/related';
import type { Facts } from '../model/kinds';
import { countErrors, withFixesNow, withoutFixes, type Checked } from '../rules/check';
import type { Finding, Rule } from '../rules/rule';
import { BackLinks } from './backLinks';
import { Exchange } from './exchange';
import { isBroken, newFileState, viewOf, type FileState, type FileView } from './fileState';
import { Folders } from './folders';
import { Reader } from './reader';

export interface WorkspaceOptions {
  readonly rules?: readonly Rule[];
  /** Report syntax errors of our files: not wanted where an editor does that itself. */
  readonly syntaxErrors?: boolean;
  /** Whose findings are wanted. The others are read, so that these find them, and not checked. Absent: those of all. */
  readonly isReported?: (uri: string) => boolean;
  /** Longer texts are not read; in bytes, or in UTF-16 code units of a text that is here already. */
  readonly maxFileSize?: number;
  /** No text changes any more once it is checked: what a verdict rests on is not written down for the case that another file changes. */
  readonly once?: boolean;
  /** Told of a rule that threw: its id, the file, the error. */
  readonly onCrash?: (rule: string, uri: string, error: unknown) => void;
}

/**
 * Many files and what their findings are: the only mutable state of the core. Texts come in through `set` and `delete`;
 * `update` checks what that concerned, and says of which files the findings may look different now.
 */
export class Workspace {
  /** How many files have been checked since the beginning: what tests count. */
  checks = 0;

  private readonly files = new Map<string, FileState>();
  private readonly folders = new Folders();
  private readonly exchange = new Exchange();
  private readonly backLinks = new BackLinks();
  private readonly dirty = new Set<FileState>();
  /** Files whose text changed, so that links into them may have moved. */
  private readonly moved = new Set<string>();
  private readonly reader: Reader;

  constructor(private readonly options: WorkspaceOptions = {}) {
    this.reader = new Reader(options);
  }

  /** The roots of the projects, as uris: in them look-ups end. */
  setRoots(roots: readonly string[]): void {
    this.folders.setRoots(roots.map(root => root.replace(/\/+$/, '')));
    // Files of one folder leave it together: what is known of a folder is known by one way to it.
    const moved = [...this.files.values()].filter(file => this.folders.rootOf(file.uri) !== file.folders.at(-1));
    for (const file of moved) this.concern(this.exchange.withdraw(file));
    for (const file of moved) {
      file.folders = this.folders.chainOf(file.uri);
      this.concern(this.exchange.tell(file, true));
      this.concern([file]);
    }
  }

  /** The root of the project that a file belongs to. */
  rootOf(uri: string): string {
    return this.folders.rootOf(uri);
  }

  /** While files of a workspace folder have yet to come, a look-up that its own folder does not answer is unknown. */
  setComplete(root: string, complete: boolean): void {
    if (!this.exchange.setComplete(root, complete)) return;
    for (const file of this.files.values()) if (file.folders.at(-1) === root) this.concern([file]);
  }

  /** Whose findings are wanted may be different now: those of `uri`, or of any file. */
  updateReported(uri?: string): void {
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
    this.concern(this.exchange.tell(file, true));
  }

  /**
   * The text of a file, new or changed. `typing`: somebody is at it; while the text cannot be read, the verdict on the last
   * one that could stands, for a half-typed entry loses the ones behind it. `notRead`: why `text` is only its beginning.
   */
  set(uri: string, whole: string, typing = false, notRead?: Unread): void {
    const before = this.files.get(uri);
    if (!notRead && before?.text === whole && !before.unread && (typing || before.verdictText === whole)) return;
    const { text, unread, state, isStrict, facts, syntax, alone } = this.reader.read(uri, whole, notRead);
    if (before?.text === text && unread && before.unread?.why === unread.why) return;
    const keeps = typing && before?.facts !== undefined && (state === 'broken' || state === 'too-deep');
    const file = before ?? newFileState(uri, text, this.folders.chainOf(uri));
    if (!before) this.files.set(uri, file);
    file.text = text;
    file.state = state;
    file.isStrict = isStrict;
    file.unread = unread;
    file.syntax = syntax;
    if (keeps) {
      // What is said of the text itself stands at its offsets, and goes with it.
      if (this.options.syntaxErrors || file.findings.some(({ at }) => 'offset' in at)) this.concern([file]);
      return;
    }
    // A new one is told of once it is checked, and nothing leads to it yet, unless it has come back.
    if (before || this.backLinks.leadTo(uri)) this.moved.add(uri);
    this.concern([file]);
    file.verdictText = text;
    file.alone = alone;
    this.setFacts(file, facts);
  }

  /** The file is gone, and its findings with it. */
  delete(uri: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    this.concern(this.exchange.withdraw(file));
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
    const touched = new Set<string>();
    const moved = [...this.moved];
    this.moved.clear();
    let left = atMost;
    for (const file of this.dirty) {
      if (!only(file.uri)) continue;
      if (left-- <= 0) break;
      this.dirty.delete(file);
      file.isUnchecked = false;
      this.checks++;
      const lookup = this.exchange.lookupForCheck(file, !this.options.once);
      const checked = this.check(file, lookup);
      if (file.syntax?.length) file.syntax = undefined;
      if (file.alone?.length) file.alone = undefined;
      if (!this.options.once) this.exchange.setQuestions(file, lookup?.questions);
      this.setFindings(
        file,
        checked.map(({ finding }) => finding),
      );
      touched.add(file.uri);
    }
    for (const uri of moved) {
      for (const from of this.backLinks.into(uri)) touched.add(from);
      const file = this.files.get(uri);
      // One that is still to be checked is told then: what was found in its former text stands nowhere in the new one.
      if (!file || !this.dirty.has(file)) touched.add(uri);
    }
    if (this.dirty.size === 0) {
      this.exchange.forgetAnswers();
      this.reader.forgetCopies();
    }
    return touched;
  }

  file(uri: string): FileView | undefined {
    const file = this.files.get(uri);
    return file && viewOf(file);
  }

  *allFiles(): Iterable<FileView> {
    for (const file of this.files.values()) yield viewOf(file);
  }

  /** The findings of a file with the ways to mend them, of which there are none while it is broken. */
  checked(uri: string): readonly Checked[] {
    const file = this.files.get(uri);
    if (!file) return [];
    return isBroken(file) ? file.findings.map(withoutFixes) : this.check(file, this.exchange.lookupFor(file));
  }

  /** What `text` would be found to be in place of the file's own, all other texts being as they are. Leaves no trace. */
  checkedAs(uri: string, text: string): readonly Checked[] {
    const file = this.files.get(uri);
    const read = this.reader.read(uri, text);
    if (!file || !read.facts) return [];
    const draft: FileState = { ...file, ...read, verdictText: text };
    // The fixes are worked out before the others see the file as it is again.
    return this.exchange.suppose(file, read.facts, () => this.check(draft, this.exchange.lookupFor(draft)).map(withFixesNow));
  }

  /** How many more errors all files together would have with `text` in place of the file's own. Leaves no trace. */
  errorsAdded(uri: string, text: string): number {
    const file = this.files.get(uri);
    if (!file) return 0;
    const countIn = (files: ReadonlySet<FileState>) => [...files].reduce((sum, one) => sum + countErrors(this.checked(one.uri)), 0);
    const [others, there] = this.exchange.suppose(file, this.reader.read(uri, text).facts, all => [all, countIn(all)] as const);
    return there + countErrors(this.checkedAs(uri, text)) - countIn(others.add(file));
  }

  /** What a cartridge learns of the others. `undefined`: the file is no cartridge. */
  relatedOfCartridge(uri: string): CartridgeRelated | undefined {
    const file = this.files.get(uri);
    if (file?.facts?.kind !== 'cartridge') return undefined;
    return relatedOf(this.exchange.lookupFor(file)!, file as Neighbour) as CartridgeRelated;
  }

  private check(file: FileState, lookup: Lookup | undefined): readonly Checked[] {
    return this.reader.check(file, lookup && relatedOf(lookup, file as Neighbour<Facts>));
  }

  private setFacts(file: FileState, facts: Facts | undefined): void {
    const isSame = isSameValue(file.facts, facts);
    if (!isSame) file.facts = facts;
    this.concern(this.exchange.tell(file, !isSame));
  }

  /** These are to be checked again, if their findings are wanted. */
  private concern(files: Iterable<FileState>): void {
    for (const file of files) {
      if (this.isReported(file)) this.dirty.add(file);
      else file.isUnchecked = true;
    }
  }

  private isReported({ uri }: FileState): boolean {
    return this.options.isReported?.(uri) ?? true;
  }

  /** Nobody wants the findings of a file any more. */
  private drop(file: FileState): void {
    // What was to be told with the next check is told now.
    if (this.dirty.delete(file) || file.findings.length > 0) this.moved.add(file.uri);
    file.isUnchecked = true;
    this.setFindings(file, []);
    if (!this.options.once) this.exchange.setQuestions(file, undefined);
  }

  private setFindings(file: FileState, findings: readonly Finding[]): void {
    if (file.findings.length + findings.length > 0) this.backLinks.replace(file.uri, file.findings, findings);
    file.findings = findings;
  }
}
