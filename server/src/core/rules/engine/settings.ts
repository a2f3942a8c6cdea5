import type { Severity } from './report';

/** A finding that is accepted: of a rule, and about `at` alone if that is given: the name of a parameter, a property or a field. */
export interface Allow {
  readonly rule: string;
  readonly at?: string | undefined;
}

/** What somebody decided about the rules, for one file. */
export interface Settings<A extends Allow = Allow> {
  /** By the id of a rule. A rule that is not there keeps its own severity. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly allows: readonly A[];
}

export const NO_SETTINGS: Settings = { severities: new Map(), allows: [] };
