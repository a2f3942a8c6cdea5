import { mustAgree } from '../../links/comparison';
import { linksTo } from '../../links/crossFileContext';
import type { CartridgeFacts } from '../../model/facts';
import { placeForMissingField } from '../../model/cartridge';
import { nonEmpty, textAt } from '../../model/scalar';
import { cartridgeRule } from '../engine/rule';

const multiTenantOf = ({ multiTenant }: CartridgeFacts): string | undefined => (multiTenant === 'unknown' ? undefined : multiTenant);

const sameMultiTenant = mustAgree(multiTenantOf);

export const multiTenantMismatch = cartridgeRule({
  id: 'multi-tenant-mismatch',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'hint',
  summary: 'One of a manager and its worker is multi-tenant, and the other is not.',
  why: 'The host name of a single-tenant cluster is made of application, alias and host, that of a multi-tenant one of application and host. Two halves of one pair that differ in it are mostly a slip.',
  source: 'STClusterInformation.java, MTClusterInformation.java (Stratos 4.1.4)',
  check(cartridge, report, context) {
    const others = context.partnersWhere(sameMultiTenant);
    const [other] = others.first;
    if (!other) return;
    const isMultiTenant = cartridge.facts.multiTenant === 'true';
    const own = nonEmpty(textAt(cartridge.root, 'multiTenant'));
    report({
      at: own ? { path: own.path } : placeForMissingField(cartridge),
      subject: 'multiTenant',
      message: `multiTenant is ${isMultiTenant ? '' : 'not '}true here and ${isMultiTenant ? 'not ' : ''}true in ${context.nameOf(other)}. The host names of the two are made in different ways. Check which one is meant.`,
      related: linksTo(
        others.first,
        ({ type }) => type,
        ({ type }) => `type "${type?.text}"`,
      ),
    });
  },
});
