import { isObject, member, type JsonObject } from '../../json/types';
import { linkTo, type CrossFileContext } from '../../links/crossFileContext';
import type { LinkedFile } from '../../links/linkedFile';
import { MOST } from '../../links/several';
import { childrenOf, type Application } from '../../model/application';
import { partsOf, type Composition, type Part } from '../../model/composition';
import type { ApplicationFacts, Children, GroupUse } from '../../model/facts';
import { idKey, usesGroupKey } from '../../model/keys';
import { listItems, literal, scalarText, textAt, type LocatedString } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { dependenciesIn, dependenciesOf, entriesOf, hasPrefix, namedIn, namesIn, nearestChild, withPrefix } from '../support/dependencies';
import { editHere, ruleOn, type ReportFn } from '../engine/rule';

const ORDERS = 'startupOrders';

export const invalidStartupOrder = ruleOn(['cartridge group', 'application'], {
  id: 'invalid-startup-order',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'An entry of a startup order does not name a cartridge or a group beside it by its alias, as `cartridge.…` or `group.…`.',
  requires: 'An entry of a startup order names cartridges or groups beside it by their aliases, as `cartridge.…` or `group.…`.',
  why:
    'The server refuses the group, or the application. The orders of a group name aliases that the application has in that group. An order that is a ' +
    'string, or has no aliases, is read as an empty name. Since 4.1.5, the orders of an application name aliases directly in `components`.',
  source:
    'AutoscalerUtil.java:713-757, ObjectConverter.java:1847-1861, ParserUtils.convertStartupOrder, called by DefaultApplicationParser.java:731 ' +
    '(Stratos 4.1.4); validateStartupOrderAlias (Stratos 4.1.5)',
  check(artifact, report, context) {
    const uses = artifact.kind === 'application' ? undefined : usesOf(artifact, context);
    for (const { part, dependencies } of dependenciesOf(artifact)) {
      checkEntries(dependencies, artifact.kind, report);
      const ofPart = uses?.get(part) ?? [];
      const children = uses ? (ofPart[0]?.use.children ?? UNKNOWN) : childrenOf(part);
      const known = uses ? undefined : new Set(children.names);
      for (const name of namesIn(dependencies, ORDERS)) {
        if (isPlaceholder(name.text)) continue;
        if (!namedIn(name.text).every(hasPrefix)) reportPrefix(name, artifact.kind, children, report);
        else if (!known) checkInUses(name, ofPart, report, context);
        else if (children.areKnown && !areAllIn(known, name)) reportElsewhere(name, children, report);
      }
    }
    if (artifact.kind === 'application') checkGroupsOfApplication(artifact, report);
  },
});

const UNKNOWN: Children = { names: [], areKnown: false };

/** What is no object with aliases. */
function checkEntries(dependencies: Part, kind: string, report: ReportFn): void {
  for (const entry of entriesOf(dependencies, ORDERS)) {
    const { value, path } = entry;
    const text = scalarText(value);
    if (text !== undefined && !isPlaceholder(text)) reportText({ text, path }, kind, report);
    else if (isObject(value) && isEmptyList(member(value, 'aliases'))) reportEmpty(entry, kind, report);
  }
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function reportText({ text, path }: LocatedString, kind: string, report: ReportFn): void {
  const aliases = namedIn(text).filter(name => name !== '');
  report({
    at: { path },
    message: `${ORDERS} contains a string. The server reads it as an order without a name, and refuses the ${kind}. Write an object with aliases.`,
    fixes: () =>
      aliases.length > 0
        ? [
            {
              title: `Replace ${JSON.stringify(text)} with ${JSON.stringify({ aliases })}`,
              change: editHere([{ op: 'set', path, value: { aliases } }]),
              preferred: true,
            },
          ]
        : [],
  });
}

function reportEmpty({ path }: Pick<Part, 'path'>, kind: string, report: ReportFn): void {
  report({
    at: { path: [...path, 'aliases'] },
    message: `A startup order without aliases is not valid. The server refuses the ${kind}. Delete it, or add aliases.`,
    fixes: () => [{ title: 'Delete the startup order without aliases', change: editHere([{ op: 'remove', path }]) }],
  });
}

function reportPrefix(name: LocatedString, kind: string, children: Children, report: ReportFn): void {
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" is not valid in a startup order. The server refuses the ${kind}. Write "cartridge." or "group." before each alias.`,
    fixes: () => (name.text === '' || name.text.includes(',') ? [] : withPrefix(name, children)),
  });
}

