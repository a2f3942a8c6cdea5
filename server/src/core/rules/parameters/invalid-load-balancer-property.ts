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
  summary: 'The properties of `loadBalancer` are those that the service manager knows, and its switches are `true` or `false`.',
  why: 'A switch counts only if its value is exactly `true`; a name that is not known is passed over. For a multi-tenant service, `existing.load.balancers` ends in an error of the server.',
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
            message: `${EXISTING} on a multi-tenant cartridge ends in an error of the server when the service is deployed; use default.load.balancer`,
          });
      } else if (!SWITCHES.includes(name.text)) {
        report({
          at: { path: name.path },
          message: `The service manager does not know "${name.text}" and passes it over; it is one of ${[...SWITCHES, EXISTING].join(', ')}`,
        });
      } else if (value && value.text !== 'true' && value.text !== 'false') {
        report({
          at: { path: value.path },
          message: `${name.text} counts only if it is exactly "true", and this is "${value.text}"; write "true" or "false"`,
        });
      }
    }
  },
});
