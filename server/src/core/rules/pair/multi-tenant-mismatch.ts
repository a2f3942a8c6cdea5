import { mustAgree } from '../../links/comparison';
import { linksTo } from '../../links/crossFileContext';
import type { CartridgeFacts } from '../../model/facts';
import { literal, type LocatedString } from '../../model/scalar';
import { cartridgeRule } from '../engine/rule';

const writtenIn = ({ v41 }: CartridgeFacts): LocatedString | undefined => literal(v41.multiTenant);

const multiTenantOf = (facts: CartridgeFacts): string | undefined => writtenIn(facts) && facts.multiTenant;

const sameMultiTenant = mustAgree(multiTenantOf);

export const multiTenantMismatch = cartridgeRule({
  id: 'multi-tenant-mismatch',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'hint',
  summary: 'Of a manager and its worker one is multi-tenant, and the other is not.',
  why: 'The host name of a single-tenant cluster is made of application, alias and host, that of a multi-tenant one of application and host. Two halves of a pair that differ in it are mostly a mistake.',
  source: 'STClusterInformation.java, MTClusterInformation.java (Stratos 4.1.4)',
  check({ facts }, report, context) {
    const others = context.partnersWhere(sameMultiTenant);
    const [other] = others.first;
    const own = writtenIn(facts);
    if (!own || !other) return;
    const there = writtenIn(other.facts)?.text;
    report({
      at: { path: own.path },
      message: `multiTenant is ${own.text} here and ${there} in ${context.nameOf(other)}. The host names of the two are made in different ways. Use the same value in both, unless the difference is intended.`,
      related: linksTo(others.first, writtenIn, ({ type }) => `multiTenant of "${type?.text}"`),
    });
  },
});
