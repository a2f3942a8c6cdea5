/** Bytes from a number, or from text with a unit of 1024 such as `300KB` or `5MB`. `undefined`: it is neither, or less than one byte. */
export function readFileSize(size: number | string): number | undefined {
  if (typeof size === 'number') return size >= 1 ? size : undefined;
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([KMG]?)B?$/i.exec(size.trim()) ?? [];
  const bytes = Number(number) * 1024 ** ['', 'K', 'M', 'G'].indexOf(unit?.toUpperCase() ?? '');
  return bytes >= 1 ? bytes : undefined;
}
