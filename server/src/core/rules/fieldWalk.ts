import { ROOT, type JsonPath } from '../json/path';
import { isObject, member, type JsonObject, type JsonValue } from '../json/types';
import type { Artifact } from '../model/kinds';
import { listItems } from '../model/text';
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

/** Several rules go over the same fields one after the other: each definition is walked once. */
let walked:
  undefined | { readonly artifact: Artifact40; readonly objects: readonly FieldsOfObject[]; readonly values: readonly FieldValue[] };

/** The objects of a definition, the outer ones first. A wrapped definition has none: what is in it is not read. */
export const objectsOf = (artifact: Artifact40): readonly FieldsOfObject[] => walk(artifact).objects;

/** The fields that are there and say something. */
export const valuesOf = (artifact: Artifact40): readonly FieldValue[] => walk(artifact).values;

function walk(artifact: Artifact40): NonNullable<typeof walked> {
  if (walked?.artifact !== artifact) {
    const objects: FieldsOfObject[] = [];
    const values: FieldValue[] = [];
    if (!isWrapped(artifact.root)) collect({ object: artifact.root, path: ROOT, fields: FIELDS[artifact.kind] }, objects, values);
    walked = { artifact, objects, values };
  }
  return walked;
}

function collect(at: FieldsOfObject, objects: FieldsOfObject[], values: FieldValue[]): void {
  objects.push(at);
  for (const key of Object.keys(at.object)) {
    const field = Object.hasOwn(at.fields, key) ? at.fields[key]! : undefined;
    const value = at.object[key]!;
    if (!field || field.isIgnored || value === null) continue;
    values.push({ key, field, value, at: at.path });
    if (!field.fields) continue;
    for (const { value: inner, path } of listItems(at.object, key, at.path)) {
      if (isObject(inner)) collect({ object: inner, path, fields: field.fields }, objects, values);
    }
  }
}

/** The definition as it is shown for a mistake: inside of another object, where the platform does not look. */
export const isWrapped = (root: JsonObject): boolean => member(root, 'cartridgeDefinitionBean') !== undefined;
