import { anyKey, namesKey, namingKey, serviceDeploymentKey, typeKey } from '../model/keys';
import { literal, type LocatedString } from '../model/scalar';
import { slipDistance } from '../vocabulary/letterDistance';
import { oppositeOf, ROLES, type Role } from '../vocabulary/payloadParameters';
import type { LookupOrigin, LinkedFile } from './linkedFile';
import type { Lookup } from './lookup';

/** A cartridge whose own service type is the mistake: several files of its folder name another one, which it would fit. */
export interface Slip {
  readonly cartridge: LinkedFile;
  /** Its own type. */
  readonly type: LocatedString;
  /** Two or more. */
  readonly namers: readonly [LookupOrigin, ...LookupOrigin[]];
}

/** What is likely to be meant by a type that no cartridge of the folder has; the same for all that name it there. */
export const slipBehind = (lookup: Lookup, type: string, from: LookupOrigin): Slip | undefined => {
  // No file has the name of the folder, so that none of it is left out.
  const folder: LookupOrigin = { ...from, uri: from.folders[0] };
  return lookup.memoize(`slip behind ${type}`, folder, () => findSlip(lookup, type, folder));
};

function findSlip(lookup: Lookup, type: string, folder: LookupOrigin): Slip | undefined {
  const naming = ROLES.map(role => ({ role, files: lookup.inSameFolder(namesKey(role, type), folder) }));
  const deployments = lookup.inSameFolder(serviceDeploymentKey(type), folder);
  const namers: LookupOrigin[] = [...naming.flatMap(({ files }) => files), ...deployments, ...lookup.inSameFolder(namingKey(type), folder)];
  if (namers.length < 2 || lookup.inSameFolder(typeKey(type), folder).length > 0) return undefined;
  const roles = naming.filter(({ files }) => files.length > 0).map(({ role }) => oppositeOf(role));
  const isRun = deployments.length > 0;
  const near = lookup
    .inSameFolder(anyKey('cartridge'), folder)
    .flatMap(cartridge => {
      const own = literal(cartridge.facts.type);
      return own ? [{ cartridge, own, letters: apart(own.text, type) }] : [];
    })
    .filter(
      ({ cartridge, own, letters }) => letters < Infinity && fits(cartridge, roles, isRun) && isNamedByNobody(lookup, cartridge, own.text),
    )
    .sort((a, b) => a.letters - b.letters);
  // Of two that are equally near nobody knows which is meant.
  const [first, second] = near;
  if (!first || first.letters === second?.letters) return undefined;
  const [nearest, ...others] = namers.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return nearest && { cartridge: first.cartridge, type: first.own, namers: [nearest, ...others] };
}

const apart = (own: string, type: string): number => slipDistance(own, type, Math.max(2, Math.floor(type.length / 3)));

const fits = ({ facts }: LinkedFile, roles: readonly Role[], isRun: boolean): boolean =>
  roles.every(role => role === facts.role) && !(isRun && facts.multiTenant === 'not true');

function isNamedByNobody(lookup: Lookup, cartridge: LinkedFile, type: string): boolean {
  const keys = [...ROLES.map(role => namesKey(role, type)), serviceDeploymentKey(type), namingKey(type)];
  return keys.every(key => lookup.distance(key, cartridge) === Infinity);
}
