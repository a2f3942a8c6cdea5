import type { JsonPath } from '../json/path';
import type { Dialect } from '../model/artifact';
import type { PlaceholderPattern } from '../vocabulary/placeholders';
import type { Severity } from '../vocabulary/severity';
import type { Glob } from './glob';

/** What a rule is set to. */
export type Level = Severity | 'off';

export type Levels = ReadonlyMap<string, Level>;

/** Rules that are set for some files only. */
export interface Override {
  readonly files: readonly Glob[];
  readonly rules: Levels;
}

/** A finding that is accepted, with the reason. */
export interface ConfiguredAllow {
  readonly rule: string;
  /** `undefined`: all files of the folder. */
  readonly files: readonly Glob[] | undefined;
  /** The parameter, property or field that it is about. `undefined`: any. */
  readonly at: string | undefined;
  readonly reason: string | undefined;
  /** Where it is written. */
  readonly path: JsonPath;
}

/** What one configuration says, or the settings of an editor. What is absent is left to others. */
export interface Configuration {
  /** Its file; empty for the settings of an editor. */
  readonly uri: string;
  /** No configuration further up is looked at. */
  readonly isRoot: boolean;
  readonly rules: Levels;
  readonly overrides: readonly Override[];
  readonly allows: readonly ConfiguredAllow[];
  readonly ignores: readonly Glob[];
  readonly placeholders: readonly PlaceholderPattern[];
  /** That of definitions which do not tell. */
  readonly dialect: Dialect | undefined;
  /** In bytes: larger files are not read. */
  readonly maxFileSize: number | undefined;
}

export const emptyConfiguration = (uri: string): Configuration => ({
  uri,
  isRoot: false,
  rules: new Map(),
  overrides: [],
  allows: [],
  ignores: [],
  placeholders: [],
  dialect: undefined,
  maxFileSize: undefined,
});

/** Something in a configuration that is ignored, and why. */
export interface ConfigurationProblem {
  readonly path: JsonPath;
  /** The key at the path, not its value. */
  readonly on?: 'key';
  readonly message: string;
  /** What it should be, where that is known. */
  readonly meant?: string;
}
