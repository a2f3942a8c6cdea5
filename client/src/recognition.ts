import { kindOfUnparsable, readJson, recognise } from '../../server/src/core';

/** Whether a text is a definition by its keys; of one that cannot be parsed, whether what can be read of it would be. */
export function isDefinition(text: string): boolean {
  const reading = readJson(text);
  return reading.state === 'parsed' ? recognise(reading.value) !== undefined : kindOfUnparsable(text) !== undefined;
}
