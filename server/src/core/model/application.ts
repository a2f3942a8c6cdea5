import type { JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { keysById } from './keys';
import { textAt } from './text';

export const readApplication = (root: JsonObject): Composition =>
  composition('application', root, keysById('application', textAt(root, 'applicationId')));
