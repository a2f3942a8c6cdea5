export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member of an object; `__proto__` and `constructor` are keys like any other. */
export const member = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
