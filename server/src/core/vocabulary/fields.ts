/**
 * The fields of the definitions of 4.0, as the beans of the REST endpoint have them (CartridgeDefinitionBean.java:29-59 and the beans
 * beside it, PojoConverter.java:143-190). Those of 4.1 are in fields41.ts.
 */

import { table, type Entries } from './table';

export interface Field {
  /** What the platform reads there. A string and a number, an object and a list of one, are taken for each other. */
  readonly type: 'text' | 'whole number' | 'number' | 'boolean' | 'object';
  readonly isList?: true;
  /** The definition cannot do without it: what happens, in a sentence. */
  readonly required?: string;
  /** Of a required list: one without items is enough. */
  readonly mayBeEmpty?: true;
  /** The field is known and not read. */
  readonly isIgnored?: true;
  /** Only the other dialect reads it: the file may have been meant for that one. */
  readonly isOf41?: true;
  /** The largest number, where there is one; the smallest is then 0. */
  readonly most?: number;
  readonly fields?: Fields;
  readonly description: string;
}

export type Fields = ReadonlyMap<string, Field>;

export const text = (description: string): Field => ({ type: 'text', description });
export const required = (consequence: string, field: Field): Field => ({ ...field, required: consequence });
export const list = (fields: Entries<Field>, description: string): Field => ({
  type: 'object',
  isList: true,
  fields: table(fields),
  description,
});
export const object = (fields: Entries<Field>, description: string): Field => ({ type: 'object', fields: table(fields), description });
export const flag = (description: string): Field => ({ type: 'boolean', description });
export const ignored = (field: Field): Field => ({ ...field, isIgnored: true });
export const decimal = (description: string): Field => ({ type: 'number', description });
export const number = (description: string, most?: number): Field => ({
  type: 'whole number',
  description,
  ...(most !== undefined && { most }),
});

export const PROPERTY = {
  name: text('The name; an entry without one is dropped.'),
  value: text('The value; an entry without one is dropped.'),
};

export const MOST_PORT = 65_535;

export const CARTRIDGE_FIELDS: Fields = table({
  type: required(
    'No other file can name the cartridge.',
    text('The service type: the name by which everything else refers to the cartridge.'),
  ),
  provider: required(
    'The service manager fails to run the cartridge.',
    text('`data`, `internal`, `application`, `lb` or `loadbalancer`; any other word, `app` among them, is a framework.'),
  ),
  host: required('The server refuses to run the cartridge.', text('The host name of the service.')),
  displayName: text('Displayed in the console.'),
  description: text('Displayed in the console.'),
  version: text('Displayed in the console.'),
  multiTenant: flag('Whether one cluster serves all tenants; a service deployment needs it.'),
  isPublic: ignored(flag('Of a milestone; not read.')),
  serviceGroup: text('Cartridges of one group are subscribed to together in the console.'),
  defaultAutoscalingPolicy: text('Of a load balancer: the autoscale policy when it is started by itself.'),
  defaultDeploymentPolicy: text('Of a load balancer: the deployment policy when it is started by itself.'),
  deployment: object(
    { baseDir: text('Where artifacts are deployed.'), dir: { type: 'text', isList: true, description: 'Folders below it.' } },
    'Where artifacts are deployed.',
  ),
  portMapping: required(
    'The agent does not start.',
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
        'The server answers with an error.',
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
    'The server refuses the cartridge.',
    list(
      {
        type: required(
          'The server refuses the cartridge.',
          text('`ec2`, `openstack`, `vcloud` or another one that the cloud controller is configured for.'),
        ),
        name: text('Displayed.'),
        className: text('The class that drives it.'),
        provider: text("jclouds' name of it."),
        identity: text('The account.'),
        credential: text('The secret of the account.'),
        imageId: text('Region and image, with a slash between.'),
        maxInstanceLimit: number('Read, and not used.'),
        property: list(PROPERTY, 'instanceType, keyPair, securityGroups and the like.'),
        networkInterfaces: list(
          {
            networkUuid: text('The network.'),
            fixedIp: text('The address.'),
            portUuid: text('The port.'),
            floatingNetworks: { ...list({}, 'Floating addresses, in 4.1.'), isIgnored: true, isOf41: true },
          },
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

/** The properties of a partition that the server reads, in this case alone (Scope.java:24-26 of the cloud controller). */
export const PARTITION_PROPERTIES: readonly string[] = ['region', 'zone', 'host'];

export const PARTITION_FIELDS: Fields = table({
  id: required('The server refuses the partition.', text('The name by which deployment policies refer to it.')),
  provider: required('The server refuses the partition.', text("An IaaS type, as in a cartridge's `iaasProvider`.")),
  property: list(PROPERTY, 'region, zone, host.'),
  partitionMin: number('Not read here.'),
  partitionMax: number('Not read here.'),
});

export const DEPLOYMENT_POLICY_FIELDS: Fields = table({
  id: required('The server refuses the deployment policy.', text('The name by which service deployments and subscriptions refer to it.')),
  partitionGroup: required(
    'There is no partition to start members in.',
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
  partition: ignored(list({}, 'Not read here.')),
});

const THRESHOLD = object(
  {
    average: decimal('The average from which on members are started.'),
    gradient: decimal('The gradient likewise.'),
    secondDerivative: decimal('The second derivative likewise.'),
    scaleDownMarginOfGradient: decimal('How far below members are ended.'),
    scaleDownMarginOfSecondDerivative: decimal('How far below members are ended.'),
    upperLimit: ignored(decimal('Read by some releases only, in place of the average.')),
    lowerLimit: ignored(decimal('Read by some releases only.')),
  },
  'A threshold.',
);

/** The load that is looked at: each threshold is read, whether it is there or not. */
export const THRESHOLDS: readonly string[] = ['requestsInFlight', 'memoryConsumption', 'loadAverage'];

/** What some releases read of a threshold in place of all else. */
export const LIMITS: readonly string[] = ['upperLimit', 'lowerLimit'];

export const AUTOSCALE_POLICY_FIELDS: Fields = table({
  id: required('The server refuses the autoscale policy.', text('The name by which service deployments and subscriptions refer to it.')),
  displayName: text('Displayed in the console.'),
  description: text('Displayed in the console.'),
  loadThresholds: required(
    'The cluster is never scaled.',
    object(
      { requestsInFlight: THRESHOLD, memoryConsumption: THRESHOLD, loadAverage: THRESHOLD },
      'The load from which on members are started.',
    ),
  ),
});

export const SERVICE_DEPLOYMENT_FIELDS: Fields = table({
  serviceName: text('Only logged.'),
  cartridgeType: required('The server refuses the service deployment.', text('The service type of a multi-tenant cartridge.')),
  deploymentPolicyName: required('The server cannot monitor the cluster.', text('The id of a deployment policy.')),
  autoscalingPolicyName: required('The cluster is never scaled.', text('The id of an autoscale policy.')),
  clusterDomain: text('Not read.'),
  clusterSubDomain: text('Not read.'),
  tenantRange: text('The tenants that it serves; `*` for all.'),
});

export const SUBSCRIPTION_FIELDS: Fields = table({
  cartridgeType: required('The server refuses the subscription.', text('The service type of a cartridge.')),
  alias: required('The server refuses the subscription.', text('The name of the subscription.')),
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
