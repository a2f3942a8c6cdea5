import { CONFIG_CLUSTERING, CONFIG_DOMAIN, CONFIG_PROFILE } from './configParameters';
import {
  CLUSTERING,
  COMMIT_ENABLED,
  DEPLOYMENT,
  GATEWAY_HOST_NAME,
  GATEWAY_MGT_HOST_NAME,
  KEYMANAGER_HOST_NAME,
  keptNote,
  MANAGER_SERVICE_TYPE,
  PRIMARY,
  SERVICE_GROUP,
  UNREAD_SERVICE_GROUP,
  WORKER_HOST_NAME,
  WORKER_SERVICE_TYPE,
} from './payloadParameters';
import { table } from './table';

/** What a person wants to know about a parameter. */
export interface ParameterDescription {
  readonly meaning: string;
  /** Who reads it. `undefined`: nobody. */
  readonly readers: string | undefined;
  /** What happens without it, or with a wrong value. */
  readonly missing?: string;
  readonly notes?: readonly string[];
  /** Where in the source of the platform that was read. */
  readonly source: string;
}

/** Switches of clustering that stand in no definition, and so cannot be checked (puppet/manifests/nodes, boot.sh:401,462,524,586,638). */
const OUTSIDE_OF_CLUSTERING =
  'The Puppet node of the product has a clustering switch of its own, which boot.sh sets. The definition alone does not cluster a server.';

/** Where hosts stand besides the definition (boot.sh:696-711,1199-1209). */
export const OUTSIDE_OF_HOST =
  'boot.sh contains the host names of the managers, mgt.<product>.wso2.com, once more, for single sign-on and the hosts file.';

const NOTHING_READS_IT_IN_4_1 = 'Nothing in Private PaaS 4.1 reads it.';

/** The parameters of 4.0, by their names without the prefix. */
export const PARAMETERS_40 = table<ParameterDescription>({
  [SERVICE_GROUP]: {
    meaning: 'The service group. An agent takes up members of its partner that start later only if both cartridges have the same group.',
    readers: 'the cartridge agent, with case',
    missing: 'A pair forms without it, but members of the partner that start later are ignored. The API Manager does not form at all.',
    notes: ['The name is misspelled in the agent. Keep it: only this spelling is read.', keptNote(SERVICE_GROUP).trim()],
    source: 'CartridgeAgentConstants.java:33,83, ExtensionUtils.java:138-196',
  },
  [UNREAD_SERVICE_GROUP]: {
    meaning: `The right spelling of ${SERVICE_GROUP}, which the agent does not know.`,
    readers: undefined,
    source: 'CartridgeAgentConstants.java:33,83',
  },
  [DEPLOYMENT]: {
    meaning: 'The role: `worker`, `manager`, or `default` for a cartridge without a partner.',
    readers: 'the cartridge agent, the start scripts and Puppet; in lower case only',
    missing: 'The service manager sets `default`: the server starts without a partner.',
    source: 'CartridgeMgtBehaviour.java:113-115, DefaultExtensionHandler.java:598-617, start-servers.sh.erb:232,238',
  },
  [MANAGER_SERVICE_TYPE]: {
    meaning: 'On a worker: the service type of its manager.',
    readers: 'the cartridge agent of a worker',
    missing: "The worker's server never starts.",
    source: 'CartridgeAgentConfiguration.java:137-160, DefaultExtensionHandler.java:668-689',
  },
  [WORKER_SERVICE_TYPE]: {
    meaning: 'On a manager: the service type of its worker.',
    readers: 'the cartridge agent of a manager',
    missing: "The manager's server never starts.",
    source: 'CartridgeAgentConfiguration.java:162-185, DefaultExtensionHandler.java:672-694',
  },
  [WORKER_HOST_NAME]: {
    meaning: 'On a manager: the host of its worker, which stands in the addresses of the services that it publishes.',
    readers: 'the Puppet templates of ESB and Application Server, and the start scripts',
    missing: 'The manager publishes its own host.',
    source: 'carbon.xml.erb:48-61, axis2.xml.erb:261-294, start-servers.sh.erb:104-109',
  },
  [PRIMARY]: {
    meaning: 'Whether the members that are started at once are well-known members, on which the cluster forms. The name has no prefix.',
    readers: 'the autoscaler; the agent gets its value from there',
    missing:
      'Without it on the worker, neither side starts. Without it on the manager, the pair forms only while that has a single member.',
    notes: [keptNote(PRIMARY).trim()],
    source: 'AutoscalerUtil.java:184, DefaultExtensionHandler.java:661-825, TopologyBuilder.java:131-145',
  },
  [CLUSTERING]: {
    meaning: 'Whether the servers form a cluster: `true` in any case of the letters.',
    readers: 'the cartridge agent',
    missing: 'The server starts at once as a single node.',
    notes: [OUTSIDE_OF_CLUSTERING],
    source: 'DefaultExtensionHandler.java:888-889',
  },
  [COMMIT_ENABLED]: {
    meaning: 'Whether artifacts that are deployed through the management console are committed to the repository. Only on the manager.',
    readers: 'the cartridge agent',
    missing: 'They are not committed.',
    source: 'CartridgeAgentConfiguration.java:321-336, DefaultExtensionHandler.java:141,171',
  },
  [GATEWAY_HOST_NAME]: {
    meaning: "The host of the API Manager's gateway.",
    readers: 'the Puppet templates of the API Manager, and the start scripts',
    missing: 'URLs have an empty host.',
    source: 'api-manager.xml.erb:151,318, start-servers.sh.erb:112,137',
  },
  [GATEWAY_MGT_HOST_NAME]: {
    meaning: "The host of the manager of the API Manager's gateway.",
    readers: 'the Puppet templates of the API Manager, and the start scripts',
    missing: 'The publisher cannot publish.',
    source: 'api-manager.xml.erb:135, start-servers.sh.erb:113',
  },
  [KEYMANAGER_HOST_NAME]: {
    meaning: "The host of the API Manager's key manager.",
    readers: 'the Puppet templates of the API Manager, and the start scripts',
    missing: 'The token URL has an empty host.',
    source: 'api-manager.xml.erb:56,260, start-servers.sh.erb:114,130',
  },
  MAP_TO_LB: {
    meaning: 'Hosts that are entered for the load balancer in the hosts file.',
    readers: 'the start scripts',
    source: 'start-servers.sh.erb:78-101',
  },
  MAP_TO_IP: {
    meaning: 'Hosts that are entered for an address in the hosts file.',
    readers: 'the start scripts',
    source: 'start-servers.sh.erb:78-101',
  },
  GATEWAY_NIO_HTTPS_PORT: {
    meaning: 'The HTTPS port of the gateway.',
    readers: 'the Puppet template of the Identity Server',
    source: 'api-manager.xml.erb:305',
  },
  MGT_HOST_NAME: { meaning: 'The host of the manager.', readers: undefined, source: 'read by no file of 4.0.0' },
});

