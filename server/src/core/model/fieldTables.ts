import type { JsonPath } from '../json/path';
import type { ArtifactKind, Dialect } from './artifact';
import type { Artifact } from './kinds';
import { APPLICATION_FIELDS, CARTRIDGE_GROUP_FIELDS, DOMAIN_MAPPING_FIELDS, SIGN_UP_FIELDS } from '../vocabulary/applicationFields41';
import {
  AUTOSCALE_POLICY_FIELDS,
  CARTRIDGE_FIELDS,
  DEPLOYMENT_POLICY_FIELDS,
  PARTITION_FIELDS,
  SERVICE_DEPLOYMENT_FIELDS,
  SUBSCRIPTION_FIELDS,
  type Field,
  type Fields,
} from '../vocabulary/fields';
import {
  APPLICATION_POLICY_FIELDS,
  AUTOSCALING_POLICY_FIELDS_41,
  CARTRIDGE_FIELDS_41,
  DEPLOYMENT_POLICY_FIELDS_41,
  NETWORK_PARTITION_FIELDS,
} from '../vocabulary/fields41';

/** THE tables: the fields of each kind of file. Those of 4.0 are complete. */
export const FIELDS: Readonly<Record<Dialect, ReadonlyMap<ArtifactKind, Fields>>> = {
  '4.0': new Map<ArtifactKind, Fields>([
    ['cartridge', CARTRIDGE_FIELDS],
    ['partition', PARTITION_FIELDS],
    ['deployment policy', DEPLOYMENT_POLICY_FIELDS],
    ['autoscale policy', AUTOSCALE_POLICY_FIELDS],
    ['service deployment', SERVICE_DEPLOYMENT_FIELDS],
    ['subscription', SUBSCRIPTION_FIELDS],
  ]),
  '4.1': new Map<ArtifactKind, Fields>([
    ['cartridge', CARTRIDGE_FIELDS_41],
    ['autoscale policy', AUTOSCALING_POLICY_FIELDS_41],
    ['deployment policy', DEPLOYMENT_POLICY_FIELDS_41],
    ['application policy', APPLICATION_POLICY_FIELDS],
    ['network partition', NETWORK_PARTITION_FIELDS],
    ['cartridge group', CARTRIDGE_GROUP_FIELDS],
    ['application', APPLICATION_FIELDS],
    ['domain mapping', DOMAIN_MAPPING_FIELDS],
    ['sign-up', SIGN_UP_FIELDS],
  ]),
};

/** The field that stands at a path of a definition, by the name of its key. `undefined`: there is none that is known. */
export function fieldAt({ kind, dialect }: Pick<Artifact, 'kind' | 'dialect'>, path: JsonPath): Field | undefined {
  let fields = FIELDS[dialect].get(kind);
  let field: Field | undefined;
  for (const step of path) {
    // The items of a list have the fields that are stated for the list.
    if (typeof step === 'number') continue;
    field = fields?.get(step);
    if (!field) return undefined;
    fields = field.fields;
  }
  return field;
}
