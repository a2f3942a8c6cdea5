import { isObject, member, type JsonObject } from '../json/types';
import type { JsonPath } from '../json/path';
import type { ArtifactKind } from './artifact';
import { idKey, typeKey } from './keys';
import { cartridgesOfGroup } from './cartridgeGroup';
import { cartridgesOfPart, partsOf, textsOf } from './composition';
import { partitionKey } from './networkPartition';
import type { Artifact } from './kinds';
import { literal, listItems, textAt, type LocatedString } from './scalar';

/** A value by which one file names another. */
export interface Reference {
  readonly to: ArtifactKind;
  readonly name: LocatedString;
  /** Under which the other file is found. */
  readonly key: string;
  /** Under which what it is part of is found: if that is unknown, so is the part. */
  readonly within?: string;
}

const reference = (to: ArtifactKind, name: LocatedString | undefined): Reference[] =>
  literal(name) ? [{ to, name: name!, key: to === 'cartridge' ? typeKey(name!.text) : idKey(to, name!.text) }] : [];

/** The values of a file that name others, but for those by which worker and manager name each other. Placeholders name nobody. */
export function referencesOf(artifact: Artifact): readonly Reference[] {
  switch (artifact.kind) {
    case 'cartridge':
      return [
        ...reference('autoscale policy', artifact.facts.autoscalePolicy),
        ...reference('deployment policy', artifact.facts.deploymentPolicy),
      ];
    case 'service deployment':
    case 'subscription':
      return [
        ...reference('cartridge', artifact.facts.cartridgeType),
        ...reference('deployment policy', artifact.facts.deploymentPolicy),
        ...reference('autoscale policy', artifact.facts.autoscalePolicy),
      ];
    case 'deployment policy':
      return artifact.dialect === '4.0'
        ? artifact.facts.partitions.flatMap(({ id }) => reference('partition', id))
        : ofDeploymentPolicy41(artifact.root);
    case 'application policy':
      return textsOf(artifact.root, 'networkPartitions').flatMap(name => reference('network partition', name));
    case 'cartridge group':
      return cartridgesOfGroup(artifact.root).flatMap(name => reference('cartridge', name));
    case 'application':
      return partsOf(artifact.root).flatMap(({ part, path }) => ofPart(part, path));
    default:
      return [];
  }
}

function ofDeploymentPolicy41(root: JsonObject): Reference[] {
  return listItems(root, 'networkPartitions').flatMap(({ value, path }) => {
    if (!isObject(value)) return [];
    const network = textAt(value, 'id', path);
    const partitions = listItems(value, 'partitions', path).flatMap(({ value: one, path: at }) => {
      const id = isObject(one) ? literal(textAt(one, 'id', at)) : undefined;
      return id && literal(network)
        ? [
            {
              to: 'partition' as const,
              name: id,
              key: partitionKey(network!.text, id.text),
              within: idKey('network partition', network!.text),
            },
          ]
        : [];
    });
    return [...reference('network partition', network), ...partitions];
  });
}

/** Of `components`, or of a group in it. */
function ofPart(part: JsonObject, at: JsonPath): Reference[] {
  const own = at.length > 1 ? reference('cartridge group', textAt(part, 'name', at)) : [];
  const cartridges = cartridgesOfPart(part, at).flatMap(({ value, path }) => {
    const subscribable = member(value, 'subscribableInfo');
    return [
      ...reference('cartridge', textAt(value, 'type', path)),
      ...(isObject(subscribable)
        ? [
            ...reference('autoscale policy', textAt(subscribable, 'autoscalingPolicy', [...path, 'subscribableInfo'])),
            ...reference('deployment policy', textAt(subscribable, 'deploymentPolicy', [...path, 'subscribableInfo'])),
          ]
        : []),
    ];
  });
  return [...own, ...reference('deployment policy', textAt(part, 'deploymentPolicy', at)), ...cartridges];
}
