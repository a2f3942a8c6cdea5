import type { JsonPath, PathLocation } from '../json/path';
import { atPath } from '../json/path';
import { isObject, member, type JsonObject } from '../json/types';
import {
  API_MANAGER_GROUP,
  API_MANAGER_TYPES,
  CLUSTERING,
  DEPLOYMENT,
  MANAGER_SERVICE_TYPE,
  PRIMARY,
  payloadNameOf,
  propertyNameOf,
  SERVICE_GROUP,
  WORKER_HOST_NAME,
  WORKER_SERVICE_TYPE,
  type Role,
} from '../vocabulary/payloadParameters';
import { CONFIG_CLUSTERING, CONFIG_DOMAIN } from '../vocabulary/configParameters';
import { isPlaceholder } from '../vocabulary/placeholders';
import type { CartridgeFacts, TriState } from './facts';
import { readLoadBalancers } from './loadBalancer';
import {
  ANY_TYPE,
  anyKey,
  groupKey,
  hostKey,
  LOAD_BALANCER,
  namesKey,
  namingKeys,
  roleKey,
  serviceGroupKey,
  typeKey,
  type Key,
} from './keys';
import type { ArtifactBase, Dialect } from './artifact';
import { asTheAgentReads, readProperties, type Property, type PropertyList } from './property';
import { isLiteral, nonEmpty, literal, listItems, textAt, type LocatedString } from './scalar';

export interface Cartridge extends ArtifactBase {
  readonly kind: 'cartridge';
  readonly root: JsonObject;
  /** The top-level property list. */
  readonly properties: PropertyList;
  readonly facts: CartridgeFacts;
}

const KEYS_OF_4_0: readonly string[] = [
  'cartridgeDefinitionBean',
  'serviceGroup',
  'loadBalancer',
  'defaultAutoscalingPolicy',
  'defaultDeploymentPolicy',
];
const KEYS_OF_4_1: readonly string[] = ['loadBalancingIPType', 'metadataKeys'];
const PORT_MAPPING_KEYS_OF_4_1: readonly string[] = ['name', 'kubernetesPortType'];

export function isCartridge(root: JsonObject): boolean {
  if (has(root, 'iaasProvider') || has(root, 'cartridgeDefinitionBean')) return true;
  if (typeof member(root, 'type') !== 'string') return false;
  const holds = (list: string, test: (item: JsonObject) => boolean) =>
    listItems(root, list).some(({ value }) => isObject(value) && test(value));
  return (
    holds('portMapping', item => has(item, 'port') || has(item, 'proxyPort')) ||
    holds('property', item => has(item, 'name') && has(item, 'value')) ||
    ['provider', 'host', 'serviceGroup', 'loadBalancer', 'multiTenant'].filter(key => has(root, key)).length >= 2
  );
}

function dialectOfCartridge(root: JsonObject, otherwise: Dialect): Dialect {
  if (has(root, 'category')) return '4.1';
  if (KEYS_OF_4_0.some(key => has(root, key))) return '4.0';
  return fieldOf41(root) === undefined ? otherwise : '4.1';
}

/** A field of a cartridge that only 4.1 reads, apart from `category`. */
export function fieldOf41(root: JsonObject): string | undefined {
  const ofRoot = KEYS_OF_4_1.find(key => has(root, key));
  if (ofRoot !== undefined) return ofRoot;
  for (const { value } of listItems(root, 'portMapping')) {
    const ofPort = isObject(value) ? PORT_MAPPING_KEYS_OF_4_1.find(key => has(value, key)) : undefined;
    if (ofPort !== undefined) return ofPort;
  }
  const persistence = member(root, 'persistence');
  if (isObject(persistence) && has(persistence, 'required')) return 'required';
  return hasFloatingNetworks(root) ? 'floatingNetworks' : undefined;
}

/** NetworkInterfaceBean.java:31 (Stratos 4.1.4). */
const hasFloatingNetworks = (root: JsonObject): boolean =>
  listItems(root, 'iaasProvider').some(
    ({ value }) =>
      isObject(value) && listItems(value, 'networkInterfaces').some(({ value: one }) => isObject(one) && has(one, 'floatingNetworks')),
  );

