import type { JsonPath } from '../json/path';
import { isObject, member, type JsonObject } from '../json/types';
import type { ArtifactBase } from './artifact';
import { cartridgesOfPart, partsOf, type Part } from './composition';
import type { ApplicationFacts, Children, GroupUse } from './facts';
import { aliasKey, ANY_ALIAS, keysById, namingKeys, usesGroupKey } from './keys';
import { isLiteral, listItems, literal, textAt, type LocatedString } from './scalar';

/** Which cartridges are started together, under which policies. */
export interface Application extends ArtifactBase {
  readonly kind: 'application';
  readonly dialect: '4.1';
  readonly facts: ApplicationFacts;
}

export function readApplication(root: JsonObject): Application {
  const parts = partsOf(root);
  const cartridges = parts.flatMap(({ part, path }) => cartridgesOfPart(part, path));
  const written = cartridges.map(({ value, path }) => aliasOfCartridge(value, path));
  const aliases = written.filter(isLiteral);
  const [components] = parts;
  const groups = components ? groupUses(components.part, components.path) : [];
  return {
    kind: 'application',
    dialect: '4.1',
    root,
    facts: {
      kind: 'application',
      dialect: '4.1',
      aliases,
      groups,
      keys: [
        ...keysById('application', textAt(root, 'applicationId')),
        ...namingKeys(cartridges.map(({ value, path }) => textAt(value, 'type', path))),
        ...new Set(aliases.map(({ text }) => aliasKey(text))),
        ...(cartridges.length === 0 || aliases.length < written.length ? [ANY_ALIAS] : []),
        ...new Set(groups.map(({ name }) => usesGroupKey(name.text))),
      ],
    },
  };
}

/** What an application says of the subscription of one of its cartridges. */
export function subscribableInfo(cartridge: JsonObject, at: JsonPath): Part | undefined {
  const part = member(cartridge, 'subscribableInfo');
  return isObject(part) ? { part, path: [...at, 'subscribableInfo'] } : undefined;
}

export function aliasOfCartridge(cartridge: JsonObject, at: JsonPath): LocatedString | undefined {
  const info = subscribableInfo(cartridge, at);
  return info && textAt(info.part, 'alias', info.path);
}

/** What stands directly in `components`, or in a group of an application. */
export function childrenOf(part: JsonObject): Children {
  const of = (kind: string, list: string, aliasIn: (item: JsonObject, path: JsonPath) => LocatedString | undefined) =>
    listItems(part, list).map(({ value, path }) => {
      const alias = isObject(value) ? literal(aliasIn(value, path)) : undefined;
      return alias && `${kind}.${alias.text}`;
    });
  const names = [
    ...of('cartridge', 'cartridges', aliasOfCartridge),
    ...of('group', 'groups', (group, path) => textAt(group, 'alias', path)),
  ];
  return { names: names.filter(name => name !== undefined), areKnown: !names.includes(undefined) };
}

const groupUses = (part: JsonObject, at: JsonPath): GroupUse[] =>
  listItems(part, 'groups', at).flatMap(({ value, path }) => {
    const name = isObject(value) ? literal(textAt(value, 'name', path)) : undefined;
    return name && isObject(value) ? [{ name, children: childrenOf(value), groups: groupUses(value, path) }] : [];
  });
