/**
 * The payload parameters that Private PaaS 4.0 reads, and where. The source of all of it is the cartridge agent of 4.0.0
 * (CartridgeAgentConfiguration, DefaultExtensionHandler, ExtensionUtils) and the service manager (CartridgeMgtBehaviour).
 */

import { CONFIG_PARAMETERS } from './configParameters';

/** What a property's name begins with to be handed to the instance; compared with case (CartridgeConstants.java:65). */
export const PAYLOAD_PREFIX = 'payload_parameter.';

/** Misspelled in the agent (CartridgeAgentConstants.java:33 and :83), so the misspelled name is the one that works. Never correct it. */
export const SERVICE_GROUP = 'SERIVCE_GROUP';

/** The same word spelled right: nothing reads it. */
export const UNREAD_SERVICE_GROUP = 'SERVICE_GROUP';

export const DEPLOYMENT = 'DEPLOYMENT';
export const MANAGER_SERVICE_TYPE = 'MANAGER_SERVICE_TYPE';
export const WORKER_SERVICE_TYPE = 'WORKER_SERVICE_TYPE';
export const WORKER_HOST_NAME = 'WORKER_HOST_NAME';
export const CLUSTERING = 'CLUSTERING';
export const COMMIT_ENABLED = 'COMMIT_ENABLED';

/** Read by the cloud controller as a plain property; as a payload parameter it is overwritten (CloudControllerServiceImpl.java:302-309). */
export const PRIMARY = 'PRIMARY';

/** Those that take one of a few words: what else stands there is misspelled. The values of all others are for the author to choose. */
export const OF_FEW_WORDS: readonly string[] = [DEPLOYMENT, PRIMARY, CLUSTERING, COMMIT_ENABLED];

type ServiceTypeParameter = typeof MANAGER_SERVICE_TYPE | typeof WORKER_SERVICE_TYPE;

/** The order in which the product's own cartridges hold them; new ones are inserted in it. */
export const SHIPPED_ORDER: readonly string[] = [
  SERVICE_GROUP,
  DEPLOYMENT,
  MANAGER_SERVICE_TYPE,
  WORKER_SERVICE_TYPE,
  WORKER_HOST_NAME,
  PRIMARY,
  CLUSTERING,
  COMMIT_ENABLED,
];

export const ROLES = ['worker', 'manager'] as const;
export type Role = (typeof ROLES)[number];

/** DEPLOYMENT as the start scripts compare it, with case (start-servers.sh.erb:232,238). */
export const DEPLOYMENT_VALUES: readonly string[] = ['manager', 'worker', 'default'];

export const oppositeOf = (role: Role): Role => (role === 'worker' ? 'manager' : 'worker');

/** The parameter by which a cartridge of this role names its partner's service type. */
export const partnerParameterOf = (role: Role): ServiceTypeParameter => (role === 'worker' ? MANAGER_SERVICE_TYPE : WORKER_SERVICE_TYPE);

/** The service types that the agent knows by name in the group `apim` (DefaultExtensionHandler.java:544-611). */
export const API_MANAGER_GROUP = 'apim';
export const API_MANAGER_TYPES: readonly string[] = ['gateway', 'gatewaymgt', 'keymanager', 'publisher', 'apistore'];

export const GATEWAY_HOST_NAME = 'GATEWAY_HOST_NAME';
export const GATEWAY_MGT_HOST_NAME = 'GATEWAY_MGT_HOST_NAME';
export const KEYMANAGER_HOST_NAME = 'KEYMANAGER_HOST_NAME';

/** By which the members of the API Manager group name each other's hosts. */
export const API_MANAGER_HOSTS: readonly string[] = [GATEWAY_HOST_NAME, GATEWAY_MGT_HOST_NAME, KEYMANAGER_HOST_NAME];

/** Those that the instance gets only with the prefix; left bare they are lost. */
export const NEEDS_PREFIX: readonly string[] = [
  CLUSTERING,
  DEPLOYMENT,
  SERVICE_GROUP,
  UNREAD_SERVICE_GROUP,
  MANAGER_SERVICE_TYPE,
  WORKER_SERVICE_TYPE,
  COMMIT_ENABLED,
  WORKER_HOST_NAME,
  GATEWAY_HOST_NAME,
  GATEWAY_MGT_HOST_NAME,
  KEYMANAGER_HOST_NAME,
];

/** All that some part of the platform reads, or has read: what a misspelled name may have been meant to be. */
export const KNOWN_PARAMETERS: readonly string[] = [
  ...NEEDS_PREFIX,
  PRIMARY,
  'MAP_TO_LB',
  'MAP_TO_IP',
  'GATEWAY_NIO_HTTPS_PORT',
  'WSO2_ELB_HOST',
  'MGT_HOST_NAME',
];

/** The names of the vocabulary, each made once: they are asked for in every file. */
const PAYLOAD_NAMES: ReadonlyMap<string, string> = new Map(
  [...KNOWN_PARAMETERS, ...CONFIG_PARAMETERS].map(parameter => [parameter, PAYLOAD_PREFIX + parameter]),
);

/** The name of a payload parameter as the property list has it. */
export const payloadNameOf = (parameter: string): string => PAYLOAD_NAMES.get(parameter) ?? PAYLOAD_PREFIX + parameter;

/** The name of the property that carries a parameter. */
export const propertyNameOf = (parameter: string): string => (parameter === PRIMARY ? PRIMARY : payloadNameOf(parameter));

/** Of these parameters the properties' names as they are to be written. */
export const RIGHT_NAMES: ReadonlySet<string> = new Set(
  KNOWN_PARAMETERS.filter(parameter => parameter !== UNREAD_SERVICE_GROUP).map(propertyNameOf),
);

/** What somebody who writes `name` means: of the two spellings of the service group the one that is read. */
export const meantBy = (name: string): string => (name === UNREAD_SERVICE_GROUP ? SERVICE_GROUP : name);

/**
 * The sentence to be added where such a parameter is wrong. The topology takes these two from the first deployment of a cartridge; deploying
 * it again, or undeploying it first, leaves them as they were (TopologyBuilder.java:62, CloudControllerServiceImpl.java:199-214).
 */
export const keptNote = (parameter: string): string =>
  parameter === PRIMARY || parameter === SERVICE_GROUP
    ? ` If the cartridge was deployed before, undeploying and deploying it again does not change its ${parameter}.`
    : '';
