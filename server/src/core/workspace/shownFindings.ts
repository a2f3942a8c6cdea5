import type { Finding } from '../rules/engine/rule';
import { BackLinks } from './backLinks';
import type { FileState } from './fileState';

/** Which files may look different since somebody has asked: others are their findings, or the places of them and of their links. */
export class ShownFindings {
  private readonly backLinks = new BackLinks();
  /** Files whose text changed, so that links into them may have moved. */
  private readonly moved = new Set<string>();
  /** Files whose findings are others without a check. */
  private readonly settled = new Set<string>();
  private revisions = 0;

  /** The findings of a file. */
  set(file: FileState, found: readonly { readonly finding: Finding }[]): void {
    const findings = found.map(({ finding }) => finding);
    this.backLinks.replace(file.uri, file.findings, findings);
    file.findings = findings;
  }

  /** The findings of a file are others, and nothing was checked for it. */
  changed(uri: string): void {
    this.settled.add(uri);
  }

  /** The text of a file is another one. A new one is shown once it is checked, and nothing leads to it yet, unless it has come back. */
  textChanged(uri: string, isNew = false): void {
    if (!isNew || this.backLinks.leadTo(uri)) this.moved.add(uri);
  }

  /** The files that may look different since the last call. `checked`: those that were checked since; `isWaiting`: one is still to be checked. */
  take(files: ReadonlyMap<string, FileState>, checked: readonly string[], isWaiting: (file: FileState) => boolean): Set<string> {
    const touched = new Set([...checked, ...this.settled]);
    for (const uri of this.moved) {
      for (const from of this.backLinks.into(uri)) touched.add(from);
      const file = files.get(uri);
      // One that is still to be checked is shown then: what was found in its former text stands nowhere in the new one.
      if (!file || !isWaiting(file)) touched.add(uri);
    }
    this.settled.clear();
    this.moved.clear();
    for (const file of [...touched].flatMap(uri => files.get(uri) ?? [])) file.revision = ++this.revisions;
    return touched;
  }
}
