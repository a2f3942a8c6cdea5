import { childPath } from '../../json/internedPaths';
import { ROOT, type JsonPath } from '../../json/path';
import { isObject, type JsonObject, type JsonValue } from '../../json/types';
import type { ArtifactKind, Dialect } from '../../model/artifact';
import type { Artifact } from '../../model/kinds';
import { isWrapped } from '../../model/wrapper';
import { FIELDS } from '../../model/fieldTables';
import type { Field, Fields } from '../../vocabulary/fields';

/** An object of a definition, and the fields that it can have. */
export interface FieldsOfObject {
  readonly object: JsonObject;
  readonly path: JsonPath;
  readonly fields: Fields;
}

/** A field that is there and not empty. */
interface FieldValue {
  readonly key: string;
  readonly field: Field;
  readonly value: JsonValue;
  /** The place of the object that it is a member of. */
  readonly at: JsonPath;
}

/** What of a definition a quick look cannot call plainly valid: nothing, in most of thousands. */
interface ToCheck {
  readonly objects: readonly FieldsOfObject[];
  readonly values: readonly FieldValue[];
}

/**
 * The objects of a definition that have an unknown key, or one of the other dialect, or lack a needed field, the outer ones first. A wrapped definition has none:
 * what is in it is not read.
 */
export const objectsToCheck = (artifact: Artifact): readonly FieldsOfObject[] => walk(artifact).objects;

/** The fields that are there and are not plainly what the server asks for. */
export const valuesToCheck = (artifact: Artifact): readonly FieldValue[] => walk(artifact).values;

/** Several rules go over the same fields one after the other: each definition is walked once, and forgotten with its artifact. */
const walks = new WeakMap<Artifact, ToCheck>();

function walk(artifact: Artifact): ToCheck {
  let toCheck = walks.get(artifact);
  if (!toCheck) walks.set(artifact, (toCheck = walkThrough(artifact)));
  return toCheck;
}

function walkThrough(artifact: Artifact): ToCheck {
  const found = { objects: [], values: [] };
  const fields = TABLES[artifact.dialect].get(artifact.kind);
  if (fields && !isWrapped(artifact)) collect(artifact.root, ROOT, fields, found);
  return found;
}

function collect(object: JsonObject, path: JsonPath, table: Table, found: { objects: FieldsOfObject[]; values: FieldValue[] }): void {
  const place = found.objects.length;
  let unknown = 0;
  let needed = 0;
  // What is read from a text has no members but its own.
  for (const key in object) {
    const known = table.byKey.get(key);
    if (!known) {
      unknown++;
      continue;
    }
    const value = object[key]!;
    if (value === null) continue;
    if (known.isRequired && isGiven(known.field, value)) needed++;
    if (known.isIgnored) {
      if (known.field.isOf41) unknown++;
      continue;
    }
    if (!isPlainlyValid(known, value)) found.values.push({ key, field: known.field, value, at: path });
    if (!known.inner || typeof value !== 'object') continue;
    const inner = childPath(path, key);
    if (!Array.isArray(value)) collect(value, inner, known.inner, found);
    else {
      for (let i = 0; i < value.length; i++) {
        const item = value[i]!;
        if (isObject(item)) collect(item, childPath(inner, i), known.inner, found);
      }
    }
  }
  if (unknown > 0 || needed < table.needed) found.objects.splice(place, 0, { object, path, fields: table.fields });
}

/** The fields of an object as a walk over thousands of definitions needs them: found by key, each of the same shape. */
interface Table {
  readonly fields: Fields;
  readonly byKey: ReadonlyMap<string, Known>;
  /** How many of them the object cannot be without. */
  readonly needed: number;
}

interface Known {
  readonly field: Field;
  readonly type: Field['type'];
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly isIgnored: boolean;
  readonly most: number;
  readonly inner: Table | undefined;
}

/** `made`: the tables so far, for a group may hold groups. */
function tableOf(fields: Fields, made = new Map<Fields, Table>()): Table {
  const known = made.get(fields);
  if (known) return known;
  const byKey = new Map<string, Known>();
  const needed = [...fields.values()].filter(field => field.required !== undefined).length;
  const table: Table = { fields, byKey, needed };
  made.set(fields, table);
  for (const [key, field] of fields) byKey.set(key, knownOf(field, made));
  return table;
}

const knownOf = (field: Field, made: Map<Fields, Table>): Known => ({
  field,
  type: field.type,
  isList: field.isList ?? false,
  isRequired: field.required !== undefined,
  isIgnored: field.isIgnored ?? false,
  most: field.most ?? Infinity,
  inner: field.fields && tableOf(field.fields, made),
});

const tablesOf = (dialect: Dialect): ReadonlyMap<ArtifactKind, Table> =>
  new Map([...FIELDS[dialect]].map(([kind, fields]) => [kind, tableOf(fields)]));

const TABLES: Readonly<Record<Dialect, ReadonlyMap<ArtifactKind, Table>>> = { '4.0': tablesOf('4.0'), '4.1': tablesOf('4.1') };

/** Whether a field is there and not empty. */
export const isPresent = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The same of a field; of some the server wants no more than that they are there. */
export const isGiven = (field: Field, value: JsonValue | undefined): boolean =>
  isPresent(value) || (field.mayBeEmpty === true && Array.isArray(value));

/** Whether a quick look tells that a value is of the type that is asked for. */
function isPlainlyValid({ type, isList, most }: Known, value: JsonValue): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string' || (isList && Array.isArray(value) && value.every(one => typeof one === 'string'));
    case 'object':
      return isObject(value) || (isList && Array.isArray(value) && value.every(isObject));
    case 'boolean':
      return value === true || value === false || value === 'true' || value === 'false';
    case 'whole number': {
      const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
      return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most;
    }
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && /^\d{1,9}$/.test(value));
  }
}
