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
  summary: 'A service deployment runs a multi-tenant cartridge.',
  why: 'Deploying the service is refused: "Cartridge definition with type … is not multitenant".',
  source: 'ServiceDeploymentManager.java:66-92 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const type = literal(facts.cartridgeType);
    if (!type) return;
    const cartridges = context.find(typeKey(type.text));
    if (cartridges.length === 0 || !about(cartridges, areSingleTenant)) return;
    report({
      at: { path: type.path },
      message: `"${type.text}" is not multi-tenant, so this service deployment is refused; make the cartridge multi-tenant, or subscribe to it`,
      related: linksTo(
        cartridges,
        facts => facts.type,
        () => 'the cartridge',
      ),
    });
  },
});
