/**
 * Values that an installer or a person replaces before the definition is deployed: the product's boot.sh (@PRIMARY, REGION),
 * its configurator ({{OS_REGION}}), templates (${…}, <%…%>) and samples (<LB_IP>, xxxxx). Such a value is unknown, not wrong.
 */
const WHOLE = /^@[A-Z_]+$|<[A-Z][A-Z0-9_ ]*>|\bREGION\b|\bBASE_IMAGE_ID\b|\bAVAILABILITY_ZONE\b|^x{3,}$/;

/** How the others open and close. A pattern for them would look for the end again from every beginning. */
const ENCLOSED = [
  ['{{', '}}'],
  ['${', '}'],
  ['<%', '%>'],
] as const;

/** Most values show no sign of being one. */
const SIGN = new RegExp(`${WHOLE.source}|\\{\\{|\\$\\{|<%`);

export const isPlaceholder = (text: string): boolean =>
  SIGN.test(text) && (WHOLE.test(text) || ENCLOSED.some(([open, close]) => holds(text, open, close)));

/** Whether something is opened and closed again on the same line. */
const holds = (text: string, open: string, close: string): boolean =>
  text.split(/[\n\r\u2028\u2029]/).some(line => {
    const from = line.indexOf(open);
    return from !== -1 && line.includes(close, from + open.length);
  });
