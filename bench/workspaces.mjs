// Workspaces to measure on: sound worker and manager cartridges in pairs, each file of the size and layout that the product ships.
import fs from 'node:fs';
import path from 'node:path';

/** The two shapes in which operators keep many cartridges. */
export const SHAPES = {
  /** Every pair has types of its own; twenty pairs stand in one folder. */
  own: pair => ({ folder: `team-${digits(Math.floor(pair / 20), 4)}`, product: `service${digits(pair, 5)}` }),
  /** The same five pairs again in each folder: copies per customer and stage. */
  copies: pair => {
    const copy = Math.floor(pair / PRODUCTS.length);
    const stage = STAGES[copy % STAGES.length];
    return { folder: `customer-${digits(Math.floor(copy / STAGES.length), 4)}/${stage}`, product: PRODUCTS[pair % PRODUCTS.length] };
  },
};

const PRODUCTS = ['esb', 'identity', 'bps', 'appserver', 'gatekeeper'];
const STAGES = ['dev', 'test', 'prod'];

const digits = (n, width) => String(n).padStart(width, '0');

/** Writes `count` cartridges below `root` and names a pair in the middle of them, as paths from `root`. */
export function writeWorkspace(root, shape, count) {
  const pairs = count / 2;
  let middle;
  for (let pair = 0; pair < pairs; pair++) {
    const { folder, product } = SHAPES[shape](pair);
    fs.mkdirSync(path.join(root, folder), { recursive: true });
    const files = { worker: `${folder}/${product}-worker.json`, manager: `${folder}/${product}-manager.json` };
    for (const role of ['worker', 'manager']) fs.writeFileSync(path.join(root, files[role]), cartridge(product, role));
    if (pair === Math.floor(pairs / 2)) middle = { ...files, product };
  }
  return middle;
}

/** Puts a configuration in every folder below `root` that holds files. */
export function configure(root) {
  const text =
    '{\n  "rules": { "missing-commit-enabled": "off" },\n  "overrides": [{ "files": ["legacy/**"], "rules": { "same-host": "warning" } }]\n}\n';
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true });
  const folders = new Set(entries.filter(entry => entry.isFile()).map(({ parentPath }) => parentPath));
  for (const folder of folders) fs.writeFileSync(path.join(folder, '.cartridge-check.json'), text);
}

/** A sound cartridge: with its counterpart beside it nothing is to be said of it. */
export function cartridge(product, role) {
  const types = { worker: `${product}worker`, manager: `${product}mgt` };
  const hosts = { worker: `${product}.example.org`, manager: `mgt.${product}.example.org` };
  const parameter = (name, value) => ({ name: `payload_parameter.${name}`, value });
  const ofRole =
    role === 'worker'
      ? [parameter('MANAGER_SERVICE_TYPE', types.manager)]
      : [parameter('WORKER_SERVICE_TYPE', types.worker), parameter('WORKER_HOST_NAME', hosts.worker), parameter('COMMIT_ENABLED', 'true')];
  const port = (protocol, number, proxyPort) => ({ protocol, port: String(number), proxyPort: String(proxyPort) });
  const definition = {
    type: types[role],
    provider: 'wso2',
    serviceGroup: `${product}group`,
    host: hosts[role],
    displayName: `${product} ${role}`,
    description: `The ${role} half of ${product}, clustered`,
    version: '4.8.1',
    multiTenant: 'true',
    portMapping: [port('http', 9763, 80), port('https', 9443, 443), port('http', 8280, 8280), port('https', 8243, 8243)],
    deployment: {},
    iaasProvider: [
      {
        type: 'ec2',
        imageId: 'eu-west-1/ami-4b7c2d10',
        maxInstanceLimit: '4',
        property: [{ name: 'instanceType', value: 'm1.medium' }],
      },
    ],
    loadBalancer: { type: 'lb', property: { name: 'default.load.balancer', value: 'true' } },
    property: [
      parameter('SERIVCE_GROUP', `${product}group`),
      parameter('DEPLOYMENT', role),
      ...ofRole,
      { name: 'PRIMARY', value: 'true' },
      parameter('CLUSTERING', 'true'),
    ],
  };
  return JSON.stringify(definition, undefined, 3) + '\n';
}
