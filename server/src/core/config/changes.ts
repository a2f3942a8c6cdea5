import type { JsonEdit } from '../json/jsonEdit';
import type { JsonPath } from '../json/path';
import { isObject, member, type JsonObject, type JsonValue } from '../json/types';
import { globOf, readGlob } from './glob';

/** A file, and the configuration that is to say something about it. */
interface Target {
  /** Of the file: its path from the folder of the configuration, with `/`. */
  readonly name: string;
  /** What the configuration says now. `undefined`: there is none yet. */
  readonly configuration: JsonObject | undefined;
}

/** A change of a configuration. */
export interface ConfigurationChange {
  readonly edits: readonly JsonEdit[];
  /** What a new file with nothing else in it would say. */
  readonly content: JsonObject;
  /** The string, after the change, in which somebody goes on typing. */
  readonly caret: JsonPath;
}

/** Allows what a rule reports on a file. `at`: only about that parameter, property or field. */
export function allowing({ name, configuration }: Target, rule: string, at: string | undefined): ConfigurationChange {
  const item = { rule, files: [globOf(name)], ...(at !== undefined && { at }), reason: '' };
  return {
    edits: [{ op: 'append', list: ['allow'], item }],
    content: { allow: [item] },
    caret: ['allow', countOf(configuration, 'allow'), 'reason'],
  };
}

/** Turns a rule off in the folder of a file. Where an override says otherwise of the file, a later one is needed. */
export function turningOff({ name, configuration }: Target, rule: string): ConfigurationChange {
  const folder = name.slice(0, Math.max(name.lastIndexOf('/'), 0));
  const isOverridden = overridesOf(configuration).some(
    ({ files, rules }) => member(rules, rule) !== undefined && files.some(glob => matches(glob, name)),
  );
  if (folder === '' && !isOverridden) {
    const rules = { [rule]: 'off' };
    const hasRules = configuration !== undefined && isObject(member(configuration, 'rules'));
    return {
      edits: [
        hasRules ? { op: 'insert', object: ['rules'], key: rule, value: 'off' } : { op: 'insert', object: [], key: 'rules', value: rules },
      ],
      content: { rules },
      caret: ['rules', rule],
    };
  }
  const item = { files: [folder === '' ? '**' : `${globOf(folder)}/**`], rules: { [rule]: 'off' } };
  return {
    edits: [{ op: 'append', list: ['overrides'], item }],
    content: { overrides: [item] },
    caret: ['overrides', countOf(configuration, 'overrides'), 'rules', rule],
  };
}

/** How many items a list has; one object stands for a list of one. */
function countOf(configuration: JsonObject | undefined, key: string): number {
  const list = configuration && member(configuration, key);
  return Array.isArray(list) ? list.length : list !== undefined && isObject(list) ? 1 : 0;
}

function overridesOf(configuration: JsonObject | undefined): { readonly files: readonly JsonValue[]; readonly rules: JsonObject }[] {
  const overrides = configuration && member(configuration, 'overrides');
  if (!Array.isArray(overrides)) return [];
  return overrides.flatMap(one => {
    const [files, rules] = isObject(one) ? [member(one, 'files'), member(one, 'rules')] : [];
    return Array.isArray(files) && rules !== undefined && isObject(rules) ? [{ files, rules }] : [];
  });
}

function matches(pattern: JsonValue, name: string): boolean {
  const glob = typeof pattern === 'string' ? readGlob(pattern) : '';
  return typeof glob !== 'string' && glob.matches(name);
}
