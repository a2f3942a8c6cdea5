import type { Configuration } from '../config/configuration';
import type { Rule } from '../rules/engine/rule';

export interface WorkspaceOptions {
  /** Other rules than all. */
  readonly rules?: readonly Rule[];
  /** The innermost folder of the editor's workspace that holds a file. `undefined`: none does. */
  readonly workspaceFolderOf?: (uri: string) => string | undefined;
  /** The configuration that holds instead of those that are found. */
  readonly configuration?: Configuration;
  /** Report syntax errors of Private PaaS files: not wanted where an editor does that itself. */
  readonly syntaxErrors?: boolean;
  /** Whose findings are wanted. The others are read, so that these find them, and not checked. Absent: those of all. */
  readonly isReported?: (uri: string) => boolean;
  /** The limit of file sizes that holds instead of what is configured; in bytes, or in UTF-16 code units of a text that is here already. */
  readonly maxFileSize?: number;
  /** Told of a file of which only the beginning is here, and which is small enough for the limit that holds now. */
  readonly onWanted?: (uri: string) => void;
  /** No text changes any more once it is checked: what a verdict rests on is not written down for the case that another file changes. */
  readonly once?: boolean;
  /** Told of a rule that threw: its id, the file, the error. */
  readonly onCrash?: (rule: string, uri: string, error: unknown) => void;
}
