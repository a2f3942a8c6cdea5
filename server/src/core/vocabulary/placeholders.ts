/**
 * Values that an installer or a person replaces before the definition is deployed: the product's boot.sh (@PRIMARY, REGION),
 * its configurator ({{OS_REGION}}), templates (${…}, <%…%>) and samples (<LB_IP>, xxxxx). Such a value is unknown, not wrong.
 */
const PLACEHOLDER =
  /^@[A-Z_]+$|\{\{.*?\}\}|<[A-Z][A-Z0-9_ ]*>|\bREGION\b|\bBASE_IMAGE_ID\b|\bAVAILABILITY_ZONE\b|\$\{.*?\}|<%.*?%>|^x{3,}$/;

export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);
