import { readJson } from '../json/value';
import type { JsonPath } from '../json/path';
import { DIALECTS, type Dialect } from '../model/artifact';
import { placeholderPattern, type PlaceholderPattern } from '../vocabulary/placeholders';
import { isObject, type JsonObject, type JsonValue } from '../json/types';
import { nearest } from '../vocabulary/nearest';
import {
  emptyConfiguration,
  type Configuration,
  type ConfigurationProblem,
  type ConfiguredAllow,
  type Level,
  type Levels,
  type Override,
} from './configuration';
import { bytesOf } from './fileSize';
import { readGlob, type Glob } from './glob';

/** The levels that a rule can be set to. */
export const LEVELS: readonly Level[] = ['off', 'hint', 'info', 'warning', 'error'];

/** The keys of a configuration file, and of what is in it. */
export const KEYS = ['$schema', 'root', 'rules', 'overrides', 'allow', 'ignore', 'placeholders', 'dialect', 'maxFileSize'] as const;
export const OVERRIDE_KEYS = ['files', 'rules'] as const;
export const ALLOW_KEYS = ['rule', 'files', 'at', 'reason'] as const;

/** Placeholders are short; a search for a long text in a long one can take long. */
const LONGEST_PLACEHOLDER = 100;

/** A configuration as far as it is valid, and what of it is not. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads the text of a configuration file; comments and trailing commas are allowed. Never throws. `ruleIds`: the rules that there are. */
export function readConfigurationText(uri: string, text: string, ruleIds: readonly string[]): ReadConfiguration {
  const reading = readJson(text);
  // Whoever shows syntax errors shows those of this file, too; an empty one says nothing.
  if (reading.state === 'empty') return { configuration: emptyConfiguration(uri), problems: [] };
  if (reading.state !== 'parsed') {
    const message = 'This is not valid JSON. The file is ignored until that is fixed.';
    return { configuration: emptyConfiguration(uri), problems: [{ path: [], message }] };
  }
  return readConfiguration(uri, reading.value, ruleIds);
}

/** Reads a configuration from its value: that of a file, or the settings of an editor. */
export function readConfiguration(uri: string, value: JsonValue, ruleIds: readonly string[]): ReadConfiguration {
  const reader = new Reader(ruleIds);
  return { configuration: reader.configuration(uri, value), problems: reader.problems };
}

class Reader {
  readonly problems: ConfigurationProblem[] = [];

  constructor(private readonly ruleIds: readonly string[]) {}

  configuration(uri: string, value: JsonValue): Configuration {
    const object = this.object(value, []);
    if (!object) return emptyConfiguration(uri);
    this.keys(object, KEYS, []);
    const { $schema, root, rules, overrides, allow, ignore, placeholders, dialect, maxFileSize } = object;
    this.string($schema, ['$schema']);
    return {
      uri,
      isRoot: this.boolean(root, ['root']) ?? false,
      rules: this.levels(rules, ['rules']),
      overrides: this.list(overrides, ['overrides'], (item, path) => this.override(item, path)),
      allows: this.list(allow, ['allow'], (item, path) => this.allow(item, path)),
      ignores: this.list(ignore, ['ignore'], (item, path) => this.glob(item, path)),
      placeholders: this.list(placeholders, ['placeholders'], (item, path) => this.placeholder(item, path)),
      dialect: this.dialect(dialect, ['dialect']),
      maxFileSize: this.fileSize(maxFileSize, ['maxFileSize']),
    };
  }

  private report(path: JsonPath, message: string, more: Pick<ConfigurationProblem, 'on' | 'meant'> = {}): undefined {
    this.problems.push({ path, message, ...more });
    return undefined;
  }

  private object(value: JsonValue | undefined, path: JsonPath): JsonObject | undefined {
    if (value === undefined || isObject(value)) return value;
    return this.report(path, 'This must be an object. It is ignored.');
  }

