import type { JsonPath } from '../json/path';
import { isObject, type JsonObject } from '../json/types';
import { API_MANAGER_HOSTS, SERVICE_GROUP } from '../vocabulary/payloadParameters';
import type { ArtifactKind } from './artifact';
import { payloadValue, type Cartridge } from './cartridge';
import { aliasOfCartridge, subscribableInfo, type Application } from './application';
import { cartridgesOfGroup } from './cartridgeGroup';
import { cartridgesOfPart, partsOf, textsOf, type Composition, type Part } from './composition';
import type { DeploymentPolicy } from './deploymentPolicy';
import { aliasesOfDomainMapping } from './domainMapping';
import { aliasKey, hostKey, idKey, partitionKey41, serviceGroupKey, typeKey, type Key } from './keys';
import type { Artifact } from './kinds';
import { listItems, literal, textAt, type LocatedString } from './scalar';
import { aliasesOfSignUp } from './signUp';
import type { ServiceDeployment } from './serviceDeployment';
import type { Subscription } from './subscription';

/** What a name can stand for: a definition by its id (a cartridge by its service type), or something that cartridges share. */
export type SymbolKind = ArtifactKind | 'host' | 'service group' | 'alias';

/** A name in a file, and what it means there. Placeholders mean nothing. */
export interface Occurrence {
  readonly role: 'definition' | 'reference';
  readonly of: SymbolKind;
  readonly name: LocatedString;
  /** Under which the file that defines it is found. `undefined`: no look-up uses this name. */
  readonly key?: Key;
  /** Under which what it is part of is found: if that is unknown, so is the part. */
  readonly within?: Key;
}

type Found = Omit<Occurrence, 'role' | 'of'>;

/** One line of the table: where in a kind of file names of one kind stand. */
interface Entry<A extends Artifact> {
  readonly role: Occurrence['role'];
  readonly of: SymbolKind;
  readonly find: (artifact: A) => readonly Found[];
}

const named = (names: readonly (LocatedString | undefined)[], keyOf?: (name: string) => Key): Found[] =>
  names.flatMap(name => {
    const text = literal(name);
    return text ? [{ name: text, ...(keyOf && { key: keyOf(text.text) }) }] : [];
  });

const defines = <A extends Artifact>(of: SymbolKind, find: (artifact: A) => readonly Found[]): Entry<A> => ({
  role: 'definition',
  of,
  find,
});
const refersTo = <A extends Artifact>(of: SymbolKind, find: (artifact: A) => readonly Found[]): Entry<A> => ({
  role: 'reference',
  of,
  find,
});

const byId = (kind: ArtifactKind) => (id: string) => idKey(kind, id);

/** A definition that is known by a field at its top. */
const definesId = (kind: ArtifactKind, field = 'id'): Entry<Artifact> =>
  defines(kind, ({ root }) => named([textAt(root, field)], byId(kind)));

const CARTRIDGE: readonly Entry<Cartridge>[] = [
  defines('cartridge', ({ facts }) => named([facts.type], typeKey)),
  defines('host', ({ facts }) => named([facts.host], hostKey)),
  defines('service group', ({ facts }) => named([facts.serviceGroup], serviceGroupKey)),
  refersTo('service group', cartridge => named([payloadValue(cartridge, SERVICE_GROUP)], serviceGroupKey)),
  refersTo('cartridge', ({ facts }) =>
    named([facts.managerType, facts.workerType, ...facts.loadBalancers.map(({ type }) => type)], typeKey),
  ),
  refersTo('host', cartridge =>
    named([cartridge.facts.workerHost, ...API_MANAGER_HOSTS.map(parameter => payloadValue(cartridge, parameter))], hostKey),
  ),
  refersTo('autoscale policy', ({ facts }) => named([facts.autoscalePolicy], byId('autoscale policy'))),
  refersTo('deployment policy', ({ facts }) => named([facts.deploymentPolicy], byId('deployment policy'))),
];

const DEPLOYMENT: readonly Entry<ServiceDeployment | Subscription>[] = [
  refersTo('cartridge', ({ facts }) => named([facts.cartridgeType], typeKey)),
  refersTo('deployment policy', ({ facts }) => named([facts.deploymentPolicy], byId('deployment policy'))),
  refersTo('autoscale policy', ({ facts }) => named([facts.autoscalePolicy], byId('autoscale policy'))),
];

/** A deployment policy is a file of its own in each dialect. */
const DEPLOYMENT_POLICY: { readonly '4.0': readonly Entry<DeploymentPolicy>[]; readonly '4.1': readonly Entry<Composition>[] } = {
  '4.0': [
    definesId('deployment policy'),
    refersTo('partition', ({ facts }) =>
      named(
        facts.partitions.map(({ id }) => id),
        byId('partition'),
      ),
    ),
  ],
  '4.1': [
    definesId('deployment policy'),
    refersTo('network partition', ({ root }) =>
      named(
        networks(root).map(({ id }) => id),
        byId('network partition'),
      ),
    ),
    refersTo('partition', ({ root }) => partitionsOf41(root)),
  ],
};

