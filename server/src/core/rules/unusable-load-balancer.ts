import { linkTo } from '../links/related';
import { isObject } from '../json/types';
import { isLoadBalancer, LOAD_BALANCER, typeKey, type CartridgeFacts } from '../model/cartridge';
import { readProperties } from '../model/property';
import { given, known, listItems, textAt } from '../model/text';
import { cartridgeRule } from './rule';

export const unusableLoadBalancer = cartridgeRule({
  id: 'unusable-load-balancer',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The load balancer that a cartridge asks for is a cartridge of provider `lb` or `loadbalancer`, and not multi-tenant.',
  why: 'Otherwise the service manager refuses to deploy the service, or to subscribe to it.',
  source:
    'CartridgeSubscriptionUtils.java:318-330, CartridgeSubscriptionFactory.java:85-86, CartridgeSubscriptionManager.java:229-231 (Private PaaS 4.0.0)',
  check({ root }, say, related) {
    for (const { value: loadBalancer, path } of listItems(root, 'loadBalancer')) {
      if (!isObject(loadBalancer)) continue;
      const asked = readProperties(loadBalancer, 'property', path).named('default.load.balancer');
      if (asked?.value?.text !== 'true') continue;
      const type = given(textAt(loadBalancer, 'type', path));
      if (!type) {
        say({
          at: { path: asked.name.path },
          severity: 'error',
          message:
            'default.load.balancer is true and loadBalancer has no type, so the service cannot be deployed; name the type of a load balancer',
        });
        continue;
      }
      if (!known(type)) continue;
      const named = related.find<CartridgeFacts>(typeKey(type.text));
      const links = named.map(end => linkTo(end, end.facts.type, `the cartridge "${type.text}"`));
      const problem = (message: string) => ({ at: { path: type.path }, message, related: links });
      if (named.length === 0) {
        const isUnknown = related.isDangling({ to: 'cartridge', name: type, key: typeKey(type.text) }) && related.exists(LOAD_BALANCER);
        if (isUnknown)
          say(
            problem(
              `No cartridge in reach has the type "${type.text}", so the service cannot be deployed; name the type of a load balancer`,
            ),
          );
      } else if (named.every(({ facts }) => known(facts.provider) && !isLoadBalancer(facts))) {
        say(
          problem(
            `The provider of "${type.text}" is "${named[0]!.facts.provider!.text}"; only a cartridge of provider lb or loadbalancer is taken for a load balancer`,
          ),
        );
      } else if (named.every(({ facts }) => facts.multiTenant === 'true')) {
        say(problem(`"${type.text}" is multi-tenant, and the service manager refuses such a load balancer; name one that is not`));
      }
    }
  },
});
