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
  summary:
    'A field contains a string where the server reads an object, an object where it reads a string, or a list where it reads one value.',
  requires: 'A field contains what the server reads there: an object, a string, or one value and not a list of several.',
  why: 'The server reads a number as a string and a string as a number. It reads an object as a list with one entry, and such a list as an object. Values of any other type it ignores or refuses.',
  source: 'tested with Jettison 1.3.4 in the mapped convention of the REST endpoint; cxf-servlet.xml:59-60 (Private PaaS 4.0.0)',
  check(artifact, report) {
    for (const { key, field, value, at } of valuesToCheck(artifact)) {
      if (isRight(field, value)) continue;
      const path = [...at, key];
      for (const wrong of wrongIn(field, value, path)) {
        const isItem = wrong.path.length > path.length;
        report({
          at: { path: wrong.path },
          subject: key,
          message: `${isItem ? `An entry of ${key}` : key} is ${whatIs(wrong.value)} here. The server does not read it. Write ${inWords(field, isItem)}.`,
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

/** What to write there, or as one item of the list there. */
function inWords({ type, isList }: Field, isItem: boolean): string {
  const word = type === 'text' ? 'string' : type;
  if (isList && !isItem) return `a list of ${word}s`;
  return word === 'object' ? 'an object' : `a ${word}`;
}

const whatIs = (value: JsonValue): string => (Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : `a ${typeof value}`);
