import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { editJson, editsSomething } from '../json/edit';
import type { JsonEdit } from '../json/jsonEdit';
import { findSpan } from '../json/find';
import type { PathLocation, Span } from '../json/path';
import { parseJsonTree, spanOf, type Node } from '../json/tree';
import type { TextChange } from '../json/textDraft';
import type { LocatedString } from '../model/scalar';
import type { FileView } from './fileState';

/** More places than these are looked up in a tree of the whole text. */
const FEW = 4;

/** One file prepared for turning places into ranges. */
export class PositionedDocument {
  readonly text: string;
  private readTree: Node | undefined;
  private found = 0;

  /** Its paths lead nowhere certain: it cannot be edited by them. */
  readonly isUnparsable: boolean;
  private readonly isStrict: boolean;

  /** `isStrict`: the text is strict JSON in which no key is defined twice. */
  constructor(
    readonly document: TextDocument,
    { isStrict, isUnparsable = false }: { readonly isStrict: boolean; readonly isUnparsable?: boolean },
  ) {
    this.text = document.getText();
    this.isStrict = isStrict;
    this.isUnparsable = isUnparsable;
  }

  span(place: PathLocation | Span): Span {
    if ('offset' in place) return place;
    return this.isStrict && !this.readTree && this.found++ < FEW ? findSpan(this.text, place) : spanOf(this.tree(), place);
  }

  /** What carries out edits by path: ascending, not overlapping. */
  changesOf(edits: readonly JsonEdit[]): TextChange[] {
    return editJson(this.text, edits, this.tree());
  }

  isChangedBy(edits: readonly JsonEdit[]): boolean {
    return editsSomething(this.text, this.tree(), edits);
  }

  range(place: PathLocation | Span): Range {
    const { offset, length } = this.span(place);
    return { start: this.document.positionAt(offset), end: this.document.positionAt(offset + length) };
  }

  /** The word of a string, without its quotes; of what the platform reads of it, where that is less. */
  wordRange({ path, text }: LocatedString): Range {
    const { offset, length } = this.span({ path });
    const isString = this.text.charAt(offset) === '"' && length >= 2;
    const start = isString ? offset + 1 : offset;
    const inside = isString ? length - 2 : length;
    const end = start + (this.text.startsWith(text, start) ? Math.min(text.length, inside) : inside);
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }

  /** Whether a name still stands at its place: in a text that is being typed, what was read before may be gone or moved. */
  holds(name: LocatedString): boolean {
    if (!this.isUnparsable) return true;
    const { start, end } = this.wordRange(name);
    return this.document.getText({ start, end }) === name.text;
  }

  private tree(): Node | undefined {
    return (this.readTree ??= parseJsonTree(this.text));
  }
}

/** Where files are: a workspace. */
interface Files {
  file(uri: string): FileView | undefined;
}

/** The files of one answer, each prepared once. Those of the answer before are taken over where their text is still the same. */
export class PositionedDocuments {
  private readonly files = new Map<string, PositionedDocument>();
  private readonly before: ReadonlyMap<string, PositionedDocument>;

  /** `documents`: those at hand, which know already where their lines begin. */
  constructor(
    private readonly workspace: Files,
    private readonly documents?: ReadonlyMap<string, TextDocument>,
    before?: PositionedDocuments,
  ) {
    this.before = before?.files ?? new Map<string, PositionedDocument>();
  }

  get(uri: string): PositionedDocument | undefined {
    let located = this.files.get(uri);
    if (located) return located;
    const file = this.workspace.file(uri);
    if (!file) return undefined;
    const known = this.before.get(uri);
    located = known?.text === file.text ? known : new PositionedDocument(this.documentOf(uri, file.text), file);
    this.files.set(uri, located);
    return located;
  }

  private documentOf(uri: string, text: string): TextDocument {
    const open = this.documents?.get(uri);
    return open?.getText() === text ? open : TextDocument.create(uri, 'json', 0, text);
  }
}