const APPLICATION: readonly Entry<Application>[] = [
  definesId('application', 'applicationId'),
  defines('alias', ({ root }) => named(partsOf(root).flatMap(({ part, path }) => (path.length > 1 ? [textAt(part, 'alias', path)] : [])))),
  defines('alias', ({ root }) =>
    named(
      cartridgesOf(root).map(({ value, path }) => aliasOfCartridge(value, path)),
      aliasKey,
    ),
  ),
  refersTo('cartridge group', ({ root }) =>
    named(
      // `components` itself is no group.
      partsOf(root).flatMap(({ part, path }) => (path.length > 1 ? [textAt(part, 'name', path)] : [])),
      byId('cartridge group'),
    ),
  ),
  refersTo('cartridge', ({ root }) =>
    named(
      cartridgesOf(root).map(({ value, path }) => textAt(value, 'type', path)),
      typeKey,
    ),
  ),
  refersTo('autoscale policy', ({ root }) =>
    named(
      subscribables(root).map(({ part, path }) => textAt(part, 'autoscalingPolicy', path)),
      byId('autoscale policy'),
    ),
  ),
  refersTo('deployment policy', ({ root }) =>
    named(
      [
        ...partsOf(root).map(({ part, path }) => textAt(part, 'deploymentPolicy', path)),
        ...subscribables(root).map(({ part, path }) => textAt(part, 'deploymentPolicy', path)),
      ],
      byId('deployment policy'),
    ),
  ),
];

/** THE table: what the names in each kind of file mean. The `unknown-…` rules and everything that follows links read it. */
const OCCURRENCES: {
  readonly [K in Exclude<ArtifactKind, 'deployment policy'>]: readonly Entry<Extract<Artifact, { kind: K }>>[];
} = {
  cartridge: CARTRIDGE,
  partition: [definesId('partition')],
  'autoscale policy': [definesId('autoscale policy')],
  'service deployment': DEPLOYMENT,
  subscription: [
    ...DEPLOYMENT,
    defines('alias', ({ root }) => named([textAt(root, 'alias')])),
    refersTo('cartridge', ({ root }) => named([textAt(root, 'dataCartridgeType')], typeKey)),
  ],
  application: APPLICATION,
  'application policy': [
    definesId('application policy'),
    refersTo('network partition', ({ root }) => named(textsOf(root, 'networkPartitions'), byId('network partition'))),
  ],
  'network partition': [
    definesId('network partition'),
    defines('partition', ({ root }) => {
      const network = literal(textAt(root, 'id'));
      const ids = listItems(root, 'partitions').map(({ value, path }) => (isObject(value) ? textAt(value, 'id', path) : undefined));
      return network ? named(ids, id => partitionKey41(network.text, id)) : [];
    }),
  ],
  'cartridge group': [definesId('cartridge group', 'name'), refersTo('cartridge', ({ root }) => named(cartridgesOfGroup(root), typeKey))],
  'domain mapping': [refersTo('alias', ({ root }) => named(aliasesOfDomainMapping(root), aliasKey))],
  'sign-up': [refersTo('alias', ({ root }) => named(aliasesOfSignUp(root), aliasKey))],
};

/** The table has for each kind what takes an artifact of it. */
const entriesOf = ({ kind, dialect }: Artifact): readonly Entry<Artifact>[] =>
  (kind === 'deployment policy' ? DEPLOYMENT_POLICY[dialect] : OCCURRENCES[kind]) as readonly Entry<Artifact>[];

/** All names in a file. */
export const occurrencesOf = (artifact: Artifact): readonly Occurrence[] =>
  entriesOf(artifact).flatMap(({ role, of, find }) => find(artifact).map(found => ({ role, of, ...found })));

/** The names in a file that refer to one kind of thing; nothing else is looked for. */
export const referencesTo = (artifact: Artifact, kind: SymbolKind): readonly Occurrence[] =>
  entriesOf(artifact).flatMap(({ role, of, find }) =>
    role === 'reference' && of === kind ? find(artifact).map(found => ({ role, of, ...found })) : [],
  );

/** The network partitions that a deployment policy of 4.1 names. */
const networks = (root: JsonObject): { readonly id: LocatedString | undefined; readonly value: JsonObject; readonly path: JsonPath }[] =>
  listItems(root, 'networkPartitions').flatMap(({ value, path }) =>
    isObject(value) ? [{ id: textAt(value, 'id', path), value, path }] : [],
  );

/** The partitions that it names: each is known within its network partition. */
function partitionsOf41(root: JsonObject): Found[] {
  return networks(root).flatMap(({ id, value, path }) => {
    const network = literal(id);
    if (!network) return [];
    const partitions = listItems(value, 'partitions', path).map(one =>
      isObject(one.value) ? textAt(one.value, 'id', one.path) : undefined,
    );
    const within = idKey('network partition', network.text);
    return named(partitions, partition => partitionKey41(network.text, partition)).map(found => ({ ...found, within }));
  });
}

/** The cartridges of an application, in `components` and in every group. */
const cartridgesOf = (root: JsonObject): { readonly value: JsonObject; readonly path: JsonPath }[] =>
  partsOf(root).flatMap(({ part, path }) => cartridgesOfPart(part, path));

const subscribables = (root: JsonObject): readonly Part[] =>
  cartridgesOf(root).flatMap(({ value, path }) => subscribableInfo(value, path) ?? []);
