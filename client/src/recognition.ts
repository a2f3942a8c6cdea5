import { readJson, recognise, looksLikeDefinition } from '../../server/src/core';

/** Whether a text is a definition by its keys; one that cannot be parsed is, if it shows keys that nothing else has. */
export function isDefinition(text: string): boolean {
  const reading = readJson(text);
  return reading.state === 'parsed' ? recognise(reading.value) !== undefined : looksLikeDefinition(text);
}
