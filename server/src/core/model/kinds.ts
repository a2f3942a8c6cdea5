import { isObject, member, type JsonObject, type JsonValue } from '../json/types';
import type { Dialect } from './artifact';
import { readAutoscalePolicy, type AutoscalePolicy } from './autoscalePolicy';
import { readDeploymentPolicy, type DeploymentPolicy } from './deploymentPolicy';
import { readPartition, type Partition } from './partition';
import { readServiceDeployment, type ServiceDeployment } from './serviceDeployment';
import { readSubscription, type Subscription } from './subscription';
import { isCartridge, readCartridge, type Cartridge } from './cartridge';
import { readApplication, type Application } from './application';
import { readApplicationPolicy } from './applicationPolicy';
import { readCartridgeGroup } from './cartridgeGroup';
import { readNetworkPartition } from './networkPartition';
import { readDeploymentPolicy41 } from './deploymentPolicy41';
import { readDomainMapping } from './domainMapping';
import { readSignUp } from './signUp';
import { type Composition } from './composition';
import { listItems } from './scalar';
import { unwrap } from './wrapper';

export type Artifact =
  Cartridge | Partition | DeploymentPolicy | AutoscalePolicy | ServiceDeployment | Subscription | Application | Composition;

/** How a kind of file is known, by its keys and never by its name, and read. */
interface Kind {
  readonly is: (root: JsonObject) => boolean;
  /** `otherwise`: the dialect of a definition which does not tell. */
  readonly read: (root: JsonObject, otherwise: Dialect) => Artifact;
}

/** THE list of kinds; the first that fits is it. */
const KINDS: readonly Kind[] = [
  { is: isCartridge, read: readCartridge },
  { is: root => has(root, 'partitionGroup'), read: readDeploymentPolicy },
  { is: root => has(root, 'loadThresholds'), read: readAutoscalePolicy },
  { is: root => has(root, 'cartridgeType') && hasAny(root, 'alias', 'repoURL'), read: readSubscription },
  {
    is: root => has(root, 'cartridgeType') && hasAny(root, 'serviceName', 'tenantRange', 'deploymentPolicyName'),
    read: readServiceDeployment,
  },
  {
    is: root => {
      const components = member(root, 'components');
      return (
        has(root, 'applicationId') || (isObject(components) && ['cartridges', 'groups'].some(key => Array.isArray(member(components, key))))
      );
    },
    read: readApplication,
  },
  {
    is: root => has(root, 'id') && listItems(root, 'networkPartitions').some(({ value }) => isObject(value) && has(value, 'id')),
    read: readDeploymentPolicy41,
  },
  { is: root => has(root, 'id') && isListOfStrings(member(root, 'networkPartitions')), read: readApplicationPolicy },
  // Of either policy, where it names no network partition at all.
  { is: root => has(root, 'id') && has(root, 'algorithm') && isEmptyList(member(root, 'networkPartitions')), read: readApplicationPolicy },
  { is: root => has(root, 'id') && isEmptyList(member(root, 'networkPartitions')), read: readDeploymentPolicy41 },
  { is: root => ['id', 'provider', 'partitions'].every(key => has(root, key)), read: readNetworkPartition },
  {
    is: root =>
      has(root, 'id') &&
      listItems(root, 'partitions').some(({ value }) => isObject(value) && has(value, 'id') && hasAny(value, 'provider', 'property')),
    read: readNetworkPartition,
  },
  { is: root => hasItemsWith(root, 'domainMappings', 'cartridgeAlias'), read: readDomainMapping },
  { is: root => hasItemsWith(root, 'artifactRepositories', 'alias'), read: readSignUp },
  { is: root => ['id', 'provider', 'property'].every(key => has(root, key)), read: readPartition },
  {
    is: root =>
      has(root, 'name') &&
      (isListOfStrings(member(root, 'cartridges')) ||
        isEmptyList(member(root, 'cartridges')) ||
        (has(root, 'groups') && has(root, 'dependencies')) ||
        listItems(root, 'groups').some(({ value }) => isObject(value) && has(value, 'name') && hasAny(value, 'cartridges', 'groups'))),
    read: readCartridgeGroup,
  },
];

/** The meaning of a value; `undefined`: it is not a Private PaaS file. `otherwise`: the dialect of a definition which does not tell. */
export function recognise(value: JsonValue, otherwise: Dialect = '4.0'): Artifact | undefined {
  if (!isObject(value)) return undefined;
  return KINDS.find(kind => kind.is(value))?.read(value, otherwise) ?? recogniseWrapped(value);
}

/** A definition of 4.0 that is wrapped: others find it by its names, and what is in it is not read. */
function recogniseWrapped(root: JsonObject): Artifact | undefined {
  const wrapped = unwrap(root);
  const kind = wrapped && KINDS.find(({ is }) => is(wrapped.inner));
  if (!wrapped || !kind) return undefined;
  const inner = kind.read(wrapped.inner, '4.0');
  if (inner.kind !== wrapped.kind || inner.dialect !== '4.0') return undefined;
  const outer = kind.read(root, '4.0');
  return { ...outer, facts: { ...outer.facts, keys: inner.facts.keys } } as Artifact;
}

const has = (object: JsonObject, key: string): boolean => member(object, key) !== undefined;
const hasAny = (object: JsonObject, ...keys: string[]): boolean => keys.some(key => has(object, key));
const hasItemsWith = (object: JsonObject, list: string, key: string): boolean =>
  listItems(object, list).some(({ value }) => isObject(value) && has(value, key));
const isEmptyList = (value: JsonValue | undefined): boolean => Array.isArray(value) && value.length === 0;
const isListOfStrings = (value: JsonValue | undefined): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(item => typeof item === 'string');
