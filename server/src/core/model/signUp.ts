import { isObject, type JsonObject } from '../json/types';
import { composition, type Composition } from './composition';
import { anyKey } from './keys';
import { listItems, textAt, type LocatedString } from './scalar';

/** From where a tenant of an application gets its artifacts. Which application that is stands in no file. */
export const readSignUp = (root: JsonObject): Composition => composition('sign-up', root, [anyKey('sign-up')]);

/** The aliases of cartridges that it names. */
export const aliasesOfSignUp = (root: JsonObject): (LocatedString | undefined)[] =>
  listItems(root, 'artifactRepositories').map(({ value, path }) => (isObject(value) ? textAt(value, 'alias', path) : undefined));
