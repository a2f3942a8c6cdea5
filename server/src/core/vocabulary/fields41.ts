import { decimal, flag, ignored, list, MOST_PORT, number, object, PROPERTY, required, text, type Fields } from './fields';
import { table } from './table';

/**
 * Fields of the definitions of Stratos 4.1, as its beans have them (the package org.apache.stratos.common.beans of 4.1.4). They are not known
 * completely: what is not in here may be right, unless it is a slip away from what is. `required` are only fields whose absence the server
 * is known to refuse.
 */

const VOLUME = {
  id: text('The name of the volume.'),
  size: text('Gigabytes.'),
  device: text('The device.'),
  removeOnTermination: flag('Whether the volume goes with the instance.'),
  mappingPath: text('Where it is mounted.'),
  snapshotId: text('The snapshot that it is made of.'),
  volumeId: text('The volume that is attached.'),
};

/** Neither spelling of `required` is read (PersistenceBean). */
export const PERSISTENCE_41 = object(
  {
    required: ignored(flag('Not read.')),
    isRequired: ignored(flag('Not read.')),
    volume: list(VOLUME, 'The volumes.'),
  },
  'Volumes attached to the instances.',
);

/** CartridgeBean.java:30-50; refused by StratosApiV41Utils.java:130-178. */
export const CARTRIDGE_FIELDS_41: Fields = table({
  type: required(
    'No other file can name the cartridge.',
    text('The service type: the name by which everything else refers to the cartridge.'),
  ),
  provider: text('Who made it.'),
  category: text('`framework`, `data`, `load-balancer` or another word.'),
  host: text('The host name of the service.'),
  displayName: text('Displayed in the console.'),
  description: text('Displayed in the console.'),
  version: text('Displayed in the console.'),
  multiTenant: flag('Whether one cluster serves all tenants.'),
  deployment: object(
    { baseDir: text('Where artifacts are deployed.'), dir: { type: 'text', isList: true, description: 'Folders below it.' } },
    'Where artifacts are deployed.',
  ),
  portMapping: {
    ...list(
      {
        name: text('The name of the port.'),
        protocol: text('`http` or `https`.'),
        port: number('The port of the server.', MOST_PORT),
        proxyPort: number('The port of the load balancer.', MOST_PORT),
        kubernetesPortType: text('`NodePort` or `ClusterIP`, on Kubernetes.'),
      },
      'The ports of the server.',
    ),
    required: 'The server answers with an error.',
    mayBeEmpty: true,
  },
  metadataKeys: { type: 'text', isList: true, description: 'Keys of the metadata service.' },
  iaasProvider: required(
    'The server refuses the cartridge.',
    list(
      {
        type: text('`ec2`, `openstack`, `kubernetes` or another one that the cloud controller is configured for.'),
        name: text('Displayed.'),
        className: text('The class that drives it.'),
        provider: text("jclouds' name of it."),
        identity: text('The account.'),
        credential: text('The secret of the account.'),
        imageId: text('Region and image, with a slash between.'),
        maxInstanceLimit: ignored(text('Of 4.0.')),
        property: list(PROPERTY, 'instanceType, keyPair, securityGroups and the like.'),
        networkInterfaces: list(
          {
            networkUuid: text('The network.'),
            fixedIp: text('The address.'),
            portUuid: text('The port.'),
            floatingNetworks: list(
              { name: text('The name.'), networkUuid: text('The network.'), floatingIP: text('The address.') },
              'Floating addresses.',
            ),
          },
          'The network interfaces.',
        ),
      },
      'The IaaS providers that it can run on.',
    ),
  ),
  persistence: PERSISTENCE_41,
  loadBalancingIPType: text('`public` or `private`.'),
  property: list(PROPERTY, 'Payload parameters and other properties.'),
});

const THRESHOLD = object(
  {
    threshold: decimal('The load from which on members are started.'),
    average: ignored(decimal('Of 4.0.')),
    upperLimit: ignored(decimal('Of milestones of 4.1.0.')),
    lowerLimit: ignored(decimal('Of milestones of 4.1.0.')),
  },
  'A threshold.',
);

/** LoadAverageThresholdsBean.java:27 and the beans beside it. */
export const AUTOSCALING_POLICY_FIELDS_41: Fields = table({
  id: text('The name by which applications refer to it.'),
  displayName: text('Displayed in the console.'),
  description: text('Displayed in the console.'),
  loadThresholds: object(
    { requestsInFlight: THRESHOLD, memoryConsumption: THRESHOLD, loadAverage: THRESHOLD },
    'From which load on members are started.',
  ),
});

const REFUSES_POLICY = 'The server refuses the policy.';

/** AutoscalerServiceImpl.java:1054-1155. That no network partition is named is a rule of its own. */
export const DEPLOYMENT_POLICY_FIELDS_41: Fields = table({
  id: required(REFUSES_POLICY, text('The name by which applications refer to it.')),
  networkPartitions: list(
    {
      id: required(REFUSES_POLICY, text('The id of a network partition.')),
      partitionAlgo: required(REFUSES_POLICY, text('`round-robin` or `one-after-another`.')),
      partitions: required(
        REFUSES_POLICY,
        list(
          {
            id: required(REFUSES_POLICY, text('The id of a partition of the network partition.')),
            partitionMin: ignored(text('Of milestones.')),
            partitionMax: number('Members at most.'),
          },
          'The partitions in which members are started.',
        ),
      ),
    },
    'The network partitions in which members are started.',
  ),
});

/** AutoscalerUtil.java:524-630. */
export const APPLICATION_POLICY_FIELDS: Fields = table({
  id: required(REFUSES_POLICY, text('The name of the policy.')),
  algorithm: required(REFUSES_POLICY, text('`one-after-another` or `all-at-once`.')),
  networkPartitions: { type: 'text', isList: true, description: 'The ids of network partitions.' },
  properties: list(PROPERTY, 'Properties of the policy.'),
});

/** CloudControllerServiceImpl.java:1530-1576; NetworkPartitionBean and PartitionBean. */
export const NETWORK_PARTITION_FIELDS: Fields = table({
  id: text('The name by which policies refer to it.'),
  uuid: ignored(text('Set by the server.')),
  tenantId: ignored(text('Set by the server.')),
  provider: required(
    'The server overwrites the provider of each partition with it, and then refuses the partitions.',
    text("An IaaS type, as in a cartridge's `iaasProvider`."),
  ),
  partitions: required(
    'The server refuses the network partition.',
    list(
      {
        id: text('The name of the partition.'),
        provider: ignored(text('Overwritten by that of the network partition.')),
        property: list(PROPERTY, 'region, zone, host.'),
        isPublic: ignored(flag('Not read.')),
        description: text('Displayed.'),
      },
      'The partitions.',
    ),
  ),
  properties: list(PROPERTY, 'Properties of the network partition.'),
});
