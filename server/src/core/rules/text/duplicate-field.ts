import { duplicateKeys, parseJsonTree } from '../../json/tree';
import type { TextRule } from '../engine/rule';

export const duplicateField: TextRule = {
  id: 'duplicate-field',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A key is defined more than once in an object.',
  requires: 'The keys of an object are all different.',
  why: 'The server uses the last value of a key. Two lists of one key are joined into one list.',
  source: 'tested with Jettison 1.3.4; JAXB takes the last element of a name (Private PaaS 4.0.0)',
  isAboutSyntax: false,
  check({ text, reading, artifact }, report) {
    if (reading.state !== 'parsed' || !reading.duplicates || !artifact) return;
    for (const { key, spans, isList } of duplicateKeys(parseJsonTree(text))) {
      const times = spans.length === 2 ? 'twice' : `${spans.length} times`;
      const consequence = isList ? 'The server joins the lists' : 'The server uses the last one';
      report({
        at: spans.at(-1)!,
        subject: key,
        message: `${JSON.stringify(key)} is defined ${times} in this object. ${consequence}. ${isList ? 'Write one list' : 'Keep one of them'}.`,
        related: spans.slice(0, -1).map(place => ({ place, message: 'defined here already' })),
      });
    }
  },
};
