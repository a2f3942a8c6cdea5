// Workspaces that grow in one direction: what is measured is whether four times as much costs four times as much. Each is a function
// of its size to names and texts of files; most are full of mistakes, for what is to be said costs more than what is sound.

const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const parameter = (name, value) => ({ name: `payload_parameter.${name}`, value });
const OPPOSITE = { worker: 'manager', manager: 'worker' };
const NAMES = { worker: 'MANAGER_SERVICE_TYPE', manager: 'WORKER_SERVICE_TYPE' };

function cartridge(type, more = {}, properties = []) {
  return {
    type,
    provider: 'wso2',
    serviceGroup: 'group',
    host: `${type}.example.org`,
    version: '4.8.1',
    multiTenant: 'true',
    portMapping: [{ protocol: 'https', port: '9443', proxyPort: '443' }],
    iaasProvider: [{ type: 'ec2', imageId: 'eu-west-1/ami-4b7c2d10' }],
    property: properties,
    ...more,
  };
}

/** A worker or a manager; `differs` makes everything that two halves of a pair compare its own. */
function half(role, type, names, differs, more = {}) {
  const own = differs === undefined ? '' : `-${role}-${differs}`;
  return cartridge(type, { serviceGroup: `group${own}`, version: `4.8.1${own}`, host: `${role}${own}.example.org`, ...more }, [
    parameter('SERIVCE_GROUP', `group${own}`),
    parameter('DEPLOYMENT', role),
    ...(names === undefined ? [] : [parameter(NAMES[role], names)]),
    ...(role === 'manager' ? [parameter('WORKER_HOST_NAME', `worker${own}.example.org`), parameter('COMMIT_ENABLED', 'true')] : []),
    { name: 'PRIMARY', value: 'true' },
    parameter('CLUSTERING', 'true'),
  ]);
}

const file = (name, value) => [name, typeof value === 'string' ? value : JSON.stringify(value, undefined, 1)];

/** n workers and n managers. `folder` tells in which folder each stands, `type` its service type, `names` the one that it names. */
const pairs =
  ({ folder = () => '', type = role => role, names = (_i, role) => OPPOSITE[role], differs = () => undefined, more = () => ({}) }) =>
  n =>
    times(n, i =>
      ['worker', 'manager'].map(role =>
        file(`${folder(i, role)}${role}${i}.json`, half(role, type(role, i), names(i, role), differs(i), more(role))),
      ),
    ).flat();

const ownType = (role, i) => `${role}${i}`;
const differs = i => i;
const besideEachOther = i => `folder${i}/`;
const apart = (i, role) => `${role}s/folder${i}/`;

const serviceDeployment = (policy = 'policy') => ({
  serviceName: 'service',
  cartridgeType: 'worker',
  deploymentPolicyName: policy,
  autoscalingPolicyName: 'scaling',
  tenantRange: '*',
});
const policyOf = (id, partitions) => ({ id, partitionGroup: { id: 'group', partitionAlgo: 'round-robin', partition: partitions } });
const partition = (id, region) => ({ id, provider: 'openstack', property: [{ name: 'region', value: region }] });

const applicationOf = (applicationId, components) => ({ applicationId, alias: applicationId, components });
const groupOf = (name, aliases) => ({ name, alias: name, cartridges: aliases.map(alias => ({ type: 't', subscribableInfo: { alias } })) });

const newer = (type, n) =>
  cartridge(type, { serviceGroup: undefined, category: 'framework', host: 'host.example.org' }, [
    parameter('CONFIG_PARAM_CLUSTERING', type.endsWith('worker') ? 'true' : 'false'),
    parameter('CONFIG_PARAM_DOMAIN', `domain-${type}-${n}`),
  ]);

const one = value => [file('worker.json', value)];
const worker = more => half('worker', 'esb', 'esbmgt', undefined, more);
const withProperties = properties => {
  const cartridge = worker();
  return one({ ...cartridge, property: [...cartridge.property, ...properties] });
};
/** A text in which keys stand as often as wanted. */
const withMembers = members => one(JSON.stringify(worker()).replace('{', `{\n${members.join(',\n')},\n`));

