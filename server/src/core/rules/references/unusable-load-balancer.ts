import { linksTo, type CartridgeContext } from '../../links/crossFileContext';
import { isLoadBalancer } from '../../model/cartridge';
import { LOAD_BALANCER, typeKey } from '../../model/keys';
import type { LinkedFile } from '../../links/linkedFile';
import { about } from '../../links/several';
import { nonEmpty, isLiteral, type LocatedString } from '../../model/scalar';
import { cartridgeRule, type ReportFn } from '../engine/rule';

export const unusableLoadBalancer = cartridgeRule({
  id: 'unusable-load-balancer',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The load balancer that a cartridge asks for is a cartridge of provider `lb` or `loadbalancer`, and not multi-tenant.',
  why: 'Otherwise the service manager refuses to deploy the service, or to subscribe to it.',
  source:
    'CartridgeSubscriptionUtils.java:318-330, CartridgeSubscriptionFactory.java:85-86, CartridgeSubscriptionManager.java:229-231 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    for (const { askedBy, type } of facts.loadBalancers) {
      if (!nonEmpty(type)) {
        report({
          at: { path: askedBy.path },
          severity: 'error',
          message:
            'default.load.balancer is true and loadBalancer has no type, so the service cannot be deployed; name the type of a load balancer',
        });
        continue;
      }
      if (isLiteral(type)) checkNamed(type, report, context);
    }
  },
});

const areNone = (named: readonly LinkedFile[]): boolean => named.every(({ facts }) => isLiteral(facts.provider) && !isLoadBalancer(facts));
const areMultiTenant = (named: readonly LinkedFile[]): boolean => named.every(({ facts }) => facts.multiTenant === 'true');

function checkNamed(type: LocatedString, report: ReportFn, context: CartridgeContext): void {
  const named = context.find(typeKey(type.text));
  const links = linksTo(
    named,
    facts => facts.type,
    () => `the cartridge "${type.text}"`,
  );
  const problem = (message: string) => ({ at: { path: type.path }, message, related: links });
  const [first] = named;
  if (!first) {
    const isUnknown = context.isDangling({ key: typeKey(type.text) }, 'cartridge') && context.exists(LOAD_BALANCER);
    if (isUnknown)
      report(
        problem(`No cartridge in reach has the type "${type.text}", so the service cannot be deployed; name the type of a load balancer`),
      );
  } else if (about(named, areNone)) {
    report(
      problem(
        `The provider of "${type.text}" is "${first.facts.provider?.text}"; only a cartridge of provider lb or loadbalancer is taken for a load balancer`,
      ),
    );
  } else if (about(named, areMultiTenant)) {
    report(problem(`"${type.text}" is multi-tenant, and the service manager refuses such a load balancer; name one that is not`));
  }
}
