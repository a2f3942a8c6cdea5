import { scalarText } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { valuesToCheck } from '../support/fieldWalk';
import { ruleOnAll } from '../engine/rule';

const WHOLE = /^\s*[+-]?\d+\s*$/;
const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

export const invalidNumber = ruleOnAll({
  id: 'invalid-number',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A port, a size, a count or a threshold is neither a number nor a string of one.',
  requires:
    'A port, a size, a count and a threshold are numbers that the server accepts, or strings of such numbers. Ports are whole numbers up to 65535.',
  why: 'The server reads anything else as 0, without an error. With a threshold of 0, it starts new members at once. For the size of a volume the server of 4.0 answers with "500 Internal server error".',
  source:
    'PojoConverter.java:158; JAXB reads a string that is not a number as 0 (Private PaaS 4.0.0); PortMappingBean, LoadAverageThresholdsBean.java:27 (Stratos 4.1.4)',
  check(artifact, report) {
    for (const { key, field, value, at } of valuesToCheck(artifact)) {
      if (field.type !== 'whole number' && field.type !== 'number') continue;
      const text = scalarText(value);
      if (text === undefined || isPlaceholder(text)) continue;
      const isNumber = typeof value !== 'boolean' && (field.type === 'number' ? DECIMAL : WHOLE).test(text);
      if (isNumber && (field.most === undefined || (Number(text) >= 0 && Number(text) <= field.most))) continue;
      const path = [...at, key];
      report({
        at: { path },
        subject: key,
        message:
          isNumber && field.most !== undefined
            ? `${key} is ${text.trim()}. That is not a valid port. Write a number from 0 to ${field.most}.`
            : `${key} is ${JSON.stringify(value)}. The server reads it as 0. Write a ${field.type}.`,
      });
    }
  },
});
