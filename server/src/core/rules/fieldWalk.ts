import type { JsonPath } from '../json/path';
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

/** The objects of a definition, the outer ones first. A wrapped definition has none: what is in it is not read. */
export function* objectsOf(artifact: Artifact40): Iterable<FieldsOfObject> {
  if (isWrapped(artifact.root)) return;
  yield* objectsBelow({ object: artifact.root, path: [], fields: FIELDS[artifact.kind] });
}

function* objectsBelow(at: FieldsOfObject): Iterable<FieldsOfObject> {
  yield at;
  for (const [key, field] of Object.entries(at.fields)) {
    if (!field.fields || field.isIgnored) continue;
    for (const { value, path } of listItems(at.object, key, at.path)) {
      if (isObject(value)) yield* objectsBelow({ object: value, path, fields: field.fields });
    }
  }
}

/** The fields that are there and say something, with their place. */
export function* valuesOf(artifact: Artifact40): Iterable<{ key: string; field: Field; value: JsonValue; path: JsonPath }> {
  for (const { object, path, fields } of objectsOf(artifact)) {
    for (const [key, field] of Object.entries(fields)) {
      const value = member(object, key);
      if (value !== undefined && value !== null && !field.isIgnored) yield { key, field, value, path: [...path, key] };
    }
  }
}

/** The definition as it is shown for a mistake: inside of another object, where the platform does not look. */
export const isWrapped = (root: JsonObject): boolean => member(root, 'cartridgeDefinitionBean') !== undefined;
