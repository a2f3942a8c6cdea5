import type { JsonObject, JsonValue } from '../../json/types';
import { isObject, member } from '../../json/types';
import type { PathLocation } from '../../json/path';
import type { Artifact } from '../../model/kinds';
import { listItems, literal, textAt } from '../../model/scalar';
import type { Field } from '../../vocabulary/fields';
import { isGiven, objectsToCheck, type FieldsOfObject } from '../support/fieldWalk';
import { ruleOnAll, type Fix, type Report, editHere } from '../engine/rule';

export const missingField = ruleOnAll({
  id: 'missing-field',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A definition lacks a field without which the server refuses it, or cannot run it.',
  requires: 'A definition has the fields that the server needs.',
  why: 'For some fields the server has a message of its own, for others it answers with "500 Internal server error". Without port mappings the agent of 4.0 does not start. The provider of a network partition of 4.1 overwrites that of its partitions, even if it is missing.',
  source:
    'PojoConverter.java:143-158, CloudControllerServiceImpl.java:129-147, PartitionManager.java:76-83, PolicyManager.java:79-112 (Private PaaS 4.0.0); StratosApiV41Utils.java:130-143,1557, DefaultApplicationParser.java:188, AutoscalerServiceImpl.java:1054-1155, AutoscalerUtil.java:524-630, CloudControllerServiceImpl.java:1036,1530-1576 (Stratos 4.1.4)',
  check(artifact, report) {
    for (const at of objectsToCheck(artifact)) {
      for (const [key, field] of at.fields) {
        if (field.required !== undefined && !isGiven(field, member(at.object, key)))
          report(missing(artifact, at, key, field, field.required));
      }
    }
  },
});

function missing(artifact: Artifact, { object, path }: FieldsOfObject, key: string, field: Field, consequence: string): Report {
  const value = member(object, key);
  const where = path.length > 0 ? ` in ${typeof path.at(-1) === 'number' ? 'an entry of ' : ''}${nameOf(path)}` : '';
  return {
    at: placeOf(object, path, key, value),
    subject: key,
    message: `${key} is ${value === undefined ? 'missing' : 'empty'}${where}. ${consequence} ${value === undefined ? `Add ${key} with` : 'Fill in'} ${inWords(field)}.`,
    explains: ['invalid-number:' + key, 'empty-property-value:' + key],
    fixes: () => [
      ...(path.length === 0 && key === 'provider' ? providerOfPartitions(artifact.root) : []),
      {
        title: `Insert ${key} (fill in the ${field.type === 'object' ? 'values' : 'value'})`,
        change: editHere([{ op: 'insert', object: path, key, value: skeleton(key, field) }]),
        ...(field.type === 'text' && !field.isList && { caret: [...path, key] }),
      },
    ],
  };
}

/** The one that all partitions of a network partition have themselves. */
function providerOfPartitions(root: JsonObject): Fix[] {
  const partitions = listItems(root, 'partitions').map(({ value }) => (isObject(value) ? value : undefined));
  const [first, ...others] = new Set(partitions.map(partition => partition && literal(textAt(partition, 'provider'))?.text));
  if (first === undefined || others.length > 0) return [];
  return [
    {
      title: `Insert provider ${JSON.stringify(first)} (provider of its partitions)`,
      change: editHere([{ op: 'insert', object: [], key: 'provider', value: first }]),
      preferred: true,
    },
  ];
}

/** At the empty value; at the first key of an object that lacks it. */
function placeOf(object: JsonObject, path: readonly (string | number)[], key: string, value: JsonValue | undefined): PathLocation {
  if (value !== undefined) return { path: [...path, key] };
  const [first] = Object.keys(object);
  return first === undefined ? { path } : { path: [...path, first], on: 'key' };
}

/** What it is for, as it stands at the end of a sentence. */
const inWords = ({ description }: Field): string =>
  (/^[^:;.]*/.exec(description)?.[0] ?? '').replaceAll('`', '').replace(/^(The|An?|Groups|Volumes) /, word => word.toLowerCase());

const nameOf = (path: readonly (string | number)[]): string => String(path.findLast(segment => typeof segment === 'string'));

/** The least that stands for a field: placeholders to be replaced, which until then are unknown and not wrong. */
function skeleton(key: string, field: Field): JsonValue {
  if (field.type !== 'object') return `<${key.replace(/[A-Z]/g, letter => '_' + letter).toUpperCase()}>`;
  const fields = [...(field.fields ?? [])];
  const needed = fields.filter(([, { required }]) => required !== undefined);
  const entry = Object.fromEntries((needed.length > 0 ? needed : fields.slice(0, 3)).map(([name, one]) => [name, skeleton(name, one)]));
  return field.isList ? [entry] : entry;
}