const leftover = (meaning: string): ParameterDescription => ({
  meaning,
  readers: undefined,
  notes: [NOTHING_READS_IT_IN_4_1],
  source: 'Stratos 4.1.4, cartridges 4.1.3',
});

/** The parameters of 4.1 that decide about workers and managers, and what became of those of 4.0. */
export const PARAMETERS_41 = table<ParameterDescription>({
  [CONFIG_CLUSTERING]: {
    meaning: 'Whether the servers form a cluster: exactly `true` or `false`, in lower case.',
    readers: 'the start-up plugin of the cartridge',
    missing: 'The server starts as a single node.',
    source: 'startup-handler.py:79,117,122',
  },
  [CONFIG_DOMAIN]: {
    meaning: 'The clustering domain, the same for the worker and the manager.',
    readers: 'the template of axis2.xml',
    source: 'axis2.xml of the template modules',
  },
  [CONFIG_PROFILE]: {
    meaning: 'The profile of an API Manager server. It matches the end of the service type.',
    readers: 'the start-up plugin of the API Manager',
    source: 'startup-handler.py of wso2am',
  },
  [COMMIT_ENABLED]: {
    meaning: 'Whether artifacts are committed to the repository. Only on the manager.',
    readers: 'the cartridge agent',
    missing: 'They are not committed.',
    source: 'config.py of the Python agent',
  },
  [DEPLOYMENT]: leftover('The role in 4.0. In 4.1 the end of the service type tells it: `-worker` or `-manager`.'),
  [SERVICE_GROUP]: leftover('The service group in 4.0.'),
  [MANAGER_SERVICE_TYPE]: leftover('The service type of the manager in 4.0. In 4.1 the service type itself tells it.'),
  [WORKER_SERVICE_TYPE]: leftover('The service type of the worker in 4.0. In 4.1 the service type itself tells it.'),
  [PRIMARY]: leftover('Marked well-known members in 4.0.'),
  [CLUSTERING]: leftover(`Called ${CONFIG_CLUSTERING} in 4.1.`),
});
