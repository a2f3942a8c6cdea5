import { aliasOfCartridge, type Application } from '../../model/application';
import { cartridgesOfPart, partsOf } from '../../model/composition';
import { literal, textAt, type Literal, type LocatedString } from '../../model/scalar';
import type { Subscription } from '../../model/subscription';
import { ruleOn, type ReportFn } from '../engine/rule';

export const invalidAlias = ruleOn(['subscription', 'application'], {
  id: 'invalid-alias',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'An alias is not made of lower-case letters and digits, with single dashes between them.',
  requires: 'An alias is made of lower-case letters and digits, with single dashes between them.',
  why:
    'The server refuses the subscription: "The alias … can contain only alpha-numeric lowercase characters". In 4.1 it refuses an application ' +
    'for the alias of a cartridge: "Alias is not valid".',
  source: 'CartridgeSubscriptionUtils.java (Private PaaS 4.0.0); DefaultApplicationParser.java:177 (Stratos 4.1.4)',
  check(artifact, report) {
    for (const one of aliasesOf(artifact)) {
      const alias = literal(one);
      if (alias && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(alias.text)) reportInvalid(alias, report);
    }
  },
});

/** Those of groups and of applications are not looked at by the server. */
const aliasesOf = ({ kind, root }: Subscription | Application): (LocatedString | undefined)[] =>
  kind === 'subscription'
    ? [textAt(root, 'alias')]
    : partsOf(root).flatMap(({ part, path }) => cartridgesOfPart(part, path).map(({ value, path: at }) => aliasOfCartridge(value, at)));

function reportInvalid(alias: Literal, report: ReportFn): void {
  report({
    at: { path: alias.path },
    message: `"${alias.text}" is not valid as an alias. The server refuses it. Use lower-case letters and digits, with single dashes between them.`,
  });
}
