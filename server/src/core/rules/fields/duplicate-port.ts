import { isObject } from '../../json/types';
import { literal, listItems, textAt } from '../../model/scalar';
import { isWrapped } from '../support/fieldWalk';
import { cartridgeRule } from '../engine/rule';

export const duplicatePort = cartridgeRule({
  id: 'duplicate-port',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'Each port of the load balancer is mapped once per protocol.',
  why: 'Of two mappings with the same proxyPort and protocol the load balancer can serve only one.',
  source: 'LoadBalancerContextUtil.java:391-426 (Private PaaS 4.0.0)',
  check({ root }, report) {
    if (isWrapped(root)) return;
    const first = new Map<string, readonly (string | number)[]>();
    for (const { value, path } of listItems(root, 'portMapping')) {
      if (!isObject(value)) continue;
      const port = literal(textAt(value, 'proxyPort', path));
      const protocol = literal(textAt(value, 'protocol', path));
      if (!port || !protocol) continue;
      const mapping = `${protocol.text} ${port.text}`;
      const before = first.get(mapping);
      if (!before) first.set(mapping, port.path);
      else
        report({
          at: { path: port.path },
          message: `proxyPort ${port.text} is mapped twice for ${protocol.text}, and only one of the two can be reached; give one of them another port`,
          related: [{ place: { path: before }, message: 'the other mapping' }],
        });
    }
  },
});
