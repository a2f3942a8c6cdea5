import type { TextRule } from '../engine/rule';

export const oversizedFile: TextRule = {
  id: 'oversized-file',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A definition is larger than the limit, which is 5 MB by default.',
  requires: 'A definition is not larger than the limit, which is 5 MB unless another one is configured.',
  why: 'A file of that size is hardly a hand-written definition, and reading it would delay the check of all others. Rules do not report references that this file may satisfy.',
  source: 'the definitions that ship with the product have up to 5 KB (Private PaaS 4.0.0, 4.1.3)',
  isAboutSyntax: false,
  check({ reading, looksLike }, report) {
    if (reading.state !== 'skipped' || reading.skipped.kind !== 'size' || !looksLike) return;
    const { size, limit } = reading.skipped;
    report({
      at: { offset: 0, length: 0 },
      message: `The file has ${inWords(size)}; the limit is ${inWords(limit)}. It is not checked, and references to it are not resolved. Make it smaller, or raise the limit (maxFileSize in .cartridge-check.json, or --max-size on the command line).`,
    });
  },
};

/** To one place behind the point, rounded so that what is above a limit does not look like it. */
function inWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let unit = 0;
  let size = bytes;
  for (; size >= 1024 && unit < units.length - 1; unit++) size /= 1024;
  return `${Math.ceil(size * 10) / 10} ${units[unit]}`;
}
