import type { TextRule } from '../engine/rule';

export const wrongEncoding: TextRule = {
  id: 'wrong-encoding',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A definition is not encoded in UTF-8.',
  requires: 'A definition is encoded in UTF-8.',
  why: 'The server decodes files as UTF-8. It cannot read UTF-16 as JSON, and it reads wrong characters from other encodings.',
  source: 'RFC 8259, section 8.1; the JSON provider of the REST endpoint decodes as UTF-8 (Private PaaS 4.0.0)',
  isAboutSyntax: false,
  check({ reading, looksLike }, report) {
    if (reading.state !== 'skipped' || reading.skipped.kind !== 'encoding' || !looksLike) return;
    report({
      at: { offset: 0, length: 0 },
      message:
        reading.skipped.encoding === 'UTF-16'
          ? 'The file is encoded in UTF-16, not in UTF-8. The server refuses it, and it is not checked. Save it as UTF-8.'
          : 'The file contains bytes that are not UTF-8. The server reads wrong characters from them, and the file is not checked. Save it as UTF-8.',
    });
  },
};
