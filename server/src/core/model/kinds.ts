import { isObject, member, type JsonObject, type JsonValue } from '../json/types';
import type { ArtifactBase, ArtifactKind, Dialect, FactsBase } from './artifact';
import { isCartridge, readCartridge, type Cartridge } from './cartridge';
import { readDeploymentPolicy, type DeploymentPolicy } from './deploymentPolicy';
import { readServiceDeployment, type ServiceDeployment } from './serviceDeployment';
import { listItems } from './text';

/** A kind of file that is recognised and counted, and of which nothing more is read. */
export interface OtherArtifact extends ArtifactBase {
  readonly kind: Exclude<ArtifactKind, 'cartridge' | 'service deployment'>;
  readonly facts: FactsBase & { readonly kind: OtherArtifact['kind'] };
}

export type Artifact = Cartridge | DeploymentPolicy | ServiceDeployment | OtherArtifact;

export type Facts = Artifact['facts'];

/** How a kind of file is known, by its keys and never by its name, and read. */
interface Kind {
  readonly is: (root: JsonObject) => boolean;
  readonly read: (root: JsonObject) => Artifact;
}

const other =
  (kind: OtherArtifact['kind'], dialect: Dialect) =>
  (root: JsonObject): OtherArtifact => ({ kind, dialect, root, facts: { kind, dialect, keys: [] } });

/** THE list of kinds; the first that fits is it. */
const KINDS: readonly Kind[] = [
  { is: isCartridge, read: readCartridge },
  { is: root => has(root, 'partitionGroup'), read: readDeploymentPolicy },
  {
    is: root => has(root, 'loadThresholds'),
    read: root => other('autoscale policy', thresholdsHave(root, 'threshold') ? '4.1' : '4.0')(root),
  },
  { is: root => has(root, 'cartridgeType') && hasAny(root, 'alias', 'repoURL'), read: other('subscription', '4.0') },
  {
    is: root => has(root, 'cartridgeType') && hasAny(root, 'serviceName', 'tenantRange', 'deploymentPolicyName'),
    read: readServiceDeployment,
  },
  {
    is: root => {
      const components = member(root, 'components');
      return has(root, 'applicationId') || (isObject(components) && hasAny(components, 'cartridges', 'groups'));
    },
    read: other('application', '4.1'),
  },
  {
    is: root => has(root, 'id') && listItems(root, 'networkPartitions').some(({ value }) => isObject(value) && has(value, 'id')),
    read: other('deployment policy', '4.1'),
  },
  { is: root => has(root, 'id') && isListOfStrings(member(root, 'networkPartitions')), read: other('application policy', '4.1') },
  { is: root => ['id', 'provider', 'partitions'].every(key => has(root, key)), read: other('network partition', '4.1') },
  { is: root => ['id', 'provider', 'property'].every(key => has(root, key)), read: other('partition', '4.0') },
  {
    is: root => has(root, 'name') && (isListOfStrings(member(root, 'cartridges')) || (has(root, 'groups') && has(root, 'dependencies'))),
    read: other('cartridge group', '4.1'),
  },
];

/** The meaning of a value; `undefined`: it is none of ours. */
export function recognise(value: JsonValue): Artifact | undefined {
  if (!isObject(value)) return undefined;
  return KINDS.find(kind => kind.is(value))?.read(value);
}

const has = (object: JsonObject, key: string): boolean => member(object, key) !== undefined;
const hasAny = (object: JsonObject, ...keys: string[]): boolean => keys.some(key => has(object, key));
const isListOfStrings = (value: JsonValue | undefined): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(item => typeof item === 'string');

function thresholdsHave(root: JsonObject, key: string): boolean {
  const thresholds = member(root, 'loadThresholds');
  return isObject(thresholds) && Object.values(thresholds).some(threshold => isObject(threshold) && has(threshold, key));
}
