import { slipDistance } from '../../vocabulary/letterDistance';
import { KINDS_OF_4_0, objectsToCheck } from '../support/fieldWalk';
import { ruleOn, editHere } from '../engine/rule';

export const unknownField = ruleOn(KINDS_OF_4_0, {
  id: 'unknown-field',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A definition has no fields but those that the server reads.',
  why: 'The server drops a key that it does not know without a word.',
  source: 'CartridgeDefinitionBean.java:29-59 and the beans beside it (Private PaaS 4.0.0)',
  check(artifact, report) {
    for (const { object, path, fields } of objectsToCheck(artifact)) {
      for (const key of Object.keys(object)) {
        if (fields.has(key) || /^[$_]/.test(key)) continue;
        const [nearest] = [...fields.keys()]
          .filter(field => !Object.hasOwn(object, field))
          .map(field => ({ field, letters: slipDistance(field.toLowerCase(), key.toLowerCase(), Math.max(2, field.length / 3)) }))
          .filter(({ letters }) => letters < Infinity)
          .sort((a, b) => a.letters - b.letters);
        report({
          at: { path: [...path, key], on: 'key' },
          subject: key,
          message: `The server does not know ${JSON.stringify(key)} here and drops it; ${nearest ? `was ${nearest.field} meant?` : 'delete it'}`,
          // A field that is missing for this spelling is said once.
          explains: nearest ? [`missing-field:${nearest.field}`] : [],
          fixes: () => [
            ...(nearest
              ? [
                  {
                    title: `Rename to ${nearest.field}`,
                    change: editHere([{ op: 'rename' as const, path: [...path, key], key: nearest.field }]),
                    preferred: true,
                    applicability: nearest.letters <= 2 ? ('safe' as const) : ('suggested' as const),
                  },
                ]
              : []),
            { title: `Delete ${key}`, change: editHere([{ op: 'remove', path: [...path, key] }]) },
          ],
        });
      }
    }
  },
});
