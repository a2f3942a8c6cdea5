import type { JsonPath, Place } from '../json/path';
import { valueAt } from '../json/path';
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
import { readLoadBalancers, type LoadBalancerFacts } from './loadBalancer';
import { ANY_TYPE, anyKey, groupKey, LOAD_BALANCER, namesKey, namingKey, roleKey, typeKey } from './keys';
import type { ArtifactBase, Dialect, FactsBase } from './artifact';
import { asTheAgentReads, readProperties, type Property, type PropertyList } from './property';
import { given, known, listItems, textAt, type Text } from './text';

export interface Cartridge extends ArtifactBase {
  readonly kind: 'cartridge';
  readonly root: JsonObject;
  /** The top-level property list. */
  readonly properties: PropertyList;
  readonly facts: CartridgeFacts;
}

/** What a cartridge tells the others. */
export interface CartridgeFacts extends FactsBase {
  readonly kind: 'cartridge';
  readonly type: Text | undefined;
  readonly host: Text | undefined;
  readonly serviceGroup: Text | undefined;
  readonly version: Text | undefined;
  /** Payload parameter SERIVCE_GROUP as written: its partner compares it uncut (ExtensionUtils.java:162). */
  readonly serviceGroupParameter: Text | undefined;
  /** `none`: DEPLOYMENT is absent or `default`; `unknown`: a placeholder, or a word that is no role. */
  readonly role: Role | 'none' | 'unknown';
  readonly deployment: Text | undefined;
  /** MANAGER_ and WORKER_SERVICE_TYPE, whatever the role, as the agent reads them. */
  readonly managerType: Text | undefined;
  readonly workerType: Text | undefined;
  /** The one of the two by which a cartridge with a role names its partner. */
  readonly partnerType: Text | undefined;
  /** WORKER_HOST_NAME as the agent reads it. */
  readonly workerHost: Text | undefined;
  /** The bare property PRIMARY. */
  readonly primary: Truth;
  /** Payload parameter CLUSTERING as the agent reads it. */
  readonly clustering: Text | undefined;
  readonly provider: Text | undefined;
  readonly multiTenant: Truth;
  readonly iaas: readonly IaasFacts[];
  /** Where `default.load.balancer` is true: which load balancer that is. */
  readonly loadBalancers: readonly LoadBalancerFacts[];
  /** The policies under which it is started if it is a load balancer. */
  readonly autoscalePolicy: Text | undefined;
  readonly deploymentPolicy: Text | undefined;
  /** What 4.1 goes by. */
  readonly newer: { readonly clustering: Text | undefined; readonly domain: Text | undefined };
}

/** What a switch says that counts only when it is true. `unknown`: a placeholder. */
export type Truth = 'true' | 'not true' | 'unknown';

/** An entry of iaasProvider. */
export interface IaasFacts {
  readonly type: Text | undefined;
  /** Region and image. */
  readonly imageId: Text | undefined;
}

const KEYS_OF_4_0 = ['serviceGroup', 'loadBalancer', 'defaultAutoscalingPolicy', 'defaultDeploymentPolicy'];
const KEYS_OF_4_1 = ['loadBalancingIPType', 'metadataKeys'];
const PORT_MAPPING_KEYS_OF_4_1 = ['name', 'kubernetesPortType'];

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

export function dialectOfCartridge(root: JsonObject): Dialect {
  if (has(root, 'category')) return '4.1';
  if (KEYS_OF_4_0.some(key => has(root, key))) return '4.0';
  const persistence = member(root, 'persistence');
  const has4_1Key =
    KEYS_OF_4_1.some(key => has(root, key)) ||
    listItems(root, 'portMapping').some(({ value }) => isObject(value) && PORT_MAPPING_KEYS_OF_4_1.some(key => has(value, key))) ||
    (isObject(persistence) && has(persistence, 'required'));
  return has4_1Key ? '4.1' : '4.0';
}

export function readCartridge(root: JsonObject): Cartridge {
  const dialect = dialectOfCartridge(root);
  const properties = readProperties(root, 'property');
  const cut = (parameter: string) => payloadValue({ properties }, parameter);
  const deployment = cut(DEPLOYMENT);
  const role = roleOf(deployment);
  const type = textAt(root, 'type');
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
    host: textAt(root, 'host'),
    serviceGroup,
    version: textAt(root, 'version'),
    serviceGroupParameter,
    role,
    deployment,
    managerType,
    workerType,
    partnerType,
    workerHost: cut(WORKER_HOST_NAME),
    primary: truthOf(bareProperty({ properties }, PRIMARY)?.value),
    clustering: cut(CLUSTERING),
    provider,
    multiTenant: flagOf(textAt(root, 'multiTenant')),
    iaas: listItems(root, 'iaasProvider').flatMap(({ value, path }) =>
      isObject(value) ? [{ type: textAt(value, 'type', path), imageId: textAt(value, 'imageId', path) }] : [],
    ),
    loadBalancers,
    autoscalePolicy: textAt(root, 'defaultAutoscalingPolicy'),
    deploymentPolicy: textAt(root, 'defaultDeploymentPolicy'),
    newer: {
      clustering: payloadProperty({ properties }, CONFIG_CLUSTERING)?.value,
      domain: payloadProperty({ properties }, CONFIG_DOMAIN)?.value,
    },
    keys: keysOf({ type, role, partnerType, serviceGroupParameter, serviceGroup, provider, loadBalancers }),
  };
  return { kind: 'cartridge', dialect, root, properties, facts };
}

