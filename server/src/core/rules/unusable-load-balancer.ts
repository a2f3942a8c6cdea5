import { linksTo, type CartridgeRelated } from '../links/related';
import { isLoadBalancer, type CartridgeFacts } from '../model/cartridge';
import { LOAD_BALANCER, typeKey } from '../model/keys';
import type { Neighbour } from '../links/lookup';
import { about } from '../links/several';
import { given, known, type Text } from '../model/text';
import { cartridgeRule, type Say } from './rule';

export const unusableLoadBalancer = cartridgeRule({
  id: 'unusable-load-balancer',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The load balancer that a cartridge asks for is a cartridge of provider `lb` or `loadbalancer`, and not multi-tenant.',
  why: 'Otherwise the service manager refuses to deploy the service, or to subscribe to it.',
  source:
    'CartridgeSubscriptionUtils.java:318-330, CartridgeSubscriptionFactory.java:85-86, CartridgeSubscriptionManager.java:229-231 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    for (const { askedBy, type } of facts.loadBalancers) {
      if (!given(type)) {
        say({
          at: { path: askedBy.path },
          severity: 'error',
          message:
            'default.load.balancer is true and loadBalancer has no type, so the service cannot be deployed; name the type of a load balancer',
        });
        continue;
      }
      if (!known(type)) continue;
      judge(type!, say, related);
    }
  },
});

const areNone = (named: readonly Neighbour[]): boolean =>
  named.every(({ facts }) => known(facts.provider) !== undefined && !isLoadBalancer(facts));
const areMultiTenant = (named: readonly Neighbour[]): boolean => named.every(({ facts }) => facts.multiTenant === 'true');

function judge(type: Text, say: Say, related: CartridgeRelated): void {
  const named = related.find<CartridgeFacts>(typeKey(type.text));
  const links = linksTo(
    named,
    facts => facts.type,
    () => `the cartridge "${type.text}"`,
  );
  const problem = (message: string) => ({ at: { path: type.path }, message, related: links });
  if (named.length === 0) {
    const isUnknown = related.isDangling({ to: 'cartridge', name: type, key: typeKey(type.text) }) && related.exists(LOAD_BALANCER);
    if (isUnknown)
      say(
        problem(`No cartridge in reach has the type "${type.text}", so the service cannot be deployed; name the type of a load balancer`),
      );
  } else if (about(named, areNone)) {
    say(
      problem(
        `The provider of "${type.text}" is "${named[0]!.facts.provider!.text}"; only a cartridge of provider lb or loadbalancer is taken for a load balancer`,
      ),
    );
  } else if (about(named, areMultiTenant)) {
    say(problem(`"${type.text}" is multi-tenant, and the service manager refuses such a load balancer; name one that is not`));
  }
}
