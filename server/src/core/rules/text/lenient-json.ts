import { comments, trailingCommas } from '../../json/jsonc';
import { straightened } from '../../json/quotes';
import { isAcceptedByJettison } from '../../json/jettison';
import { editHere, type TextRule } from '../engine/rule';

export const lenientJson: TextRule = {
  id: 'lenient-json',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A definition is not strict JSON: it has trailing commas, comments or single quotes.',
  requires: 'A definition is strict JSON, without trailing commas, comments and single quotes.',
  why: 'The server accepts these and more, but other tools do not. If they make values unreadable, the file is not checked.',
  source: 'tested with Jettison 1.3.4; alpha and pre-alpha releases of Private PaaS have trailing commas',
  isAboutSyntax: true,
  check({ text, reading, artifact, looksLike }, report) {
    if (
      reading.state === 'syntax-error' &&
      looksLike &&
      looksLike !== 'any' &&
      isAcceptedByJettison(text) &&
      straightened(text).length === 0
    ) {
      report({
        at: { offset: reading.problem.offset, length: reading.problem.length },
        message:
          'This is not strict JSON. The server accepts it, but other tools do not, and the file is not checked any further. Use strict JSON with double quotes.',
      });
    }
    if (reading.state !== 'parsed' || !reading.lenient || !artifact) return;
    const [comma] = trailingCommas(text);
    if (comma !== undefined) {
      report({
        at: { offset: comma, length: 1 },
        message: 'A trailing comma is not strict JSON. The server accepts it, but other tools do not. Remove it.',
        fixes: () => [{ title: 'Remove all trailing commas', change: editHere([{ op: 'removeTrailingCommas' }]), preferred: true }],
      });
    }
    const [comment] = comments(text);
    if (comment)
      report({
        at: comment,
        message: 'A comment is not strict JSON. The server accepts it, but other tools do not. Move it to "description".',
      });
  },
};
