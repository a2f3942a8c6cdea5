import type { Neighbour } from '../links/lookup';
import { linksTo } from '../links/related';
import { about } from '../links/several';
import type { CartridgeFacts } from '../model/cartridge';
import { typeKey } from '../model/keys';
import { known } from '../model/text';
import { ruleOn } from './rule';

const areSingleTenant = (cartridges: readonly Neighbour[]): boolean => cartridges.every(({ facts }) => facts.multiTenant === 'not true');

export const serviceOfSingleTenantCartridge = ruleOn(['service deployment'], {
  id: 'service-of-single-tenant-cartridge',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A service deployment runs a multi-tenant cartridge.',
  why: 'Deploying the service is refused: "Cartridge definition with type … is not multitenant".',
  source: 'ServiceDeploymentManager.java:66-92 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const type = known(facts.cartridgeType);
    const cartridges = type ? related.find<CartridgeFacts>(typeKey(type.text)) : [];
    if (cartridges.length === 0 || !about(cartridges, areSingleTenant)) return;
    say({
      at: { path: type!.path },
      message: `"${type!.text}" is not multi-tenant, so this service deployment is refused; make the cartridge multi-tenant, or subscribe to it`,
      related: linksTo(
        cartridges,
        facts => facts.type,
        () => 'the cartridge',
      ),
    });
  },
});