  private list<T>(value: JsonValue | undefined, path: JsonPath, read: (item: JsonValue, path: JsonPath) => T | undefined): T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.report(path, 'This must be a list. It is ignored.');
      return [];
    }
    return value.flatMap((item, i) => read(item, [...path, i]) ?? []);
  }

  private string(value: JsonValue | undefined, path: JsonPath): string | undefined {
    if (value === undefined || typeof value === 'string') return value;
    return this.report(path, 'This must be a string. It is ignored.');
  }

  private boolean(value: JsonValue | undefined, path: JsonPath): boolean | undefined {
    if (value === undefined || typeof value === 'boolean') return value;
    return this.report(path, 'This must be true or false. It is ignored.');
  }

  private placeholder(value: JsonValue, path: JsonPath): PlaceholderPattern | undefined {
    const pattern = this.string(value, path);
    if (pattern === undefined) return undefined;
    if (pattern === '') return this.report(path, 'A placeholder has at least one character. This one is ignored.');
    if (pattern.length > LONGEST_PLACEHOLDER)
      return this.report(path, `A placeholder has at most ${LONGEST_PLACEHOLDER} characters. This one is ignored.`);
    return placeholderPattern(pattern);
  }

  private dialect(value: JsonValue | undefined, path: JsonPath): Dialect | undefined {
    if (value === undefined || isOneOf(value, DIALECTS)) return value;
    const meant = typeof value === 'number' ? DIALECTS.find(dialect => Number(dialect) === value) : undefined;
    return this.report(path, `The dialect is one of ${inWords(DIALECTS)}, in quotes. This one is ignored.`, meant ? { meant } : {});
  }

  private fileSize(value: JsonValue | undefined, path: JsonPath): number | undefined {
    if (value === undefined) return undefined;
    const bytes = typeof value === 'string' || typeof value === 'number' ? bytesOf(value) : undefined;
    return bytes ?? this.report(path, 'A size is a number of bytes, or a string such as "300KB" or "5MB". This one is ignored.');
  }

  private keys(object: JsonObject, known: readonly string[], path: JsonPath): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key)) continue;
      const meant = nearest(key, known);
      this.report([...path, key], `The key ${JSON.stringify(key)} is unknown and ignored. ${expected(meant, known)}`, {
        on: 'key',
        ...(meant && { meant }),
      });
    }
  }

  private ruleId(value: string, path: JsonPath, on?: 'key'): string | undefined {
    if (this.ruleIds.includes(value)) return value;
    const meant = nearest(value, this.ruleIds);
    const hint = meant ? `Use ${JSON.stringify(meant)}.` : 'See "cartridge-check --rules" for all rules.';
    return this.report(path, `There is no rule ${JSON.stringify(value)}. It is ignored. ${hint}`, {
      ...(on && { on }),
      ...(meant && { meant }),
    });
  }

  private levels(value: JsonValue | undefined, path: JsonPath): Levels {
    const levels = new Map<string, Level>();
    for (const [key, level] of Object.entries(this.object(value, path) ?? {})) {
      const at = [...path, key];
      const rule = this.ruleId(key, at, 'key');
      if (!isOneOf(level, LEVELS)) {
        const meant = typeof level === 'string' ? nearest(level, LEVELS) : undefined;
        this.report(at, `The level of a rule is one of ${inWords(LEVELS)}. This one is ignored.`, meant ? { meant } : {});
      } else if (rule) levels.set(rule, level);
    }
    return levels;
  }

  private override(value: JsonValue, path: JsonPath): Override | undefined {
    const object = this.object(value, path);
    if (!object) return undefined;
    this.keys(object, OVERRIDE_KEYS, path);
    if (object['files'] === undefined) return this.report(path, 'An override needs "files". It is ignored.');
    return { files: this.globs(object['files'], [...path, 'files']), rules: this.levels(object['rules'], [...path, 'rules']) };
  }

  private allow(value: JsonValue, path: JsonPath): ConfiguredAllow | undefined {
    const object = this.object(value, path);
    if (!object) return undefined;
    this.keys(object, ALLOW_KEYS, path);
    const name = this.string(object['rule'], [...path, 'rule']);
    if (object['rule'] === undefined) this.report(path, 'This entry needs "rule". It is ignored.');
    const rule = name === undefined ? undefined : this.ruleId(name, [...path, 'rule']);
    const files = object['files'] === undefined ? undefined : this.globs(object['files'], [...path, 'files']);
    const at = this.string(object['at'], [...path, 'at']);
    const reason = this.string(object['reason'], [...path, 'reason']);
    return rule === undefined ? undefined : { rule, files, at, reason, path };
  }

  private globs(value: JsonValue, path: JsonPath): Glob[] {
    return this.list(value, path, (item, at) => this.glob(item, at));
  }

  private glob(value: JsonValue, path: JsonPath): Glob | undefined {
    const pattern = this.string(value, path);
    if (pattern === undefined) return undefined;
    const glob = readGlob(pattern);
    return typeof glob === 'string'
      ? this.report(path, `The pattern ${JSON.stringify(pattern)} is not valid and is ignored. ${glob}`)
      : glob;
  }
}

const isOneOf = <T extends string>(value: JsonValue | undefined, values: readonly T[]): value is T => values.includes(value as T);

const inWords = (values: readonly string[]): string => {
  const quoted = values.map(value => JSON.stringify(value));
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)!}`;
};

const expected = (meant: string | undefined, known: readonly string[]): string =>
  meant ? `Use ${JSON.stringify(meant)}.` : `The keys are ${inWords(known)}.`;
