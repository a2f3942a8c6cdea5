/**
 * The fields of the definitions of 4.0, as the beans of the REST endpoint have them (CartridgeDefinitionBean.java:29-59 and the beans
 * beside it, PojoConverter.java:143-190). 4.1 has no table: it is not known completely enough to call a field unknown.
 */

import { table, type Entries } from './table';

export interface Field {
  /** What the platform reads there. A string and a number, an object and a list of one, are taken for each other. */
  readonly type: 'text' | 'whole number' | 'boolean' | 'object';
  readonly isList?: true;
  /** Without it the definition is refused, or the agent does not start. */
  readonly isRequired?: true;
  /** The field is known and not read. */
  readonly isIgnored?: true;
  /** The largest number, where there is one; the smallest is then 0. */
  readonly most?: number;
  readonly fields?: Fields;
  readonly description: string;
}

export type Fields = ReadonlyMap<string, Field>;

const text = (description: string): Field => ({ type: 'text', description });
const required = (field: Field): Field => ({ ...field, isRequired: true });
const list = (fields: Entries<Field>, description: string): Field => ({ type: 'object', isList: true, fields: table(fields), description });
const object = (fields: Entries<Field>, description: string): Field => ({ type: 'object', fields: table(fields), description });
const flag = (description: string): Field => ({ type: 'boolean', description });
const number = (description: string, most?: number): Field => ({ type: 'whole number', description, ...(most !== undefined && { most }) });

const PROPERTY = {
  name: text('The name; an entry without one is dropped.'),
  value: text('The value; an entry without one is dropped.'),
};

const MOST_PORT = 65_535;

export const CARTRIDGE_FIELDS: Fields = table({
  type: required(text('The service type: the name by which everything else refers to the cartridge.')),
  provider: required(text('`data`, `lb` and `loadbalancer` have a meaning; any other word is a framework.')),
  host: required(text('The host name of the service.')),
  displayName: text('Displayed in the console.'),
  description: text('Displayed in the console.'),
  version: text('Displayed in the console.'),
  multiTenant: flag('Whether one cluster serves all tenants; a service deployment needs it.'),
  isPublic: { ...flag('Of a milestone; not read.'), isIgnored: true },
  serviceGroup: text('Cartridges of one group are subscribed to together in the console.'),
  defaultAutoscalingPolicy: text('Of a load balancer: the autoscale policy when it is started by itself.'),
  defaultDeploymentPolicy: text('Of a load balancer: the deployment policy when it is started by itself.'),
  deployment: object(
    { baseDir: text('Where artifacts are deployed.'), dir: { type: 'text', isList: true, description: 'Folders below it.' } },
    'Where artifacts are deployed.',
  ),
  portMapping: required(
    list(
      {
        protocol: text('`http` or `https`.'),
        port: number('The port of the server.', MOST_PORT),
        proxyPort: number('The port of the load balancer.', MOST_PORT),
      },
      'The ports of the server; without any the agent does not start.',
    ),
  ),
  persistence: object(
    {
      isRequired: flag('Whether volumes are attached.'),
      volume: required(
        list(
          {
            size: number('Gigabytes.'),
            device: text('The device.'),
            removeOnTermination: flag('Whether the volume goes with the instance.'),
            mappingPath: text('Where it is mounted.'),
          },
          'The volumes.',
        ),
      ),
    },
    'Volumes attached to the instances.',
  ),
  iaasProvider: required(
    list(
      {
        type: required(text('`ec2`, `openstack`, `vcloud` or another one that the cloud controller is configured for.')),
        name: text('Displayed.'),
        className: text('The class that drives it.'),
        provider: text("jclouds' name of it."),
        identity: text('The account.'),
        credential: text('The secret of the account.'),
        imageId: text('Region and image, with a slash between.'),
        maxInstanceLimit: number('Read, and not used.'),
        property: list(PROPERTY, 'instanceType, keyPair, securityGroups and the like.'),
        networkInterfaces: list(
          { networkUuid: text('The network.'), fixedIp: text('The address.'), portUuid: text('The port.') },
          'The network interfaces.',
        ),
      },
      'The IaaS providers that it can run on; without any the definition is refused.',
    ),
  ),
  loadBalancer: object(
    {
      type: text('The service type of the load balancer.'),
      deploymentPolicy: text('Read, and not used.'),
      autoscalingPolicy: text('Read, and not used.'),
      property: list(PROPERTY, 'Which load balancer is used.'),
    },
    'The load balancer of the cartridge.',
  ),
  property: list(PROPERTY, 'Payload parameters and other properties.'),
});

