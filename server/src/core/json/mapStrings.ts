/** Plain data with each string in it replaced. The keys of objects stay. */
export function mapStrings<T>(data: T, replace: (text: string) => string): T {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return replace(value);
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    // Defined, not assigned: a key may be `__proto__`.
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, map(inside)]));
  };
  return map(data) as T;
}
