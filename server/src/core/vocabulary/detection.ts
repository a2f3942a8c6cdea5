/** Keys that hardly any other JSON has. Of a file that is not read, or that is not recognised, they tell that it is meant to be a definition. */
const KEYS =
  'iaasProvider|portMapping|serviceGroup|cartridgeDefinitionBean|partitionGroup|loadThresholds|cartridgeType|networkPartitions|' +
  'defaultAutoscalingPolicy|defaultDeploymentPolicy|payload_parameter\\.\\w+';

/** Quotes of JSON, of JavaScript and of word processors. In a text that does not parse one of the two may be missing. */
const QUOTE = '["\'\u2018-\u201f]';
const SIGN = new RegExp(`${QUOTE}(?:${KEYS})\\b|\\b(?:${KEYS})${QUOTE}`);

export const looksLikeDefinition = (text: string): boolean => SIGN.test(text);

/** Keys that together are enough to have a closer look: those of the kinds that have no such key of their own. */
const SIGNS_TOGETHER: readonly (readonly string[])[] = [
  ['type', 'provider'],
  ['type', 'host'],
  ['type', 'multiTenant'],
  ['type', 'property', 'value'],
  ['id', 'provider', 'property'],
  ['id', 'provider', 'partitions'],
  ['id', 'property', 'partitions'],
  ['name', 'cartridges'],
  ['name', 'groups'],
  ['components', 'cartridges'],
  ['components', 'groups'],
  ['applicationId'],
  ['domainMappings', 'cartridgeAlias'],
  ['artifactRepositories', 'alias'],
];

/** Whether a text may be a definition of any kind: cheap, and right about every one that is. */
export const mayBeDefinition = (text: string): boolean =>
  looksLikeDefinition(text) || SIGNS_TOGETHER.some(keys => keys.every(key => isThere(text, key)));

/** With a quote on one side at least: in a text that does not parse the other one may be missing. */
function isThere(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + 1)) {
    if (isQuote(text[at - 1]) || isQuote(text[at + key.length])) return true;
  }
  return false;
}

const isQuote = (c: string | undefined): boolean => c === '"' || c === "'" || (c !== undefined && c >= '\u2018' && c <= '\u201f');