const areAllIn = (known: ReadonlySet<string>, { text }: LocatedString): boolean => namedIn(text).every(one => known.has(one));

/** In an order of the application itself. */
function reportElsewhere(name: LocatedString, children: Children, report: ReportFn): void {
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" is not directly in components. From 4.1.5 on, the server refuses the application. Use an alias of that level.`,
    fixes: () => nearestChild(name, children),
  });
}

/** Orders that are written in the groups of an application name at least something in it. */
function checkGroupsOfApplication({ root }: Application, report: ReportFn): void {
  const parts = partsOf(root);
  const withOrders = parts.slice(1).flatMap(({ part, path }) => {
    const dependencies = dependenciesIn(part, path);
    return dependencies ? [{ part, dependencies }] : [];
  });
  if (withOrders.length === 0) return;
  const all = parts.map(({ part }) => childrenOf(part));
  const areKnown = all.every(children => children.areKnown);
  const known = new Set(all.flatMap(({ names }) => names));
  for (const { part, dependencies } of withOrders) {
    for (const name of namesIn(dependencies, ORDERS)) {
      if (isPlaceholder(name.text)) continue;
      if (!namedIn(name.text).every(hasPrefix)) reportPrefix(name, 'application', childrenOf(part), report);
      else if (areKnown && !areAllIn(known, name)) reportNothing(name, known, report);
    }
  }
}

function reportNothing(name: LocatedString, known: ReadonlySet<string>, report: ReportFn): void {
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" names nothing in this application. The server may refuse the application. Use an existing alias.`,
    fixes: () => nearestChild(name, { names: [...known] }),
  });
}

/** A group of a file as an application uses it. */
interface Use {
  readonly use: GroupUse;
  readonly known: ReadonlySet<string>;
  readonly application: LinkedFile<ApplicationFacts>;
}

/** How applications use a group and the groups in it: the orders of a group name the aliases that they give. */
function usesOf({ root }: Composition, context: CrossFileContext): ReadonlyMap<JsonObject, readonly Use[]> {
  const uses = new Map<JsonObject, Use[]>();
  const name = literal(textAt(root, 'name'))?.text;
  if (name === undefined) return uses;
  const inner = new Map<JsonObject, ReadonlyMap<string, JsonObject>>();
  const collect = (group: JsonObject, use: GroupUse, application: LinkedFile<ApplicationFacts>) => {
    uses.set(group, [...(uses.get(group)?.slice(0, MOST) ?? []), { use, known: new Set(use.children.names), application }]);
    if (use.groups.length === 0) return;
    let groups = inner.get(group);
    if (!groups) inner.set(group, (groups = groupsByName(group)));
    for (const nested of use.groups) {
      const found = groups.get(nested.name.text);
      if (found) collect(found, nested, application);
    }
  };
  for (const application of applicationsUsing(name, context)) {
    for (const use of application.facts.groups) if (use.name.text === name) collect(root, use, application);
  }
  return uses;
}

/** The first applications of which it is certain that this file is the group that they use. */
const applicationsUsing = (group: string, context: CrossFileContext): readonly LinkedFile<ApplicationFacts>[] =>
  context
    .find(usesGroupKey(group))
    .slice(0, MOST)
    .filter(application => {
      const files = context.find(idKey('cartridge group', group), application);
      return files.length === 1 && files[0]?.uri === context.uri;
    });

function groupsByName(group: JsonObject): ReadonlyMap<string, JsonObject> {
  const groups = new Map<string, JsonObject>();
  for (const { value } of listItems(group, 'groups')) {
    const name = isObject(value) ? literal(textAt(value, 'name'))?.text : undefined;
    if (name !== undefined && isObject(value) && !groups.has(name)) groups.set(name, value);
  }
  return groups;
}

function checkInUses(name: LocatedString, uses: readonly Use[], report: ReportFn, context: CrossFileContext): void {
  const unmet = uses.filter(({ use, known }) => use.children.areKnown && !areAllIn(known, name));
  const [first] = unmet;
  if (!first) return;
  const where = context.nameOf(first.application);
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" is unknown: this group has no such alias in ${where}. The server refuses the application. Use an existing alias.`,
    related: unmet.map(({ application, use }) => linkTo(application, use.name, `use of the group "${use.name.text}"`)),
    // What one use asks for may be wrong for another.
    fixes: () => (uses.length === 1 ? nearestChild(name, first.use.children, where) : []),
  });
}
