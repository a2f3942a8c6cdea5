import { isObject, type JsonValue } from '../../json/types';
import type { JsonPath } from '../../json/path';
import type { Field } from '../../vocabulary/fields';
import { valuesToCheck } from '../support/fieldWalk';
import { ruleOnAll } from '../engine/rule';

export const wrongType = ruleOnAll({
  id: 'wrong-type',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A field holds a text where the server reads an object, an object where it reads a text, or a list where it reads one value.',
  why: 'The server takes a string and a number for each other, and an object and a list of one. It ignores or refuses anything else.',
  source: 'Jettison 1.3.4, the mapped convention of the REST endpoint, run; cxf-servlet.xml:59-60 (Private PaaS 4.0.0)',
  check(artifact, report) {
    for (const { key, field, value, at } of valuesToCheck(artifact)) {
      if (isRight(field, value)) continue;
      const path = [...at, key];
      for (const wrong of wrongIn(field, value, path)) {
        report({
          at: { path: wrong.path },
          subject: key,
          message: `${key} is ${whatIs(wrong.value)} here. The server does not read it. Write ${inWords(field)}.`,
        });
      }
    }
  },
});

/** Whether one value, or each item of a list where there may be a list, is what the server reads there. */
const isRight = (field: Field, value: JsonValue): boolean =>
  Array.isArray(value) ? (field.isList ?? value.length <= 1) && value.every(one => isOfType(field, one)) : isOfType(field, value);

const isOfType = ({ type }: Field, one: JsonValue): boolean =>
  one === null || (type === 'object' ? isObject(one) : typeof one !== 'object');

/** Where a value is of the wrong type, and what stands there. */
function wrongIn(field: Field, value: JsonValue, path: JsonPath): { path: JsonPath; value: JsonValue }[] {
  if (!Array.isArray(value) || (!field.isList && value.length > 1)) return [{ path, value }];
  return value.flatMap((one, i) => (isOfType(field, one) ? [] : [{ path: [...path, i], value: one }]));
}

function inWords({ type, isList }: Field): string {
  if (type === 'object') return isList ? 'a list of objects' : 'an object';
  return isList ? 'a list of texts' : `a ${type}`;
}

const whatIs = (value: JsonValue): string => (Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : `a ${typeof value}`);
