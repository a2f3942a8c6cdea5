import type { Role } from '../vocabulary/payloadParameters';
import type { ArtifactKind, Dialect } from './artifact';
import type { LocatedString } from './scalar';

/** What one file tells the others. Paths instead of offsets: typing elsewhere in the file changes nothing here. */
export interface FactsBase {
  readonly kind: ArtifactKind;
  readonly dialect: Dialect;
  /** Which dialect it belongs to cannot be told: it answers the look-ups of both. */
  readonly isOfEither?: true;
  /** Under which others look the file up; told apart by what kind of file they are for. */
  readonly keys: readonly string[];
}

/** What a switch says that counts only when it is true. `unknown`: a placeholder. */
export type TriState = 'true' | 'not true' | 'unknown';

export interface CartridgeFacts extends FactsBase {
  readonly kind: 'cartridge';
  readonly type: LocatedString | undefined;
  readonly host: LocatedString | undefined;
  readonly serviceGroup: LocatedString | undefined;
  readonly version: LocatedString | undefined;
  /** Payload parameter SERIVCE_GROUP as written: its partner compares it uncut (ExtensionUtils.java:162). */
  readonly serviceGroupParameter: LocatedString | undefined;
  /** `none`: DEPLOYMENT is absent or `default`; `unknown`: a placeholder, or a value that is no role. */
  readonly role: Role | 'none' | 'unknown';
  readonly deployment: LocatedString | undefined;
  /** MANAGER_ and WORKER_SERVICE_TYPE, whatever the role, as the agent reads them. */
  readonly managerType: LocatedString | undefined;
  readonly workerType: LocatedString | undefined;
  /** The one of the two by which a cartridge with a role names its partner. */
  readonly partnerType: LocatedString | undefined;
  /** WORKER_HOST_NAME as the agent reads it. */
  readonly workerHost: LocatedString | undefined;
  /** The bare property PRIMARY. */
  readonly primary: TriState;
  /** Payload parameter CLUSTERING as the agent reads it. */
  readonly clustering: LocatedString | undefined;
  readonly provider: LocatedString | undefined;
  readonly multiTenant: TriState;
  readonly iaas: readonly IaasFacts[];
  /** Whether volumes can be attached to its instances. */
  readonly hasPersistence: boolean;
  /** Where `default.load.balancer` is true: which load balancer that is. */
  readonly loadBalancers: readonly LoadBalancerFacts[];
  /** The policies under which it is started if it is a load balancer. */
  readonly autoscalePolicy: LocatedString | undefined;
  readonly deploymentPolicy: LocatedString | undefined;
  /** What 4.1 uses. */
  readonly v41: {
    readonly clustering: LocatedString | undefined;
    readonly domain: LocatedString | undefined;
    /** As written. */
    readonly multiTenant: LocatedString | undefined;
  };
}

/** An entry of iaasProvider. */
interface IaasFacts {
  readonly type: LocatedString | undefined;
  /** Region and image. */
  readonly imageId: LocatedString | undefined;
}

/** An entry of loadBalancer. */
export interface LoadBalancerFacts {
  /** The name of the property by which it is asked for. */
  readonly askedBy: LocatedString;
  readonly type: LocatedString | undefined;
}

export interface PartitionFacts extends FactsBase {
  readonly kind: 'partition';
  readonly id: LocatedString | undefined;
  readonly provider: LocatedString | undefined;
  readonly region: LocatedString | undefined;
}

/** Of a deployment policy of 4.0. */
export interface DeploymentPolicyFacts extends FactsBase {
  readonly kind: 'deployment policy';
  readonly dialect: '4.0';
  readonly id: LocatedString | undefined;
  readonly partitions: readonly PartitionReference[];
}

export interface PartitionReference {
  readonly id: LocatedString | undefined;
  /** The members that are started at once and kept. */
  readonly min: LocatedString | undefined;
}

export interface AutoscalePolicyFacts extends FactsBase {
  readonly kind: 'autoscale policy';
  readonly id: LocatedString | undefined;
}

/** What a service deployment and a subscription have in common: they run a cartridge under two policies. */
export interface DeploymentFacts extends FactsBase {
  readonly kind: 'service deployment' | 'subscription';
  readonly cartridgeType: LocatedString | undefined;
  readonly deploymentPolicy: LocatedString | undefined;
  readonly autoscalePolicy: LocatedString | undefined;
}

/** The kinds of 4.1 of which others need to know no more than the keys: groups, policies, network partitions, and what names aliases. */
export type CompositionKind =
  'application policy' | 'network partition' | 'cartridge group' | 'deployment policy' | 'domain mapping' | 'sign-up';

export interface CompositionFacts extends FactsBase {
  readonly kind: CompositionKind;
  readonly dialect: '4.1';
  /** Absent where others do not refer to it by a name of its own. */
  readonly id?: LocatedString | undefined;
  /** Of a network partition: the IaaS type. */
  readonly provider?: LocatedString | undefined;
  /** Of a deployment policy: the ids of the network partitions that it names. One without an id is `undefined`. */
  readonly networks?: readonly (LocatedString | undefined)[];
}

/** Of an application: what a group's startup order, a domain mapping and a sign-up can name in it. */
export interface ApplicationFacts extends FactsBase {
  readonly kind: 'application';
  readonly dialect: '4.1';
  /** Those of its cartridges, at any depth. */
  readonly aliases: readonly LocatedString[];
  /** The groups at its top. */
  readonly groups: readonly GroupUse[];
}

/** A group as an application uses it. */
export interface GroupUse {
  readonly name: LocatedString;
  readonly children: Children;
  readonly groups: readonly GroupUse[];
}

/** What stands directly in `components` or a group of an application, as startup orders name it: `cartridge.…` or `group.…`. */
export interface Children {
  readonly names: readonly string[];
  /** Whether all of them have an alias, and none is a placeholder. */
  readonly areKnown: boolean;
}

interface FactsByKind {
  readonly cartridge: CartridgeFacts;
  readonly partition: PartitionFacts;
  readonly 'deployment policy': DeploymentPolicyFacts | CompositionFacts;
  readonly 'autoscale policy': AutoscalePolicyFacts;
  readonly 'service deployment': DeploymentFacts;
  readonly subscription: DeploymentFacts;
  readonly application: ApplicationFacts;
  readonly 'application policy': CompositionFacts;
  readonly 'network partition': CompositionFacts;
  readonly 'cartridge group': CompositionFacts;
  readonly 'domain mapping': CompositionFacts;
  readonly 'sign-up': CompositionFacts;
}

/** The facts of a kind of file. */
export type FactsOf<K extends ArtifactKind> = FactsByKind[K];

export type Facts = FactsOf<ArtifactKind>;

/** The name by which others refer to a definition: the service type of a cartridge, else the id. `undefined`: its facts hold none. */
export function ownNameOf(facts: Facts): LocatedString | undefined {
  if (facts.kind === 'cartridge') return facts.type;
  return 'id' in facts ? facts.id : undefined;
}
