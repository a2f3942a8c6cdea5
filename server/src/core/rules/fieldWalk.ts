import { below, ROOT, type JsonPath } from '../json/path';
import { isObject, member, type JsonObject, type JsonValue } from '../json/types';
import type { Artifact } from '../model/kinds';
import {
  AUTOSCALE_POLICY_FIELDS,
  CARTRIDGE_FIELDS,
  DEPLOYMENT_POLICY_FIELDS,
  PARTITION_FIELDS,
  SERVICE_DEPLOYMENT_FIELDS,
  SUBSCRIPTION_FIELDS,
  type Field,
  type Fields,
} from '../vocabulary/fields';

/** The kinds of 4.0, whose fields are known completely. */
export const KINDS_OF_4_0 = [
  'cartridge',
  'partition',
  'deployment policy',
  'autoscale policy',
  'service deployment',
  'subscription',
] as const;

const FIELDS: Readonly<Record<(typeof KINDS_OF_4_0)[number], Fields>> = {
  cartridge: CARTRIDGE_FIELDS,
  partition: PARTITION_FIELDS,
  'deployment policy': DEPLOYMENT_POLICY_FIELDS,
  'autoscale policy': AUTOSCALE_POLICY_FIELDS,
  'service deployment': SERVICE_DEPLOYMENT_FIELDS,
  subscription: SUBSCRIPTION_FIELDS,
};

type Artifact40 = Extract<Artifact, { kind: (typeof KINDS_OF_4_0)[number] }>;

/** An object of a definition, and the fields that it can have. */
export interface FieldsOfObject {
  readonly object: JsonObject;
  readonly path: JsonPath;
  readonly fields: Fields;
}

/** A field that is there and says something. */
export interface FieldValue {
  readonly key: string;
  readonly field: Field;
  readonly value: JsonValue;
  /** The place of the object that it is a member of. */
  readonly at: JsonPath;
}

/** What of a definition deserves a closer look: nothing, in most of thousands. */
interface Doubtful {
  readonly objects: readonly FieldsOfObject[];
  readonly values: readonly FieldValue[];
}

/** Several rules go over the same fields one after the other: each definition is walked once. */
let walked: { readonly artifact: Artifact40; readonly doubtful: Doubtful } | undefined;

/**
 * The objects of a definition that have an unknown key or lack a needed field, the outer ones first. A wrapped definition has none:
 * what is in it is not read.
 */
export const doubtfulObjects = (artifact: Artifact40): readonly FieldsOfObject[] => walk(artifact).objects;

/** The fields that are there and are not plainly what the server asks for. */
export const doubtfulValues = (artifact: Artifact40): readonly FieldValue[] => walk(artifact).values;

function walk(artifact: Artifact40): Doubtful {
  if (walked?.artifact !== artifact) {
    const doubtful = { objects: [], values: [] };
    if (!isWrapped(artifact.root)) collect(artifact.root, ROOT, FIELDS[artifact.kind], doubtful);
    walked = { artifact, doubtful };
  }
  return walked.doubtful;
}

function collect(object: JsonObject, path: JsonPath, fields: Fields, found: { objects: FieldsOfObject[]; values: FieldValue[] }): void {
  const keys = Object.keys(object);
  if (!keys.every(key => Object.hasOwn(fields, key)) || !neededOf(fields).every(key => isSaid(member(object, key)))) {
    found.objects.push({ object, path, fields });
  }
  for (const key of keys) {
    const field = Object.hasOwn(fields, key) ? fields[key]! : undefined;
    const value = object[key]!;
    if (!field || field.isIgnored || value === null) continue;
    if (!isPlain(field, value)) found.values.push({ key, field, value, at: path });
    if (!field.fields) continue;
    const inner = below(path, key);
    if (isObject(value)) collect(value, inner, field.fields, found);
    else if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const item = value[i]!;
        if (isObject(item)) collect(item, below(inner, i), field.fields, found);
      }
    }
  }
}

const needed = new Map<Fields, readonly string[]>();

/** The keys of the fields that an object cannot be without. */
export function neededOf(fields: Fields): readonly string[] {
  let keys = needed.get(fields);
  if (!keys) needed.set(fields, (keys = Object.keys(fields).filter(key => fields[key]!.isNeeded)));
  return keys;
}

/** Whether a field is there and not empty. */
export const isSaid = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether a value is, without a closer look, of the type that is asked for. */
function isPlain({ type, isList, most }: Field, value: JsonValue): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string' || (isList === true && Array.isArray(value) && value.every(one => typeof one === 'string'));
    case 'object':
      return isObject(value) || (isList === true && Array.isArray(value) && value.every(isObject));
    case 'boolean':
      return value === true || value === false || value === 'true' || value === 'false';
    case 'whole number': {
      const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
      return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= (most ?? Infinity);
    }
  }
}

/** The definition as it is shown for a mistake: inside of another object, where the platform does not look. */
export const isWrapped = (root: JsonObject): boolean => member(root, 'cartridgeDefinitionBean') !== undefined;
