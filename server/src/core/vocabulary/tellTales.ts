/**
 * Keys that hardly any other JSON has, in the quotes of JSON or in the single ones that the platform takes, too. A text that does not parse is taken for one of ours only if it shows one of them in
 * quotes; a file that parses and shows one without being recognised deserves a word on why.
 */
const TELL_TALE =
  /["'](?:iaasProvider|portMapping|serviceGroup|cartridgeDefinitionBean|partitionGroup|loadThresholds|cartridgeType|networkPartitions|defaultAutoscalingPolicy|defaultDeploymentPolicy|payload_parameter\.\w+)["']/;

export const showsSignsOfOurs = (text: string): boolean => TELL_TALE.test(text);
