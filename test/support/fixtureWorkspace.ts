import { TEXT_RULES, type Workspace } from '../../server/src/core';
import type { Case } from './fixture';
import { uriOf, workspaceOf } from './workspace';

/** The workspace of a fixture's case, checked. */
export function workspaceOfCase(one: Case): Workspace {
  const workspace = workspaceOf(
    [...one.files].map(([name, { text }]) => [name, text]),
    {
      syntaxErrors: TEXT_RULES.some(({ id }) => id === one.rule),
      ...(one.maxFileSize !== undefined && { maxFileSize: () => one.maxFileSize! }),
    },
  );
  if (one.encoding) {
    const uri = uriOf(one.encoding.file);
    workspace.setDiskContent(uri, { text: workspace.file(uri)!.text, skipped: one.encoding.unread });
    workspace.update();
  }
  return workspace;
}
