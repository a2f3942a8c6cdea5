import { isObject } from '../../json/types';
import { readProperties } from '../../model/property';
import { listItems } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { cartridgeRule } from '../engine/rule';

/** CartridgeSubscriptionUtils.java:271-386. */
const EXISTING = 'existing.load.balancers';
const SWITCHES: readonly string[] = ['no.load.balancer', 'default.load.balancer', 'service.aware.load.balancer'];

export const invalidLoadBalancerProperty = cartridgeRule({
  id: 'invalid-load-balancer-property',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A property of `loadBalancer` is unknown or not allowed, or a switch is neither `true` nor `false`.',
  requires: 'The properties of `loadBalancer` are those that the server knows, and its switches are `true` or `false`.',
  why: 'The service manager ignores unknown names, and switches whose value is not exactly `true`. For a multi-tenant service, `existing.load.balancers` causes an error on the server.',
  source: 'CartridgeSubscriptionUtils.java:271-386, ServiceDeploymentManager.java:353-356 (Private PaaS 4.0.0)',
  check({ root, facts }, report) {
    const lists = listItems(root, 'loadBalancer').flatMap(({ value, path }) =>
      isObject(value) ? [...readProperties(value, 'property', path)] : [],
    );
    for (const { name, value } of lists) {
      if (isPlaceholder(name.text) || isPlaceholder(value?.text ?? '')) continue;
      if (name.text === EXISTING) {
        if (facts.multiTenant === 'true')
          report({
            at: { path: name.path },
            message: `${EXISTING} is not valid on a multi-tenant cartridge. Deploying the service fails with an error on the server. Use default.load.balancer.`,
          });
      } else if (!SWITCHES.includes(name.text)) {
        report({
          at: { path: name.path },
          message: `"${name.text}" is unknown. The service manager ignores it. Use one of ${[...SWITCHES, EXISTING].join(', ')}.`,
        });
      } else if (value && value.text !== 'true' && value.text !== 'false') {
        report({
          at: { path: value.path },
          message: `${name.text} "${value.text}" is not valid. The service manager ignores every value but "true". Use "true" or "false".`,
        });
      }
    }
  },
});
