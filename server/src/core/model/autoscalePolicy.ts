import { isObject, member, type JsonObject } from '../json/types';
import type { ArtifactBase, Dialect } from './artifact';
import type { AutoscalePolicyFacts } from './facts';
import { keysById } from './keys';
import { textAt } from './scalar';
import { LIMITS } from '../vocabulary/fields';

/** From which load on members are started. */
export interface AutoscalePolicy extends ArtifactBase {
  readonly kind: 'autoscale policy';
  readonly facts: AutoscalePolicyFacts;
}

/** 4.0 states averages, 4.1 thresholds; releases of both stated limits. */
export function readAutoscalePolicy(root: JsonObject, otherwise: Dialect): AutoscalePolicy {
  const thresholds = member(root, 'loadThresholds');
  const has = (...keys: readonly string[]) =>
    isObject(thresholds) && Object.values(thresholds).some(one => isObject(one) && keys.some(key => member(one, key) !== undefined));
  const dialect = has('threshold') ? '4.1' : has('average') ? '4.0' : otherwise;
  const isOfEither = has(...LIMITS) && !has('threshold', 'average');
  const id = textAt(root, 'id');
  return {
    kind: 'autoscale policy',
    dialect,
    root,
    facts: { kind: 'autoscale policy', dialect, id, keys: keysById('autoscale policy', id), ...(isOfEither && { isOfEither }) },
  };
}
