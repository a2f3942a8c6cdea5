import { duplicateKeys, parseJsonTree } from '../../json/tree';
import type { TextRule } from '../engine/rule';

export const duplicateField: TextRule = {
  id: 'duplicate-field',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A key stands once in an object.',
  why: 'Of a value that stands twice the last one counts; two lists of one name are joined into one.',
  source: 'Jettison 1.3.4, run; JAXB takes the last element of a name (Private PaaS 4.0.0)',
  isAboutSyntax: false,
  check({ text, reading, artifact }, report) {
    if (reading.state !== 'parsed' || !reading.duplicates || !artifact) return;
    for (const { key, spans } of duplicateKeys(parseJsonTree(text))) {
      report({
        at: spans.at(-1)!,
        message: `${JSON.stringify(key)} stands ${spans.length} times in this object: the last one counts, and lists are joined; keep one of them`,
        related: spans.slice(0, -1).map(place => ({ place, message: 'it stands here already' })),
      });
    }
  },
};
