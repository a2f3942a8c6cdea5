import type { TextRule } from '../engine/rule';

export const oversizedFile: TextRule = {
  id: 'oversized-file',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A definition is small enough to be read: 5 MB, unless another limit is set.',
  why: 'A file of that size is hardly a definition that somebody wrote, and reading it would hold up the check of all others. What it might answer to the look-ups of other files is unknown, and they are silent about it.',
  source: 'the definitions that ship with the product have up to 5 KB (Private PaaS 4.0.0, 4.1.3)',
  isAboutSyntax: false,
  check({ reading, looksLike }, report) {
    if (reading.state !== 'skipped' || reading.skipped.kind !== 'size' || !looksLike) return;
    const { size, limit } = reading.skipped;
    report({
      at: { offset: 0, length: 0 },
      message: `The file has ${inWords(size)}, and files are read up to ${inWords(limit)}: it is not checked, nor found by others; make it smaller, or raise the limit (--max-size on the command line, cartridge.maxFileSize in VS Code)`,
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
