import type { Configuration } from '../config/configuration';
import type { Rule } from '../rules/engine/rule';
import type { Settings } from '../rules/engine/settings';

export interface WorkspaceOptions {
  /** Other rules than all. */
  readonly rules?: readonly Rule[];
  /** What was decided about the rules for a file. After a change, `Workspace.settingsChanged` is called. */
  readonly settingsOf?: (uri: string) => Settings;
  /** The configuration that holds instead of those that are found. */
  readonly configuration?: Configuration;
  /** Report syntax errors of Private PaaS files: not wanted where an editor does that itself. */
  readonly syntaxErrors?: boolean;
  /** Whose findings are wanted. The others are read, so that these find them, and not checked. Absent: those of all. */
  readonly isReported?: (uri: string) => boolean;
  /** Longer texts are not read; in bytes, or in UTF-16 code units of a text that is here already. */
  readonly maxFileSize?: () => number;
  /** No text changes any more once it is checked: what a verdict rests on is not written down for the case that another file changes. */
  readonly once?: boolean;
  /** Told of a rule that threw: its id, the file, the error. */
  readonly onCrash?: (rule: string, uri: string, error: unknown) => void;
}
