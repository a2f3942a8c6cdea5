import { isObject, member, type JsonObject } from '../../json/types';
import { linkTo, type CrossFileContext, type Link } from '../../links/crossFileContext';
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
  why:
    'The server refuses the group, or the application. An order of a group names what an application has in that group. An order that is a ' +
    'text, or has no aliases, is read as an empty name. Since 4.1.5 an order of an application names what is directly in `components`.',
  source:
    'AutoscalerUtil.java:713-757, ObjectConverter.java:1847-1861, ParserUtils.convertStartupOrder, called by DefaultApplicationParser.java:731 ' +
    '(Stratos 4.1.4); validateStartupOrderAlias (Stratos 4.1.5)',
  check(artifact, report, context) {
    for (const { part, dependencies } of dependenciesOf(artifact)) {
      const children = childrenOf(part);
      checkEntries(dependencies, artifact.kind, report);
      for (const name of namesIn(dependencies, ORDERS)) {
        if (isPlaceholder(name.text)) continue;
        if (!namedIn(name.text).every(hasPrefix)) reportPrefix(name, artifact.kind, children, report);
        else if (artifact.kind === 'application') checkInApplication(name, children, report);
      }
    }
    if (artifact.kind === 'application') checkGroupsOfApplication(artifact, report);
    else checkUses(artifact, report, context);
  },
});

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
    message: `${ORDERS} holds a text. The server reads it as an order without a name, and refuses the ${kind}. Write an object with aliases.`,
    fixes: () =>
      aliases.length > 0
        ? [
            {
              title: `Set to ${JSON.stringify({ aliases })}`,
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
    fixes: () => [{ title: 'Delete the startup order', change: editHere([{ op: 'remove', path }]) }],
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

/** An order of the application itself. */
function checkInApplication(name: LocatedString, children: Children, report: ReportFn): void {
  if (!children.areKnown || namedIn(name.text).every(one => children.names.includes(one))) return;
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" is not directly in components. From 4.1.5 on, the server refuses the application. Use an alias of that level.`,
    fixes: () => nearestChild(name, children),
  });
}

/** Orders that stand in the groups of an application name at least something in it. */
function checkGroupsOfApplication({ root }: Application, report: ReportFn): void {
  const parts = partsOf(root);
  const all = parts.map(({ part }) => childrenOf(part));
  const names = new Set(all.flatMap(children => children.names));
  for (const { part, path } of parts.slice(1)) {
    const dependencies = dependenciesIn(part, path);
    if (!dependencies) continue;
    for (const name of namesIn(dependencies, ORDERS)) {
      if (isPlaceholder(name.text)) continue;
      if (!namedIn(name.text).every(hasPrefix)) reportPrefix(name, 'application', childrenOf(part), report);
      else if (all.every(({ areKnown }) => areKnown) && !namedIn(name.text).every(one => names.has(one)))
        reportNamesNothing(name, [...names], report);
    }
  }
}

function reportNamesNothing(name: LocatedString, names: readonly string[], report: ReportFn): void {
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" names nothing in this application. The server may refuse the application. Use an existing alias.`,
    fixes: () => nearestChild(name, { names }),
  });
}

/** A name that is not among the children of its group in some applications. */
interface Unmet {
  readonly name: LocatedString;
  readonly children: Children;
  readonly application: LinkedFile<ApplicationFacts>;
  readonly related: Link[];
}

/** The orders of a group name the aliases of the applications that use it. */
function checkUses(group: Composition, report: ReportFn, context: CrossFileContext): void {
  const unmet = new Map<JsonObject, Map<string, Unmet>>();
  for (const application of applicationsOf(group, context)) {
    const name = textAt(group.root, 'name')?.text;
    for (const use of application.facts.groups) {
      if (use.name.text === name) compare(group.root, use, application, unmet);
    }
  }
  for (const ofPart of unmet.values()) for (const one of ofPart.values()) reportUnmet(one, report, context);
}

/** The first applications of which it is certain that this file is the group that they use. */
function applicationsOf({ root }: Composition, context: CrossFileContext): readonly LinkedFile<ApplicationFacts>[] {
  const name = literal(textAt(root, 'name'));
  if (!name) return [];
  return context
    .find(usesGroupKey(name.text))
    .slice(0, MOST)
    .filter(application => {
      const groups = context.find(idKey('cartridge group', name.text), application);
      return groups.length === 1 && groups[0]!.uri === context.uri;
    });
}

/** The orders of a group, and of the groups in it, beside one use of it. Paths count from the root of the file. */
function compare(
  group: JsonObject,
  use: GroupUse,
  application: LinkedFile<ApplicationFacts>,
  unmet: Map<JsonObject, Map<string, Unmet>>,
  at: Part['path'] = [],
): void {
  const dependencies = dependenciesIn(group, at);
  if (dependencies && use.children.areKnown) {
    let ofGroup = unmet.get(group);
    if (!ofGroup) unmet.set(group, (ofGroup = new Map<string, Unmet>()));
    const children = new Set(use.children.names);
    for (const name of namesIn(dependencies, ORDERS)) {
      const named = namedIn(name.text);
      if (isPlaceholder(name.text) || !named.every(hasPrefix) || named.every(one => children.has(one))) continue;
      const link = linkTo(application, use.name, `use of the group "${use.name.text}"`);
      const known = ofGroup.get(String(name.path));
      if (known) known.related.push(link);
      else ofGroup.set(String(name.path), { name, children: use.children, application, related: [link] });
    }
  }
  const inner = new Map<string, Part>();
  for (const { value, path } of listItems(group, 'groups', at)) {
    const name = isObject(value) ? literal(textAt(value, 'name')) : undefined;
    if (name && isObject(value) && !inner.has(name.text)) inner.set(name.text, { part: value, path });
  }
  for (const nested of use.groups) {
    const found = inner.get(nested.name.text);
    if (found) compare(found.part, nested, application, unmet, found.path);
  }
}

function reportUnmet({ name, children, application, related }: Unmet, report: ReportFn, context: CrossFileContext): void {
  const where = context.nameOf(application);
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" is unknown: this group has no such alias in ${where}. The server refuses the application. Use an existing alias.`,
    related,
    fixes: () => nearestChild(name, children, where),
  });
}
