import { locationAt } from '../json/location';
import { isSameValue } from '../json/types';
import type { CrossFileContext } from '../links/crossFileContext';
import type { Artifact } from '../model/kinds';
import { occurrencesOf, type Occurrence } from '../model/occurrences';
import type { FindingWithFixes } from '../rules/engine/settle';
import type { FileView } from './fileState';
import type { PositionedDocument, PositionedDocuments } from './positions';

/** What a snapshot asks the workspace, each at most once. */
export interface SnapshotSource {
  artifact(): Artifact | undefined;
  context(): CrossFileContext | undefined;
  findings(): readonly FindingWithFixes[];
  readonly nearestConfiguration: string | undefined;
}

/** One document as a request sees it. It is good for one request: the next change makes it old. */
export class DocumentSnapshot {
  readonly uri: string;
  readonly text: string;
  /** The text as it is cannot be read; artifact and findings are those of the last one that could. */
  readonly isUnparsable: boolean;
  /** Of a text that cannot be read: the kind of definition that it would be; `any`: it may be one. */
  readonly looksLike: FileView['looksLike'];
  /** The configuration file that is nearest to it, or would be made for it. `undefined`: the document has no place of its own. */
  readonly nearestConfiguration: string | undefined;
  private readonly known: {
    artifact?: Artifact | undefined;
    context?: CrossFileContext | undefined;
    findings?: readonly FindingWithFixes[];
  } = {};

  constructor(
    { uri, text, isUnparsable, looksLike }: FileView,
    /** This and all other files, for places in their texts. */
    readonly files: PositionedDocuments,
    private readonly source: SnapshotSource,
  ) {
    this.uri = uri;
    this.text = text;
    this.isUnparsable = isUnparsable;
    this.looksLike = looksLike;
    this.nearestConfiguration = source.nearestConfiguration;
  }

  /** Places in its text. */
  get positions(): PositionedDocument {
    return this.files.get(this.uri)!;
  }

  /** `undefined`: it is not a Private PaaS file. */
  get artifact(): Artifact | undefined {
    if (!('artifact' in this.known)) this.known.artifact = this.source.artifact();
    return this.known.artifact;
  }

  /** What it learns of the other files. `undefined`: it is not a Private PaaS file. */
  get context(): CrossFileContext | undefined {
    if (!('context' in this.known)) this.known.context = this.source.context();
    return this.known.context;
  }

  /** The name in which a caret stands, and what it means there. `offset`: in UTF-16 code units. */
  occurrenceAt(offset: number): Occurrence | undefined {
    const { path, on } = locationAt(this.text, offset);
    if (on === 'key') return undefined;
    return this.occurrences.find(({ name }) => isSameValue(name.path, path));
  }

  /** The names in it, as far as they stand where they were when it could last be read. */
  get occurrences(): readonly Occurrence[] {
    const all = this.artifact ? occurrencesOf(this.artifact) : [];
    return this.isUnparsable ? all.filter(({ name }) => this.positions.holds(name)) : all;
  }

  /** With the ways to fix them, of which there are none while the text cannot be read. */
  get findings(): readonly FindingWithFixes[] {
    return (this.known.findings ??= this.source.findings());
  }
}
