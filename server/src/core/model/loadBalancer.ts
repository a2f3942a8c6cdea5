import { isObject, type JsonObject } from '../json/types';
import { readProperties } from './property';
import { listItems, textAt, type LocatedString } from './scalar';

/** An entry of loadBalancer. */
export interface LoadBalancerFacts {
  /** The name of the property by which it is asked for. */
  readonly askedBy: LocatedString;
  readonly type: LocatedString | undefined;
}

/** Those of a cartridge that are asked for. */
export function readLoadBalancers(root: JsonObject): readonly LoadBalancerFacts[] {
  const found: LoadBalancerFacts[] = [];
  for (const { value, path } of listItems(root, 'loadBalancer')) {
    const asked = isObject(value) ? readProperties(value, 'property', path).named('default.load.balancer') : undefined;
    if (asked?.value?.text === 'true') found.push({ askedBy: asked.name, type: textAt(value as JsonObject, 'type', path) });
  }
  return found;
}
