import type { LinkedFile } from '../../links/linkedFile';
import { linksTo } from '../../links/crossFileContext';
import { about } from '../../links/several';
import { typeKey } from '../../model/keys';
import { literal } from '../../model/scalar';
import { ruleOn } from '../engine/rule';

const areSingleTenant = (cartridges: readonly LinkedFile[]): boolean => cartridges.every(({ facts }) => facts.multiTenant === 'not true');

export const serviceOfSingleTenantCartridge = ruleOn(['service deployment'], {
  id: 'service-of-single-tenant-cartridge',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'The cartridge of a service deployment is not multi-tenant.',
  requires: 'The cartridge of a service deployment has `multiTenant` `true`, or `1`.',
  why: 'The server refuses the service deployment: "Cartridge definition with type … is not multitenant".',
  source: 'ServiceDeploymentManager.java:66-92 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const type = literal(facts.cartridgeType);
    if (!type) return;
    const cartridges = context.find(typeKey(type.text));
    if (cartridges.length === 0 || !about(cartridges, areSingleTenant)) return;
    report({
      at: { path: type.path },
      message: `Cartridge "${type.text}" is not multi-tenant. The server refuses this service deployment. Make the cartridge multi-tenant, or subscribe to it.`,
      related: linksTo(
        cartridges,
        facts => facts.type,
        () => `cartridge "${type.text}"`,
      ),
    });
  },
});
