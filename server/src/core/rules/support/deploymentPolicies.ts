import type { JsonPath } from '../../json/path';
import { isObject, member, type JsonObject } from '../../json/types';
import { subscribableInfo } from '../../model/application';
import { cartridgesOfPart, type Part } from '../../model/composition';
import { listItems, textAt, type LocatedString } from '../../model/scalar';

/** A group, or the subscription of a cartridge, in an application. */
export interface Level extends Part {
  readonly kind: 'group' | 'cartridge';
  readonly alias: LocatedString | undefined;
  /** The groups around it, the innermost first. */
  readonly groups: readonly Level[];
}

/** Everything in `components` that may name a deployment policy, the outer ones first. A cartridge without `subscribableInfo` is left out. */
export function levelsIn(part: JsonObject, at: JsonPath, groups: readonly Level[] = []): Level[] {
  const cartridges = cartridgesOfPart(part, at).flatMap(({ value, path }) => {
    const info = subscribableInfo(value, path);
    return info ? [{ ...info, kind: 'cartridge' as const, alias: textAt(info.part, 'alias', info.path), groups }] : [];
  });
  const inner = listItems(part, 'groups', at).flatMap(({ value, path }) => {
    if (!isObject(value)) return [];
    const group: Level = { part: value, path, kind: 'group', alias: textAt(value, 'alias', path), groups };
    return [group, ...levelsIn(value, path, [group, ...groups])];
  });
  return [...cartridges, ...inner];
}

/** Whether it names a deployment policy: the server asks for no more than that something is there (StratosApiV41Utils.java:1620-1672). */
export function namesPolicy({ part }: Part): boolean {
  const policy = member(part, 'deploymentPolicy');
  return policy !== undefined && policy !== null;
}

export const callIt = ({ kind, alias }: Level): string => (alias ? `the ${kind} "${alias.text}"` : `its ${kind}`);
