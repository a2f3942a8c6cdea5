import { childPath } from '../../json/internedPaths';
import { ROOT, type JsonPath } from '../../json/path';
import { isObject, member, type JsonObject, type JsonValue } from '../../json/types';
import type { Artifact } from '../../model/kinds';
import {
  AUTOSCALE_POLICY_FIELDS,
  CARTRIDGE_FIELDS,
  DEPLOYMENT_POLICY_FIELDS,
  PARTITION_FIELDS,
  SERVICE_DEPLOYMENT_FIELDS,
  SUBSCRIPTION_FIELDS,
  type Field,
  type Fields,
} from '../../vocabulary/fields';

/** The kinds of 4.0, whose fields are known completely. */
export const KINDS_OF_4_0 = [
  'cartridge',
  'partition',
  'deployment policy',
  'autoscale policy',
  'service deployment',
  'subscription',
] as const;

type Artifact40 = Extract<Artifact, { kind: (typeof KINDS_OF_4_0)[number] }>;

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
 * The objects of a definition that have an unknown key or lack a needed field, the outer ones first. A wrapped definition has none:
 * what is in it is not read.
 */
export const objectsToCheck = (artifact: Artifact40): readonly FieldsOfObject[] => walk(artifact).objects;

/** The fields that are there and are not plainly what the server asks for. */
export const valuesToCheck = (artifact: Artifact40): readonly FieldValue[] => walk(artifact).values;

/** Several rules go over the same fields one after the other: each definition is walked once, and forgotten with its artifact. */
const walks = new WeakMap<Artifact40, ToCheck>();

function walk(artifact: Artifact40): ToCheck {
  let toCheck = walks.get(artifact);
  if (!toCheck) walks.set(artifact, (toCheck = walkThrough(artifact)));
  return toCheck;
}

function walkThrough({ root, kind }: Artifact40): ToCheck {
  const found = { objects: [], values: [] };
  if (!isWrapped(root)) collect(root, ROOT, TABLES[kind], found);
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
    if (known.isRequired && isPresent(value)) needed++;
    if (known.isIgnored) continue;
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

const tableOf = (fields: Fields): Table => ({
  fields,
  byKey: new Map([...fields].map(([key, field]) => [key, knownOf(field)])),
  needed: [...fields.values()].filter(({ isRequired }) => isRequired).length,
});

const knownOf = (field: Field): Known => ({
  field,
  type: field.type,
  isList: field.isList ?? false,
  isRequired: field.isRequired ?? false,
  isIgnored: field.isIgnored ?? false,
  most: field.most ?? Infinity,
  inner: field.fields && tableOf(field.fields),
});

const TABLES: Readonly<Record<(typeof KINDS_OF_4_0)[number], Table>> = {
  cartridge: tableOf(CARTRIDGE_FIELDS),
  partition: tableOf(PARTITION_FIELDS),
  'deployment policy': tableOf(DEPLOYMENT_POLICY_FIELDS),
  'autoscale policy': tableOf(AUTOSCALE_POLICY_FIELDS),
  'service deployment': tableOf(SERVICE_DEPLOYMENT_FIELDS),
  subscription: tableOf(SUBSCRIPTION_FIELDS),
};

/** Whether a field is there and not empty. */
export const isPresent = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

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
  }
}

/** The definition as it is shown for a mistake: inside of another object, where the platform does not look. */
export const isWrapped = (root: JsonObject): boolean => member(root, 'cartridgeDefinitionBean') !== undefined;
