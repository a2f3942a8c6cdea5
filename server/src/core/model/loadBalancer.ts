import { isObject, type JsonObject } from '../json/types';
import type { LoadBalancerFacts } from './facts';
import { readProperties } from './property';
import { listItems, textAt } from './scalar';

/** Those of a cartridge that are asked for. */
export function readLoadBalancers(root: JsonObject): readonly LoadBalancerFacts[] {
  const found: LoadBalancerFacts[] = [];
  for (const { value, path } of listItems(root, 'loadBalancer')) {
    if (!isObject(value)) continue;
    const asked = readProperties(value, 'property', path).named('default.load.balancer');
    if (asked?.value?.text === 'true') found.push({ askedBy: asked.name, type: textAt(value, 'type', path) });
  }
  return found;
}
