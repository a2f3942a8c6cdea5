import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { editJson, type JsonEdit } from '../json/edit';
import type { Place, Span } from '../json/path';
import { parseJsonTree, spanOf, type Node } from '../json/tree';
import type { TextChange } from '../json/textDraft';
import type { Workspace } from '../workspace/workspace';

/** One file prepared for turning places into ranges. The tree is made when the first path is asked for. */
export class Located {
  readonly document: TextDocument;
  private readTree: Node | undefined;

  constructor(uri: string, text: string) {
    this.document = TextDocument.create(uri, 'json', 0, text);
  }

  span(place: Place | Span): Span {
    if ('offset' in place) return place;
    return spanOf(this.tree(), place);
  }

  /** What carries out edits by path: ascending, not overlapping. */
  changesOf(edits: readonly JsonEdit[]): TextChange[] {
    return editJson(this.document.getText(), edits, this.tree());
  }

  private tree(): Node | undefined {
    return (this.readTree ??= parseJsonTree(this.document.getText()));
  }

  range(place: Place | Span): Range {
    const { offset, length } = this.span(place);
    return { start: this.document.positionAt(offset), end: this.document.positionAt(offset + length) };
  }
}

/** The files of one answer, each prepared once. Those of the answer before are taken over where their text is still the same. */
export class LocatedFiles {
  private readonly files = new Map<string, Located>();
  private readonly before: ReadonlyMap<string, Located>;

  constructor(
    private readonly workspace: Workspace,
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
    located = known?.document.getText() === file.text ? known : new Located(uri, file.text);
    this.files.set(uri, located);
    return located;
  }
}