/** Of a property, which counts as true in any case of the word. */
export function truthOf(value: Text | undefined): Truth {
  if (value && isPlaceholder(value.text)) return 'unknown';
  return value?.text.toLowerCase() === 'true' ? 'true' : 'not true';
}

function roleOf(deployment: Text | undefined): CartridgeFacts['role'] {
  if (deployment === undefined || deployment.text === 'default') return 'none';
  return deployment.text === 'worker' || deployment.text === 'manager' ? deployment.text : 'unknown';
}

/** Of a field of the definition, which is true as `true` or `1` alone. */
function flagOf(value: Text | undefined): Truth {
  if (value && isPlaceholder(value.text)) return 'unknown';
  return value?.text === 'true' || value?.text === '1' ? 'true' : 'not true';
}

/** The role where the cartridge has one. Never taken from the file's name. */
export const declaredRole = (facts: Pick<CartridgeFacts, 'role'>): Role | undefined =>
  facts.role === 'worker' || facts.role === 'manager' ? facts.role : undefined;

/** What a cartridge needs to have for its properties to be asked; facts are made before the cartridge is. */
type HasProperties = Pick<Cartridge, 'properties'>;

export const payloadProperty = (cartridge: HasProperties, parameter: string): Property | undefined =>
  cartridge.properties.named(payloadNameOf(parameter));

export const bareProperty = (cartridge: HasProperties, name: string): Property | undefined => cartridge.properties.named(name);

/** The value of a payload parameter as the agent reads it. `undefined`: there is none. */
export function payloadValue(cartridge: HasProperties, parameter: string): Text | undefined {
  const value = payloadProperty(cartridge, parameter)?.value;
  return value && asTheAgentReads(value);
}

/** The property that carries a parameter: PRIMARY is bare, all others are payload parameters. */
export const parameterProperty = (cartridge: HasProperties, parameter: string): Property | undefined =>
  cartridge.properties.named(propertyNameOf(parameter));

/** SERIVCE_GROUP as the agent reads it, else the top-level `serviceGroup`. */
export const groupOf = (facts: Pick<CartridgeFacts, 'serviceGroupParameter' | 'serviceGroup'>): Text | undefined =>
  groupParameterOf(facts) ?? given(facts.serviceGroup);

/** SERIVCE_GROUP as the agent reads it, if that says something. */
export const groupParameterOf = (facts: Pick<CartridgeFacts, 'serviceGroupParameter'>): Text | undefined =>
  given(facts.serviceGroupParameter && asTheAgentReads(facts.serviceGroupParameter));

/** A member of the API Manager group, whose agents follow a path of their own. */
export const isApiManagerMember = (facts: CartridgeFacts): boolean =>
  API_MANAGER_TYPES.includes(facts.type?.text ?? '') && groupOf(facts)?.text === API_MANAGER_GROUP;

/** Whether CLUSTERING is `true` in any case (DefaultExtensionHandler.java:888). */
export const isClustered = (cartridge: HasProperties): boolean => truthOf(payloadValue(cartridge, CLUSTERING)) === 'true';

/** Whether a cartridge names `other` as its partner, by the parameter that goes with the opposite of the other's role. */
export function pointsBackAt(cartridge: CartridgeFacts, other: CartridgeFacts): boolean {
  const named = other.role === 'manager' ? cartridge.managerType : other.role === 'worker' ? cartridge.workerType : undefined;
  return known(named) !== undefined && named!.text === other.type?.text;
}

/** Where a finding about something missing from the property list stands: its key, or the service type where there is no list. */
export const placeForMissingProperty = (cartridge: Cartridge): Place =>
  has(cartridge.root, 'property') ? { path: ['property'], on: 'key' } : placeForMissingField(cartridge);

/** Where a finding about a missing top-level field stands: the service type, by which the cartridge is known. */
export function placeForMissingField(cartridge: Cartridge): Place {
  if (cartridge.facts.type) return valueAt('type');
  const first: JsonPath = Object.keys(cartridge.root).slice(0, 1);
  return { path: first, on: 'key' };
}

/** The keys under which others look a cartridge up. */
function keysOf(
  facts: Pick<CartridgeFacts, 'type' | 'role' | 'partnerType' | 'serviceGroupParameter' | 'serviceGroup' | 'provider' | 'loadBalancers'>,
): string[] {
  const keys: string[] = [];
  const role = declaredRole(facts);
  const type = given(facts.type);
  keys.push(known(type) ? typeKey(type!.text) : ANY_TYPE);
  if (role && known(facts.partnerType) && !namesItself(facts)) keys.push(namesKey(role, facts.partnerType!.text));
  const group = known(groupOf(facts));
  if (role && group) keys.push(groupKey(role, group.text));
  if (role && known(type)) keys.push(roleKey(role));
  keys.push(anyKey('cartridge'));
  if (isLoadBalancer(facts)) keys.push(LOAD_BALANCER);
  for (const { type } of facts.loadBalancers) if (known(type)) keys.push(namingKey(type!.text));
  return keys;
}

/** A cartridge of a provider that the service manager takes for a load balancer (CartridgeSubscriptionFactory.java:85). */
export const isLoadBalancer = (facts: Pick<CartridgeFacts, 'provider'>): boolean => /^(lb|loadbalancer)$/.test(facts.provider?.text ?? '');

export const namesItself = (facts: Pick<CartridgeFacts, 'partnerType' | 'type'>): boolean =>
  known(facts.partnerType) !== undefined && facts.partnerType!.text === facts.type?.text;

const has = (object: JsonObject, key: string): boolean => member(object, key) !== undefined;
