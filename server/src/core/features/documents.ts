import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { editJson, editsSomething, type JsonEdit } from '../json/edit';
import { findSpan } from '../json/find';
import type { Place, Span } from '../json/path';
import { parseJsonTree, spanOf, type Node } from '../json/tree';
import type { TextChange } from '../json/textDraft';
import type { Workspace } from '../workspace/workspace';

/** More places than these are looked up in a tree of the whole text. */
const FEW = 4;

/** One file prepared for turning places into ranges. */
export class Located {
  readonly text: string;
  private readTree: Node | undefined;
  private found = 0;

  /** `isStrict`: the text is strict JSON in which no key stands twice. */
  constructor(
    readonly document: TextDocument,
    private readonly isStrict: boolean,
  ) {
    this.text = document.getText();
  }

  span(place: Place | Span): Span {
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

  range(place: Place | Span): Range {
    const { offset, length } = this.span(place);
    return { start: this.document.positionAt(offset), end: this.document.positionAt(offset + length) };
  }

  private tree(): Node | undefined {
    return (this.readTree ??= parseJsonTree(this.text));
  }
}

/** The files of one answer, each prepared once. Those of the answer before are taken over where their text is still the same. */
export class LocatedFiles {
  private readonly files = new Map<string, Located>();
  private readonly before: ReadonlyMap<string, Located>;

  /** `documents`: those at hand, which know already where their lines begin. */
  constructor(
    private readonly workspace: Workspace,
    private readonly documents?: ReadonlyMap<string, TextDocument>,
    before?: LocatedFiles,
  ) {
    this.before = before?.files ?? new Map<string, Located>();
  }

  get(uri: string): Located | undefined {
    let located = this.files.get(uri);
    if (located) return located;
    const file = this.workspace.file(uri);
    if (!file) return undefined;
    const known = this.before.get(uri);
    located = known?.text === file.text ? known : new Located(this.documentOf(uri, file.text), file.isStrict);
    this.files.set(uri, located);
    return located;
  }

  private documentOf(uri: string, text: string): TextDocument {
    const open = this.documents?.get(uri);
    return open?.getText() === text ? open : TextDocument.create(uri, 'json', 0, text);
  }
}
