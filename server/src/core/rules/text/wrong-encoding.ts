import type { TextRule } from '../engine/rule';

export const wrongEncoding: TextRule = {
  id: 'wrong-encoding',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A definition is encoded in UTF-8.',
  why: 'The server decodes what it is sent as UTF-8: of UTF-16 it makes no JSON, and letters in another encoding become other ones.',
  source: 'RFC 8259, section 8.1; the JSON provider of the REST endpoint decodes as UTF-8 (Private PaaS 4.0.0)',
  isAboutSyntax: false,
  check({ reading, looksLike }, report) {
    if (reading.state !== 'skipped' || reading.skipped.kind !== 'encoding' || !looksLike) return;
    report({
      at: { offset: 0, length: 0 },
      message:
        reading.skipped.encoding === 'UTF-16'
          ? 'The file is encoded in UTF-16, and the server reads UTF-8: it takes this for no JSON, and the file is not checked; save it as UTF-8'
          : 'The file holds bytes that are not UTF-8, and the server reads other letters in their place; the file is not checked; save it as UTF-8',
    });
  },
};
