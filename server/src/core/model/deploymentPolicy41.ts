import type { JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { keysById } from './keys';
import { textAt } from './scalar';

/** A deployment policy of 4.1. */
export function readDeploymentPolicy41(root: JsonObject): Composition {
  const id = textAt(root, 'id');
  return composition('deployment policy', root, keysById('deployment policy', id), { id });
}
