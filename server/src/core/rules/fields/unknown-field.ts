import { slipDistance } from '../../vocabulary/letterDistance';
import type { Dialect } from '../../model/artifact';
import { objectsToCheck, type FieldsOfObject } from '../support/fieldWalk';
import { ruleOnAll, type Report, editHere } from '../engine/rule';

export const unknownField = ruleOnAll({
  id: 'unknown-field',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A definition of 4.0 has a field that the server does not read, or one of 4.1 has a misspelled field.',
  requires: 'A definition of 4.0 has only fields that the server reads. In one of 4.1, fields are spelled as the server reads them.',
  why: 'The server ignores a key that it does not know, and does not say so. The fields of 4.1 are not known completely: a key is reported if it is one or two letters away from a field that is missing in its place.',
  source:
    'CartridgeDefinitionBean.java:29-59 and the beans beside it (Private PaaS 4.0.0); org.apache.stratos.common.beans (Stratos 4.1.4)',
  check(artifact, report) {
    for (const at of objectsToCheck(artifact)) {
      for (const key of Object.keys(at.object)) {
        const field = at.fields.get(key);
        if (field?.isOf41 && artifact.dialect === '4.0') report(ofTheOther(at, key));
        if (field || /^[$_]/.test(key)) continue;
        const nearest = nearestField(at, key, artifact.dialect);
        if (nearest || artifact.dialect === '4.0') report(unknown(at, key, nearest));
      }
    }
  },
});

/** A field that may have been meant, and how many letters it is away. */
interface Nearest {
  readonly name: string;
  readonly letters: number;
}

function nearestField({ object, fields }: FieldsOfObject, key: string, dialect: Dialect): Nearest | undefined {
  const near = dialect === '4.0' ? isNear : isSlip;
  const [nearest] = [...fields.keys()]
    .filter(name => !Object.hasOwn(object, name))
    .map(name => ({ name, letters: near(name, key) }))
    .filter(({ letters }) => letters < Infinity)
    .sort((a, b) => a.letters - b.letters);
  return nearest;
}

const isNear = (name: string, key: string): number => slipDistance(name.toLowerCase(), key.toLowerCase(), Math.max(2, name.length / 3));

/** One letter away, or two in a longer name; two letters that have changed places are two as well. */
function isSlip(name: string, key: string): number {
  const [a, b] = [name.toLowerCase(), key.toLowerCase()];
  const letters = slipDistance(a, b, 2);
  return letters < 2 || name.length > 5 || haveSameLetters(a, b) ? letters : Infinity;
}

const haveSameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

function unknown({ path }: FieldsOfObject, key: string, nearest: Nearest | undefined): Report {
  const at = [...path, key];
  return {
    at: { path: at, on: 'key' },
    subject: key,
    message: nearest
      ? `${JSON.stringify(key)} is unknown here. The server ignores it. Write ${nearest.name} if that is meant.`
      : `${JSON.stringify(key)} is unknown here. The server ignores it. Delete it.`,
    // A field that is missing for this spelling is said once.
    explains: nearest ? missingFor(nearest.name) : [],
    fixes: () => [
      ...(nearest
        ? [
            {
              title: `Rename ${JSON.stringify(key)} to ${JSON.stringify(nearest.name)}`,
              change: editHere([{ op: 'rename' as const, path: at, key: nearest.name }]),
              preferred: true,
              applicability: nearest.letters <= 2 ? ('safe' as const) : ('suggested' as const),
            },
          ]
        : []),
      { title: `Delete ${JSON.stringify(key)}`, change: editHere([{ op: 'remove', path: at }]) },
    ],
  };
}

const missingFor = (name: string): string[] =>
  name === 'category' ? ['missing-category'] : [`missing-field:${name}`, `missing-threshold:${name}`];

/** Nobody knows whether the field or the rest of the file is meant. */
const ofTheOther = ({ path }: FieldsOfObject, key: string): Report => ({
  at: { path: [...path, key], on: 'key' },
  subject: key,
  message: `${key} is a field of 4.1. The server of 4.0 ignores it. Use it in a cartridge of 4.1 only.`,
});
