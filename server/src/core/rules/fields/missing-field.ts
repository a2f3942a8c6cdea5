import type { JsonObject, JsonValue } from '../../json/types';
import { member } from '../../json/types';
import type { PathLocation } from '../../json/path';
import type { ArtifactKind } from '../../model/artifact';
import type { Field } from '../../vocabulary/fields';
import { objectsToCheck, isPresent, KINDS_OF_4_0, type FieldsOfObject } from '../support/fieldWalk';
import { ruleOn, type Report, editHere } from '../engine/rule';

export const missingField = ruleOn(KINDS_OF_4_0, {
  id: 'missing-field',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A definition has the fields without which it is refused or cannot run.',
  why: 'The server answers with a message of its own for some of them, and with "500 Internal server error" for others; without port mappings the agent does not start.',
  source:
    'PojoConverter.java:143-158, CloudControllerServiceImpl.java:129-147, PartitionManager.java:76-83, PolicyManager.java:79-112 (Private PaaS 4.0.0)',
  check(artifact, report) {
    for (const at of objectsToCheck(artifact)) {
      for (const [key, field] of at.fields) {
        if (field.isRequired && !isPresent(member(at.object, key))) report(missing(artifact.kind, at, key, field));
      }
    }
  },
});

function missing(kind: ArtifactKind, { object, path }: FieldsOfObject, key: string, field: Field): Report {
  const value = member(object, key);
  return {
    at: placeOf(object, path, key, value),
    subject: key,
    message: `${key} is ${value === undefined ? 'missing' : 'empty'}, and ${path.length > 0 ? `an entry of ${nameOf(path)}` : `a ${kind}`} needs it; insert it. It is for: ${field.description.replace(/\.$/, '')}`,
    explains: ['invalid-number:' + key, 'empty-property-value:' + key],
    fixes: () => [
      {
        title: `Insert ${key}`,
        change: editHere([{ op: 'insert', object: path, key, value: skeleton(key, field) }]),
        ...(field.type === 'text' && { caret: [...path, key] }),
      },
    ],
  };
}

/** At the empty value; at the first key of an object that lacks it. */
function placeOf(object: JsonObject, path: readonly (string | number)[], key: string, value: JsonValue | undefined): PathLocation {
  if (value !== undefined) return { path: [...path, key] };
  const [first] = Object.keys(object);
  return first === undefined ? { path } : { path: [...path, first], on: 'key' };
}

const nameOf = (path: readonly (string | number)[]): string => String(path.findLast(segment => typeof segment === 'string'));

/** The least that stands for a field: placeholders to be replaced, which until then are unknown and not wrong. */
function skeleton(key: string, field: Field): JsonValue {
  if (field.type !== 'object') return `<${key.replace(/[A-Z]/g, letter => '_' + letter).toUpperCase()}>`;
  const fields = [...(field.fields ?? [])];
  const needed = fields.filter(([, { isRequired }]) => isRequired);
  const entry = Object.fromEntries((needed.length > 0 ? needed : fields.slice(0, 3)).map(([name, one]) => [name, skeleton(name, one)]));
  return field.isList ? [entry] : entry;
}
