import { comments, trailingCommas } from '../../json/jsonc';
import { isAcceptedByJettison } from '../../json/jettison';
import { looksLikeDefinition } from '../../vocabulary/detection';
import { editHere, type TextRule } from '../engine/rule';

export const lenientJson: TextRule = {
  id: 'lenient-json',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A definition is strict JSON: no trailing commas, no comments, double quotes.',
  why: "The server's reader takes all of these and more. Other tools do not, and where values cannot be read for it the file is not checked.",
  source: 'Jettison 1.3.4, run; alpha and pre-alpha releases of Private PaaS have trailing commas',
  isAboutSyntax: true,
  check({ text, reading, artifact }, report) {
    if (reading.state === 'syntax-error' && looksLikeDefinition(text) && isAcceptedByJettison(text)) {
      report({
        at: { offset: reading.problem.offset, length: reading.problem.length },
        message:
          'The server reads this, but it is no JSON for other tools, and the file is not checked any further; write strict JSON, with double quotes',
      });
    }
    if (reading.state !== 'parsed' || !reading.lenient || !artifact) return;
    const [comma] = trailingCommas(text);
    if (comma !== undefined) {
      report({
        at: { offset: comma, length: 1 },
        message: 'The server takes a comma before a closing bracket, other tools do not; remove it',
        fixes: () => [{ title: 'Remove all trailing commas', change: editHere([{ op: 'removeTrailingCommas' }]), preferred: true }],
      });
    }
    const [comment] = comments(text);
    if (comment) report({ at: comment, message: 'The server takes comments, other tools do not; write them into "description"' });
  },
};
