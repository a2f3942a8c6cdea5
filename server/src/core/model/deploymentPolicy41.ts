import type { JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { keysById } from './keys';
import { textAt } from './scalar';

/** A deployment policy of 4.1. */
export const readDeploymentPolicy41 = (root: JsonObject): Composition =>
  composition('deployment policy', root, keysById('deployment policy', textAt(root, 'id')));