export const PARTITION_FIELDS: Fields = table({
  id: required(text('The name by which deployment policies refer to it.')),
  provider: required(text("An IaaS type, as in a cartridge's `iaasProvider`.")),
  property: list(PROPERTY, 'region, zone, host.'),
  partitionMin: number('Not read here.'),
  partitionMax: number('Not read here.'),
});

export const DEPLOYMENT_POLICY_FIELDS: Fields = table({
  id: required(text('The name by which service deployments and subscriptions refer to it.')),
  partitionGroup: required(
    list(
      {
        id: text('The name of the group.'),
        partitionAlgo: text('`round-robin` or `one-after-another`.'),
        partition: list(
          {
            id: text('The id of a partition.'),
            partitionMin: number('Members started at once and kept.'),
            partitionMax: number('Members at most.'),
          },
          'The partitions of the group.',
        ),
      },
      'Groups of partitions.',
    ),
  ),
  partition: { ...list({}, 'Not read here.'), isIgnored: true },
});

const THRESHOLD = object(
  {
    average: text('The average from which on members are started.'),
    gradient: text('The gradient likewise.'),
    secondDerivative: text('The second derivative likewise.'),
    scaleDownMarginOfGradient: text('How far below members are ended.'),
    scaleDownMarginOfSecondDerivative: text('How far below members are ended.'),
  },
  'A threshold.',
);

export const AUTOSCALE_POLICY_FIELDS: Fields = table({
  id: required(text('The name by which service deployments and subscriptions refer to it.')),
  displayName: text('Displayed in the console.'),
  description: text('Displayed in the console.'),
  loadThresholds: required(
    object(
      { requestsInFlight: THRESHOLD, memoryConsumption: THRESHOLD, loadAverage: THRESHOLD },
      'From which load on members are started.',
    ),
  ),
});

export const SERVICE_DEPLOYMENT_FIELDS: Fields = table({
  serviceName: text('Only logged.'),
  cartridgeType: required(text('The service type of a multi-tenant cartridge.')),
  deploymentPolicyName: required(text('The id of a deployment policy.')),
  autoscalingPolicyName: required(text('The id of an autoscale policy.')),
  clusterDomain: text('Not read.'),
  clusterSubDomain: text('Not read.'),
  tenantRange: text('The tenants that it serves; `*` for all.'),
});

export const SUBSCRIPTION_FIELDS: Fields = table({
  cartridgeType: required(text('The service type of a cartridge.')),
  alias: required(text('The name of the subscription.')),
  repoURL: text('The repository of the artifacts.'),
  privateRepo: flag('Whether it asks for user and password.'),
  repoUsername: text('The user.'),
  repoPassword: text('The password.'),
  autoscalePolicy: text('The id of an autoscale policy.'),
  deploymentPolicy: text('The id of a deployment policy.'),
  commitsEnabled: flag('Whether artifacts are committed back.'),
  persistanceRequired: flag('Whether volumes are attached; spelled so in the bean.'),
  size: text('Of the volume.'),
  removeOnTermination: flag('Whether the volume goes with the instance.'),
  serviceGroup: text('Subscribes to all cartridges of the group.'),
  dataCartridgeType: text('A data cartridge to connect.'),
  dataCartridgeAlias: text('Its alias.'),
  domains: { type: 'text', isList: true, description: 'Domains of the subscription.' },
});
