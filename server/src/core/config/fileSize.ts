/** Bytes from a number with or without a unit of 1024, such as 300KB or 5MB. `undefined`: that is no size. */
export function bytesOf(size: string | number): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([KMG]?)B?$/i.exec(String(size).trim()) ?? [];
  const bytes = Number(number) * 1024 ** ['', 'K', 'M', 'G'].indexOf(unit?.toUpperCase() ?? '');
  return bytes >= 1 ? Math.floor(bytes) : undefined;
}
