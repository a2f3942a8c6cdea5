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
  summary: 'Only one of a worker and its manager is multi-tenant.',
  requires: 'A worker and its manager are both multi-tenant, or neither is.',
  why: 'The host name of a single-tenant cluster consists of application, alias and host; that of a multi-tenant cluster of application and host. If the two cartridges of a pair differ in this, it is usually a mistake.',
  source: 'STClusterInformation.java, MTClusterInformation.java (Stratos 4.1.4)',
  check({ facts }, report, context) {
    const others = context.partnersWhere(sameMultiTenant);
    const [other] = others.first;
    const own = writtenIn(facts);
    if (!own || !other) return;
    const there = writtenIn(other.facts)?.text;
    report({
      at: { path: own.path },
      message: `multiTenant is ${own.text} here and ${there} in ${context.nameOf(other)}. Their host names are built in different ways. Use the same value in both, unless the difference is intended.`,
      related: linksTo(others.first, writtenIn, ({ type }) => `multiTenant of "${type?.text}"`),
    });
  },
});
