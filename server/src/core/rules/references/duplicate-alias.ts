import { aliasOfCartridge } from '../../model/application';
import { cartridgesOfPart, partsOf } from '../../model/composition';
import { literal, textAt, type LocatedString } from '../../model/scalar';
import { ruleOn, type ReportFn } from '../engine/rule';

export const duplicateAlias = ruleOn(['application'], {
  id: 'duplicate-alias',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'Two cartridges of an application have the same alias, or two groups.',
  requires: 'The cartridges of an application have different aliases, and so have its groups.',
  why: 'The server refuses the application: "Alias is already defined", or "Cartridge group alias exists more than once".',
  source: 'DefaultApplicationParser.java:183, StratosApiV41Utils.java:1581, 1664 (Stratos 4.1.4)',
  check({ root }, report) {
    const parts = partsOf(root);
    compare(
      parts.flatMap(({ part, path }) => cartridgesOfPart(part, path).map(({ value, path: at }) => aliasOfCartridge(value, at))),
      'cartridge',
      report,
    );
    compare(
      parts.slice(1).map(({ part, path }) => textAt(part, 'alias', path)),
      'group',
      report,
    );
  },
});

/** The two kinds are told apart: a group may be called like a cartridge. */
function compare(aliases: readonly (LocatedString | undefined)[], kind: string, report: ReportFn): void {
  const first = new Map<string, LocatedString>();
  for (const one of aliases) {
    const alias = literal(one);
    if (!alias) continue;
    const other = first.get(alias.text);
    if (other) reportSame(alias, other, kind, report);
    else first.set(alias.text, alias);
  }
}

function reportSame(alias: LocatedString, other: LocatedString, kind: string, report: ReportFn): void {
  report({
    at: { path: alias.path },
    subject: alias.text,
    message: `"${alias.text}" is the alias of another ${kind} as well. The server refuses the application. Give each ${kind} an alias of its own.`,
    related: [{ place: { path: other.path }, message: `first ${kind} of this alias` }],
  });
}
