import { scalarText } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { KINDS_OF_4_0, valuesToCheck } from '../support/fieldWalk';
import { ruleOn } from '../engine/rule';

export const invalidNumber = ruleOn(KINDS_OF_4_0, {
  id: 'invalid-number',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'Ports, sizes and counts are whole numbers, or strings of one.',
  why: 'The server takes anything else for 0 without a word; for the size of a volume it answers with "500 Internal server error".',
  source: 'PojoConverter.java:158; JAXB reads a text that is no number as 0 (Private PaaS 4.0.0)',
  check(artifact, report) {
    for (const { key, field, value, at } of valuesToCheck(artifact)) {
      if (field.type !== 'whole number') continue;
      const text = scalarText(value);
      if (text === undefined || isPlaceholder(text)) continue;
      const isWhole = typeof value !== 'boolean' && /^\s*[+-]?\d+\s*$/.test(text);
      if (isWhole && (field.most === undefined || (Number(text) >= 0 && Number(text) <= field.most))) continue;
      const path = [...at, key];
      report({
        at: { path },
        subject: key,
        message:
          isWhole && field.most !== undefined
            ? `${key} is ${text.trim()}, which is no port; write a number from 0 to ${field.most}`
            : `${key} is ${JSON.stringify(value)}, which the server takes for 0; write a whole number`,
      });
    }
  },
});
