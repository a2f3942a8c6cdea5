import { isObject, member, type JsonObject } from '../json/types';
import { table } from '../vocabulary/table';
import type { ArtifactBase, ArtifactKind } from './artifact';

/** The names of the beans of 4.0, in which documents show their definitions (Partition.java:27, AutoscalePolicy.java:24 and others: @XmlRootElement). */
const WRAPPERS = table<ArtifactKind>({
  cartridgeDefinitionBean: 'cartridge',
  partition: 'partition',
  autoscalePolicy: 'autoscale policy',
  deploymentPolicy: 'deployment policy',
  cartridgeInfoBean: 'subscription',
  serviceDefinitionBean: 'service deployment',
});

/** A definition inside of another object, where the platform does not look. */
interface Wrapped {
  readonly wrapper: string;
  readonly kind: ArtifactKind;
  readonly inner: JsonObject;
}

/** What may be a wrapped definition: an object with one key, which is that of a wrapper. */
export function unwrap(root: JsonObject): Wrapped | undefined {
  const [wrapper, ...others] = Object.keys(root);
  if (wrapper === undefined || others.length > 0) return undefined;
  const kind = WRAPPERS.get(wrapper);
  const inner = member(root, wrapper);
  return kind && isObject(inner) ? { wrapper, kind, inner } : undefined;
}

/** The key in which a definition is wrapped; that of a cartridge is known whatever else stands beside it. */
export function wrapperOf({ kind, root }: ArtifactBase): string | undefined {
  if (kind === 'cartridge') return has(root, 'cartridgeDefinitionBean') ? 'cartridgeDefinitionBean' : undefined;
  const wrapped = unwrap(root);
  return wrapped?.kind === kind ? wrapped.wrapper : undefined;
}

export const isWrapped = (artifact: ArtifactBase): boolean => wrapperOf(artifact) !== undefined;

const has = (object: JsonObject, key: string): boolean => member(object, key) !== undefined;