export function readCartridge(root: JsonObject, otherwise: Dialect): Cartridge {
  const dialect = dialectOfCartridge(root, otherwise);
  const properties = readProperties(root, 'property');
  const cut = (parameter: string) => payloadValue({ properties }, parameter);
  const deployment = cut(DEPLOYMENT);
  const role = roleOf(deployment);
  const type = textAt(root, 'type');
  const host = textAt(root, 'host');
  const serviceGroup = textAt(root, 'serviceGroup');
  const serviceGroupParameter = payloadProperty({ properties }, SERVICE_GROUP)?.value;
  const managerType = cut(MANAGER_SERVICE_TYPE);
  const workerType = cut(WORKER_SERVICE_TYPE);
  const partnerType = role === 'worker' ? managerType : role === 'manager' ? workerType : undefined;
  const provider = textAt(root, 'provider');
  const loadBalancers = readLoadBalancers(root);
  const facts: CartridgeFacts = {
    kind: 'cartridge',
    dialect,
    type,
    host,
    serviceGroup,
    version: textAt(root, 'version'),
    serviceGroupParameter,
    role,
    deployment,
    managerType,
    workerType,
    partnerType,
    workerHost: cut(WORKER_HOST_NAME),
    primary: propertyFlag(bareProperty({ properties }, PRIMARY)?.value),
    clustering: cut(CLUSTERING),
    provider,
    multiTenant: fieldFlag(textAt(root, 'multiTenant')),
    iaas: listItems(root, 'iaasProvider').flatMap(({ value, path }) =>
      isObject(value) ? [{ type: textAt(value, 'type', path), imageId: textAt(value, 'imageId', path) }] : [],
    ),
    hasPersistence: nonNull(root, 'persistence'),
    loadBalancers,
    autoscalePolicy: textAt(root, 'defaultAutoscalingPolicy'),
    deploymentPolicy: textAt(root, 'defaultDeploymentPolicy'),
    v41: {
      clustering: payloadProperty({ properties }, CONFIG_CLUSTERING)?.value,
      domain: payloadProperty({ properties }, CONFIG_DOMAIN)?.value,
      multiTenant: textAt(root, 'multiTenant'),
    },
    keys: keysOf({ type, host, role, partnerType, serviceGroupParameter, serviceGroup, provider, loadBalancers }),
  };
  return { kind: 'cartridge', dialect, root, properties, facts };
}

/** Of a property, which counts as true in any case of the word. */
export function propertyFlag(value: LocatedString | undefined): TriState {
  if (value && isPlaceholder(value.text)) return 'unknown';
  return value?.text.toLowerCase() === 'true' ? 'true' : 'not true';
}

function roleOf(deployment: LocatedString | undefined): CartridgeFacts['role'] {
  if (deployment === undefined || deployment.text === 'default') return 'none';
  return deployment.text === 'worker' || deployment.text === 'manager' ? deployment.text : 'unknown';
}

/** Of a field of the definition, which is true as `true` or `1` alone. */
function fieldFlag(value: LocatedString | undefined): TriState {
  if (value && isPlaceholder(value.text)) return 'unknown';
  return value?.text === 'true' || value?.text === '1' ? 'true' : 'not true';
}

/** The role where the cartridge has one. Never taken from the file's name. */
export const declaredRole = ({ role }: Pick<CartridgeFacts, 'role'>): Role | undefined => (isRole(role) ? role : undefined);

export const isRole = (role: CartridgeFacts['role']): role is Role => role === 'worker' || role === 'manager';

/** What a cartridge needs to have for its properties to be asked; facts are made before the cartridge is. */
type HasProperties = Pick<Cartridge, 'properties'>;

export const payloadProperty = (cartridge: HasProperties, parameter: string): Property | undefined =>
  cartridge.properties.named(payloadNameOf(parameter));

export const bareProperty = (cartridge: HasProperties, name: string): Property | undefined => cartridge.properties.named(name);

/** The value of a payload parameter as the agent reads it. `undefined`: there is none. */
export function payloadValue(cartridge: HasProperties, parameter: string): LocatedString | undefined {
  const value = payloadProperty(cartridge, parameter)?.value;
  return value && asTheAgentReads(value);
}

