import type { JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { keysById } from './keys';
import { textAt } from './scalar';

export const readApplicationPolicy = (root: JsonObject): Composition =>
  composition('application policy', root, keysById('application policy', textAt(root, 'id')));
