import type { JsonEdit } from '../../server/src/core';
import { PositionedDocuments, Workspace, type Finding, type Fix, type WorkspaceOptions } from '../../server/src/core';

export const ROOT = 'file:///workspace';
export const uriOf = (name: string): string => `${ROOT}/${name}`;
export const nameOf = (uri: string): string => uri.slice(ROOT.length + 1);

/** A workspace of the given files, checked. A rule that throws fails the test. */
export function workspaceOf(files: Iterable<readonly [string, string]>, options: WorkspaceOptions = {}): Workspace {
  const workspace = new Workspace({
    onCrash: (rule, uri, error) => {
      throw new Error(`${rule} failed on ${uri}`, { cause: error });
    },
    ...options,
  });
  workspace.setRoots([ROOT]);
  for (const [name, text] of files) workspace.setDiskContent(uriOf(name), { text });
  workspace.update();
  return workspace;
}

/** All findings of a workspace in a form that two workspaces can be compared by: places as offsets. */
export function snapshot(workspace: Workspace): unknown {
  const located = new PositionedDocuments(workspace);
  return [...workspace.allFiles()]
    .map(file => ({
      file: nameOf(file.uri),
      findings: file.findings
        .map((finding: Finding) => ({
          ...finding,
          at: located.get(file.uri)!.span(finding.at),
          related: finding.related.map(link => ({ ...link, place: located.get(link.uri)!.span(link.place) })),
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The findings of one file as `rule severity`, sorted. */
export const said = (workspace: Workspace, name: string): string[] =>
  (workspace.file(uriOf(name))?.findings ?? []).map(({ rule, severity }) => `${rule} ${severity}`).sort();

/** What a fix does to the one file that it changes. `own`: the file with the finding. */
export function editOf({ title, change: { files } }: Fix, own: string): { uri: string; edits: readonly JsonEdit[] } {
  const [file] = files;
  if (files.length !== 1 || !file || !('edits' in file)) throw new Error(`${title}: does not edit one file`);
  return { uri: file.uri ?? own, edits: file.edits };
}
