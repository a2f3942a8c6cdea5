import type { DocumentSnapshot } from '../../workspace/documentSnapshot';
import type { Workspace } from '../../workspace/workspace';
import type { Named, Open } from './targets';

/** Opens files for one request, each once. */
export function openerOf(workspace: Workspace): Open {
  const opened = new Map<string, DocumentSnapshot | undefined>();
  return uri => {
    if (!opened.has(uri)) opened.set(uri, workspace.open(uri));
    return opened.get(uri);
  };
}

/** The name at an offset, and what opens other files for the same request. `undefined`: there is no name. */
export function nameAt(workspace: Workspace, uri: string, offset: number): (Named & { readonly open: Open }) | undefined {
  const open = openerOf(workspace);
  const document = open(uri);
  const occurrence = document?.occurrenceAt(offset);
  return document && occurrence && { document, occurrence, open };
}
