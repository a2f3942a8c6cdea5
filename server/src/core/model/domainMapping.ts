import { isObject, type JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { anyKey } from './keys';
import { listItems, textAt, type LocatedString } from './scalar';

/** Which domains lead to which cartridges of an application. Which application that is stands in no file. */
export const readDomainMapping = (root: JsonObject): Composition => composition('domain mapping', root, [anyKey('domain mapping')]);

/** The aliases of cartridges that it names. */
export const aliasesOfDomainMapping = (root: JsonObject): (LocatedString | undefined)[] =>
  listItems(root, 'domainMappings').map(({ value, path }) => (isObject(value) ? textAt(value, 'cartridgeAlias', path) : undefined));
