import { readJson, recognise, showsSignsOfOurs } from '../../server/src/core';

/** Whether a text is a definition by its keys; one that cannot be parsed is, if it shows keys that nothing else has. */
export function isDefinition(text: string): boolean {
  const reading = readJson(text);
  return reading.state === 'whole' ? recognise(reading.value) !== undefined : showsSignsOfOurs(text);
}