/** The size is that of the smaller of the two workspaces that are compared. */
export const SHAPES = {
  'placeholders {{ that never close': [20_000, n => withProperties([parameter('X', '{{'.repeat(n))])],
  'placeholders ${ that never close': [20_000, n => withProperties([parameter('X', '${'.repeat(n))])],
  'placeholders <% that never close': [20_000, n => withProperties([parameter('X', '<%'.repeat(n))])],
  'placeholders <A that never close': [20_000, n => withProperties([parameter('X', '<AAAA'.repeat(n))])],
  'a long name of a parameter': [10_000, n => withProperties([parameter('CLUSTERING'.repeat(n), 'x')])],
  'a long field, a long role': [
    10_000,
    n => one({ ...worker(), ['serviceGroup'.repeat(n)]: 'x', property: [parameter('DEPLOYMENT', 'workermanager'.repeat(n))] }),
  ],
  'long names of types that are missing': [
    2_000,
    n => [file('w.json', half('worker', 'w', 'manage'.repeat(n))), file('m.json', half('manager', 'manager'.repeat(n), 'w'))],
  ],
  'a secret with a long name': [20_000, n => withProperties([{ name: `${'x'.repeat(n)}PASSWORD`, value: 'x' }])],
  'unknown fields that stand twice': [200, n => withMembers(times(n, i => `"other${i}": 1,\n"other${i}": 2`))],
  'one unknown field, many times': [500, n => withMembers(times(n, i => `"other": ${i}`))],
  'one list, many times': [500, n => withMembers(times(n, i => `"portMapping": [{ "protocol": "https", "port": "x${i}" }]`))],
  'one object, many times': [500, n => withMembers(times(n, i => `"iaasProvider": { "type": "ec2", "maxInstanceLimit": "x${i}" }`))],
  'unknown fields': [500, n => one({ ...worker(), ...Object.fromEntries(times(n, i => [`other${i}`, i])) })],
  'unknown fields on one line': [
    500,
    n => [['w.json', JSON.stringify({ ...worker(), ...Object.fromEntries(times(n, i => [`o${i}`, i])) })]],
  ],
  properties: [500, n => withProperties(times(n, i => ({ name: `payload-parameter.X${i}`, value: ` ${i}` })))],
  'properties of one name': [500, n => withProperties(times(n, i => parameter('CLUSTERING', `${i},DEPLOYMENT=x`)))],
  'port mappings that clash': [500, n => one(worker({ portMapping: times(n, () => ({ protocol: 'https', port: 'x', proxyPort: 443 })) }))],
  'IaaS providers': [
    500,
    n => one(worker({ iaasProvider: times(n, i => ({ imageId: i, property: [{ name: 'a' }, { name: 'a' }], x: i })) })),
  ],
  volumes: [500, n => one(worker({ persistence: { isRequired: 'yes', volume: times(n, i => ({ size: 'x', id: [i] })) } }))],
  'load balancers': [
    300,
    n => one(worker({ loadBalancer: times(n, i => ({ type: `lb${i}`, property: [{ name: 'default.load.balancer', value: 'true' }] })) })),
  ],
  'partitions of a policy': [
    500,
    n => [
      file(
        'policy.json',
        policyOf(
          'policy',
          times(n, i => ({ id: `p${i}`, partitionMin: 'x' })),
        ),
      ),
      ...times(8, i => file(`partition${i}.json`, partition(`q${i}`, 'RegionOne'))),
    ],
  ],
  'properties of a partition in another case': [
    500,
    n => [
      file('partition.json', { ...partition('p', 'x'), property: times(n, i => ({ name: i % 2 ? 'REGION' : 'Zone', value: `${i}` })) }),
    ],
  ],
  'cartridges of an application, network partitions where they cannot run': [
    200,
    n => [
      file('application.json', {
        applicationId: 'a',
        alias: 'a',
        components: {
          cartridges: times(n, i => ({
            type: `t${i}`,
            subscribableInfo: { alias: `c${i}`, autoscalingPolicy: 's', deploymentPolicy: 'd' },
          })),
        },
      }),
      file('policy.json', {
        id: 'd',
        networkPartitions: times(n, i => ({ id: `n${i}`, partitionAlgo: 'round-robin', partitions: [{ id: 'p' }] })),
      }),
      ...times(n, i => file(`network${i}.json`, { id: `n${i}`, provider: `provider${i}`, partitions: [{ id: 'p' }] })),
      ...times(n, i => file(`cartridge${i}.json`, newer(`t${i}`, i))),
    ],
  ],
  'groups within a group, aliases that are missing': [
    500,
    n => [
      file('application.json', {
        applicationId: 'a',
        components: {
          groups: times(n, i => ({ name: `g${i}`, alias: `a${i}`, cartridges: [{ type: `t${i}`, subscribableInfo: { alias: `c${i}` } }] })),
          dependencies: { startupOrders: times(n, i => ({ aliases: [`cartridge.x${i}`, `none${i}`] })) },
        },
      }),
      file('group.json', { name: 'g', cartridges: times(n, i => `t${i}`), dependencies: { startupOrders: [{ aliases: ['x'] }] } }),
      file('cartridge.json', newer('wso2esb-490-worker', 0)),
    ],
  ],
  'groups nested deep': [
    100,
    n => [
      file('application.json', {
        applicationId: 'a',
        components: {
          groups: times(n, i => {
            let group = { name: `g${i}`, alias: `a${i}`, cartridges: [{ type: 't', subscribableInfo: { alias: 'c' } }] };
            for (let depth = 0; depth < 10; depth++) group = { name: `g${i}`, alias: `a${i}`, groups: [group] };
            return group;
          }),
        },
      }),
    ],
  ],
  'applications that use one group otherwise than it says, and aliases that none of them has': [
    200,
    n => [
      ...times(n, i => file(`application${i}.json`, applicationOf(`a${i}`, { groups: [groupOf('g', [`c${i}`])] }))),
      file('group.json', {
        name: 'g',
        cartridges: ['t'],
        dependencies: { startupOrders: times(n, i => ({ aliases: [`cartridge.x${i}`] })) },
      }),
      ...times(n, i => file(`mapping${i}.json`, { domainMappings: [{ cartridgeAlias: `d${i}`, domainName: 'd.example.org' }] })),
      file('mapping.json', { domainMappings: times(n, i => ({ cartridgeAlias: `d${i}`, domainName: 'd.example.org' })) }),
    ],
  ],
  'groups of one name in folders beside each other, each with an application': [
    200,
    n =>
      times(n, i => [
        file(`folder${i}/application.json`, applicationOf('a', { groups: [groupOf('g', ['c', 'c'])] })),
        file(`folder${i}/group.json`, { name: 'g', cartridges: ['t'], dependencies: { startupOrders: [{ aliases: ['cartridge.x'] }] } }),
      ]).flat(),
  ],
  'cartridges of one alias without a policy': [
    500,
    n => [
      file(
        'application.json',
        applicationOf('a', {
          cartridges: times(n, () => ({ type: 't', subscribableInfo: { alias: 'c' } })),
          groups: times(n, () => groupOf('g', [])),
        }),
      ),
      file('policy.json', { id: 'p', networkPartitions: [{ id: 'n', partitions: [] }] }),
    ],
  ],
  'pairs of one type in one folder': [200, pairs({})],
  'pairs of one type in one folder, all different': [200, pairs({ differs })],
  'pairs of one type and host in one folder': [200, pairs({ differs, more: () => ({ host: 'host.example.org' }) })],
  'pairs of one type in folders beside each other': [200, pairs({ folder: besideEachOther })],
  'workers and managers of one type in different folders': [200, pairs({ folder: apart })],
  'workers and managers of one type in different folders, all different': [200, pairs({ folder: apart, differs })],
  'workers and managers of own types in one folder that name one': [
    200,
    pairs({ type: ownType, names: (_i, role) => `${OPPOSITE[role]}0` }),
  ],
  'workers and managers of own types in different folders that name one': [
    200,
    pairs({ type: ownType, names: (_i, role) => `${OPPOSITE[role]}0`, folder: apart, differs }),
  ],
  'workers of one type, managers of own types that name them': [
    200,
    pairs({
      type: (role, i) => (role === 'worker' ? role : `${role}${i}`),
      differs,
      names: (i, role) => (role === 'worker' ? `manager${i}` : 'worker'),
    }),
  ],
  'workers and managers of one group that name nobody': [200, pairs({ names: () => undefined, type: ownType })],
  'workers and managers of one group that name what is missing': [200, pairs({ names: i => `missing${i}`, type: ownType })],
  'workers of own types that nobody names back': [
    200,
    n =>
      pairs({
        type: (role, i) => (role === 'worker' ? `worker${i}` : 'manager'),
        names: (i, role) => (role === 'worker' ? 'manager' : 'other'),
      })(n).concat([file('other.json', half('worker', 'other', 'manager'))]),
  ],
  'workers and managers that name cartridges without a role': [
    200,
    n => [...pairs({ names: () => 'solo', type: ownType })(n), ...times(n, i => file(`solo${i}.json`, cartridge('solo')))],
  ],
  'workers that name workers': [
    200,
    n =>
      times(n, i => file(`w${i}.json`, half('worker', 'esb', i % 2 ? 'esb' : 'other'))).concat(
        times(n, i => file(`o${i}.json`, half('worker', 'other', 'esb'))),
      ),
  ],
  'cartridges of one type': [400, n => times(n, i => file(`${i}.json`, cartridge('esb')))],
  'API Manager members': [
    100,
    n =>
      ['gateway', 'gatewaymgt', 'keymanager', 'publisher', 'apistore'].flatMap(type =>
        times(n, i =>
          file(
            `${type}${i}.json`,
            cartridge(type, { host: `${type}${i}.example.org` }, [
              parameter('SERIVCE_GROUP', 'apim'),
              parameter('CLUSTERING', type === 'publisher' ? 'false' : 'true'),
              parameter('KEYMANAGER_HOST_NAME', 'x'),
            ]),
          ),
        ),
      ),
  ],
  'load balancers of one type': [
    200,
    n => [
      ...times(n, i =>
        file(`${i}.json`, cartridge(`t${i}`, { loadBalancer: { type: 'lb', property: { name: 'default.load.balancer', value: 'true' } } })),
      ),
      ...times(n, i => file(`lb${i}.json`, cartridge('lb', { provider: 'other' }))),
    ],
  ],
  'service deployments of one type': [
    200,
    n => [
      ...times(n, i => file(`service${i}.json`, serviceDeployment())),
      ...times(n, i => file(`worker${i}.json`, { ...half('worker', 'worker', 'manager'), multiTenant: 'false' })),
      file('policy.json', policyOf('policy', [{ id: 'p', partitionMin: '0' }])),
      ...times(n, i => file(`partition${i}.json`, partition('p', `region${i}`))),
    ],
  ],
  'policies of one id': [
    200,
    n => [
      ...times(n, i => file(`service${i}.json`, serviceDeployment())),
      ...times(n, i => file(`worker${i}.json`, { ...half('manager', 'worker', 'worker'), property: [parameter('DEPLOYMENT', 'manager')] })),
      ...times(n, i => file(`policy${i}.json`, policyOf('policy', [{ id: 'p', partitionMin: '2' }]))),
    ],
  ],
  'partitions of one id': [400, n => times(n, i => file(`${i}.json`, partition('p', `r${i}`)))],
  'a policy of many partitions, run by many': [
    100,
    n => [
      ...times(n, i => file(`service${i}.json`, serviceDeployment())),
      file('worker.json', half('worker', 'worker', 'manager')),
      file(
        'policy.json',
        policyOf(
          'policy',
          times(n, i => ({ id: `p${i}`, partitionMin: '0' })),
        ),
      ),
      ...times(n, i => file(`partition${i}.json`, partition(`p${i}`, `region${i}`))),
    ],
  ],
  'managers and workers of 4.1': [
    200,
    n => ['manager', 'worker'].flatMap(role => times(n, i => file(`${role}${i}.json`, newer(`wso2esb-490-${role}`, i)))),
  ],
  'names of policies that are missing': [
    200,
    n => [
      ...times(n, i => file(`service${i}.json`, serviceDeployment(`policy-${i}`))),
      ...times(n, i => file(`policy${i}.json`, policyOf(`other-${i}`, []))),
    ],
  ],
};
