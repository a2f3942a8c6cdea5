/**
 * Keys that hardly any other JSON has, in the quotes of JSON or in the single ones that the platform takes, too. A text that does not parse is taken for a Private PaaS file only if it
 * shows one of them in quotes; a file that parses and shows one without being recognised gets the reason.
 */
const SIGN =
  /["'](?:iaasProvider|portMapping|serviceGroup|cartridgeDefinitionBean|partitionGroup|loadThresholds|cartridgeType|networkPartitions|defaultAutoscalingPolicy|defaultDeploymentPolicy|payload_parameter\.\w+)["']/;

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
  looksLikeDefinition(text) || SIGNS_TOGETHER.some(keys => keys.every(key => text.includes(`"${key}"`)));
