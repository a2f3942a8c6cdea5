import { ROOT, type JsonPath } from '../../json/path';
import { isObject, member, type JsonObject } from '../../json/types';
import { groupsBelow, partsOf, textsOf } from '../../model/composition';
import { listItems, textAt, type LocatedString } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { ruleOn } from '../engine/rule';

export const invalidStartupOrder = ruleOn(['cartridge group', 'application'], {
  id: 'invalid-startup-order',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'An entry of a startup order does not name a cartridge or a group by its alias, as `cartridge.…` or `group.…`.',
  why: 'The server refuses the application, or the dependency is never met.',
  source: 'AutoscalerUtil.java:713-757 (Stratos 4.1.4)',
  check({ kind, root }, report) {
    const parts =
      kind === 'application'
        ? partsOf(root)
        : [{ part: root, path: ROOT }, ...groupsBelow(root).map(({ group, path }) => ({ part: group, path }))];
    // The orders of a group name the aliases of the application that uses it, which it cannot know.
    const aliases = kind === 'application' ? aliasesOf(parts) : undefined;
    for (const { part, path } of parts) {
      for (const alias of ordersOf(part, path)) {
        if (isPlaceholder(alias.text)) continue;
        if (!/^(cartridge|group)\../.test(alias.text)) {
          report({
            at: { path: alias.path },
            message: `"${alias.text}" does not begin with "cartridge." or "group.", and the server refuses the startup order. Add the prefix.`,
          });
        } else if (aliases && aliases.isComplete && !aliases.names.has(alias.text)) {
          report({
            at: { path: alias.path },
            message: `"${alias.text}" names an alias that this application does not have. The server refuses the startup order. Use an existing alias.`,
          });
        }
      }
    }
  },
});

function ordersOf(part: JsonObject, at: JsonPath): LocatedString[] {
  const dependencies = member(part, 'dependencies');
  if (!isObject(dependencies)) return [];
  return listItems(dependencies, 'startupOrders', [...at, 'dependencies']).flatMap(({ value, path }) =>
    isObject(value) ? textsOf(value, 'aliases', path) : [],
  );
}

/** The aliases of an application. Not complete: one of them is a placeholder, or missing. */
function aliasesOf(parts: readonly { part: JsonObject; path: JsonPath }[]): { names: ReadonlySet<string>; isComplete: boolean } {
  const names = new Set<string>();
  let isComplete = true;
  const add = (kind: string, alias: LocatedString | undefined) => {
    if (!alias || isPlaceholder(alias.text)) isComplete = false;
    else names.add(`${kind}.${alias.text}`);
  };
  for (const { part, path } of parts) {
    if (path.length > 1) add('group', textAt(part, 'alias', path));
    for (const { value } of listItems(part, 'cartridges')) {
      const info = isObject(value) ? member(value, 'subscribableInfo') : undefined;
      add('cartridge', isObject(info) ? textAt(info, 'alias') : undefined);
    }
  }
  return { names, isComplete };
}
