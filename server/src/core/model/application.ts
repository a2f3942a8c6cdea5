import type { JsonObject } from '../json/types';
import { cartridgesOfPart, composition, partsOf, type Composition } from './composition';
import { keysById, namingKeys } from './keys';
import { textAt, type LocatedString } from './scalar';

export const readApplication = (root: JsonObject): Composition =>
  composition('application', root, [
    ...keysById('application', textAt(root, 'applicationId')),
    ...namingKeys(cartridgesOfApplication(root)),
  ]);

/** The service types that it is made of. */
const cartridgesOfApplication = (root: JsonObject): (LocatedString | undefined)[] =>
  partsOf(root).flatMap(({ part, path }) => cartridgesOfPart(part, path).map(({ value, path: at }) => textAt(value, 'type', at)));
