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
  summary: 'The load balancer that a cartridge names is missing, is multi-tenant, or has a provider other than `lb` and `loadbalancer`.',
  requires:
    'The load balancer that a cartridge names is a single-tenant cartridge in the workspace folder with the provider `lb` or `loadbalancer`. With `default.load.balancer` `true`, it is named.',
  why: 'The service manager refuses the service deployment or the subscription.',
  source:
    'CartridgeSubscriptionUtils.java:318-330, CartridgeSubscriptionFactory.java:85-86, CartridgeSubscriptionManager.java:229-231 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    for (const { askedBy, type } of facts.loadBalancers) {
      if (!nonEmpty(type)) {
        report({
          at: { path: askedBy.path },
          severity: 'error',
          message:
            'default.load.balancer is true, but loadBalancer has no type. The server refuses to deploy the service. Add the type of a load balancer.',
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
    () => `cartridge "${type.text}"`,
  );
  const problem = (message: string) => ({ at: { path: type.path }, message, related: links });
  const [first] = named;
  if (!first) {
    const isUnknown = context.isDangling({ key: typeKey(type.text) }, 'cartridge') && context.exists(LOAD_BALANCER);
    if (isUnknown)
      report(
        problem(
          `"${type.text}" is unknown: no cartridge in this workspace folder has this type. Without it, the server refuses to deploy the service. Use the type of a load balancer.`,
        ),
      );
  } else if (about(named, areNone)) {
    report(
      problem(
        `"${type.text}" is not a load balancer: its provider is "${first.facts.provider?.text}". The server refuses it. Use a cartridge with provider "lb" or "loadbalancer".`,
      ),
    );
  } else if (about(named, areMultiTenant)) {
    report(problem(`"${type.text}" is a multi-tenant load balancer. The server refuses it. Use one that is not multi-tenant.`));
  }
}
