import type { DocumentSnapshot } from '../../workspace/documentSnapshot';
import type { Workspace } from '../../workspace/workspace';
import type { Open } from './targets';

/** Opens files for one request, each once. */
export function openerOf(workspace: Workspace): Open {
  const opened = new Map<string, DocumentSnapshot | undefined>();
  return uri => {
    if (!opened.has(uri)) opened.set(uri, workspace.open(uri));
    return opened.get(uri);
  };
}