/** The property that carries a parameter: PRIMARY is bare, all others are payload parameters. */
export const parameterProperty = (cartridge: HasProperties, parameter: string): Property | undefined =>
  cartridge.properties.named(propertyNameOf(parameter));

/** SERIVCE_GROUP as the agent reads it, else the top-level `serviceGroup`. */
export const groupOf = (facts: Pick<CartridgeFacts, 'serviceGroupParameter' | 'serviceGroup'>): LocatedString | undefined =>
  groupParameterOf(facts) ?? nonEmpty(facts.serviceGroup);

/** SERIVCE_GROUP as the agent reads it, if that says something. */
export const groupParameterOf = (facts: Pick<CartridgeFacts, 'serviceGroupParameter'>): LocatedString | undefined =>
  nonEmpty(facts.serviceGroupParameter && asTheAgentReads(facts.serviceGroupParameter));

/** A member of the API Manager group, whose agents follow a path of their own. */
export const isApiManagerMember = (facts: CartridgeFacts): facts is CartridgeFacts & { readonly type: LocatedString } =>
  API_MANAGER_TYPES.includes(facts.type?.text ?? '') && groupOf(facts)?.text === API_MANAGER_GROUP;

/** Whether CLUSTERING is `true` in any case (DefaultExtensionHandler.java:888). */
export const isClustered = (cartridge: HasProperties): boolean => propertyFlag(payloadValue(cartridge, CLUSTERING)) === 'true';

/** Whether a cartridge names `other` as its partner, by the parameter that goes with the opposite of the other's role. */
export function pointsBackAt(cartridge: CartridgeFacts, other: CartridgeFacts): boolean {
  const named = other.role === 'manager' ? cartridge.managerType : other.role === 'worker' ? cartridge.workerType : undefined;
  return isLiteral(named) && named.text === other.type?.text;
}

/** Where a finding about something missing from the property list stands: its key, or the service type where there is no list. */
export const placeForMissingProperty = (cartridge: Cartridge): PathLocation =>
  has(cartridge.root, 'property') ? { path: ['property'], on: 'key' } : placeForMissingField(cartridge);

/** Where a finding about a missing top-level field stands: the service type, by which the cartridge is known. */
export function placeForMissingField(cartridge: Cartridge): PathLocation {
  if (cartridge.facts.type) return atPath('type');
  const first: JsonPath = Object.keys(cartridge.root).slice(0, 1);
  return { path: first, on: 'key' };
}

/** The keys under which others look a cartridge up. */
function keysOf(
  facts: Pick<
    CartridgeFacts,
    'type' | 'host' | 'role' | 'partnerType' | 'serviceGroupParameter' | 'serviceGroup' | 'provider' | 'loadBalancers'
  >,
): Key[] {
  const keys: Key[] = [];
  const role = declaredRole(facts);
  const type = literal(facts.type);
  const partnerType = literal(facts.partnerType);
  keys.push(type ? typeKey(type.text) : ANY_TYPE);
  if (role && partnerType && !namesItself(facts)) keys.push(namesKey(role, partnerType.text));
  const group = literal(groupOf(facts));
  if (role && group) keys.push(groupKey(role, group.text));
  if (role && type) keys.push(roleKey(role));
  const host = literal(facts.host);
  if (host) keys.push(hostKey(host.text));
  const serviceGroup = literal(facts.serviceGroup);
  if (serviceGroup) keys.push(serviceGroupKey(serviceGroup.text));
  keys.push(anyKey('cartridge'));
  if (isLoadBalancer(facts)) keys.push(LOAD_BALANCER);
  keys.push(...namingKeys(facts.loadBalancers.map(({ type }) => type)));
  return keys;
}

/** A cartridge of a provider that the service manager takes for a load balancer (CartridgeSubscriptionFactory.java:85). */
export const isLoadBalancer = (facts: Pick<CartridgeFacts, 'provider'>): boolean => /^(lb|loadbalancer)$/.test(facts.provider?.text ?? '');

export const namesItself = (facts: Pick<CartridgeFacts, 'partnerType' | 'type'>): boolean =>
  isLiteral(facts.partnerType) && facts.partnerType.text === facts.type?.text;

const nonNull = (object: JsonObject, key: string): boolean => (member(object, key) ?? null) !== null;
const has = (object: JsonObject, key: string): boolean => member(object, key) !== undefined;
