import { isObject } from '../../json/types';
import { literal, listItems, textAt } from '../../model/scalar';
import { isWrapped } from '../../model/wrapper';
import { cartridgeRule } from '../engine/rule';

export const duplicatePort = cartridgeRule({
  id: 'duplicate-port',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'Two port mappings have the same `proxyPort` and protocol.',
  requires: 'Port mappings with the same protocol have different `proxyPort` values.',
  why: 'The load balancer keeps one mapping for a `proxyPort` and protocol. The port of the other mapping is never reached.',
  source: 'LoadBalancerContextUtil.java:391-426 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    if (isWrapped(cartridge)) return;
    const first = new Map<string, readonly (string | number)[]>();
    for (const { value, path } of listItems(cartridge.root, 'portMapping')) {
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
          message: `proxyPort ${port.text} is already mapped for ${protocol.text}. Only one of the two mappings is reached. Use another proxyPort.`,
          related: [{ place: { path: before }, message: 'first mapping' }],
        });
    }
  },
});
