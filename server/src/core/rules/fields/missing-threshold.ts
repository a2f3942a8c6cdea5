import type { JsonPath } from '../../json/path';
import { isObject, member, type JsonObject } from '../../json/types';
import { listItems } from '../../model/scalar';
import { LIMITS, THRESHOLDS } from '../../vocabulary/fields';
import { editHere, ruleOn, type Report } from '../engine/rule';

export const missingThreshold = ruleOn(['autoscale policy'], {
  id: 'missing-threshold',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'An autoscale policy lacks `requestsInFlight`, `memoryConsumption` or `loadAverage`.',
  requires: 'An autoscale policy has `requestsInFlight`, `memoryConsumption` and `loadAverage`. One that states limits needs none.',
  why: 'The autoscaler asks all three for their average. One that is absent is null: each check ends with an exception, and the cluster is never scaled.',
  source: 'scaling.drl:76-88, PojoConverter.java:238-264 (Private PaaS 4.0.0)',
  check({ root }, report) {
    const [one, ...others] = listItems(root, 'loadThresholds');
    if (!one || others.length > 0 || !isObject(one.value)) return;
    const thresholds = one.value;
    // Which thresholds the releases look at that read limits is not known.
    if (THRESHOLDS.some(name => hasLimitsAlone(thresholds, name))) return;
    for (const name of THRESHOLDS) if (member(thresholds, name) === undefined) report(missing(name, one.path));
  },
});

function hasLimitsAlone(thresholds: JsonObject, name: string): boolean {
  const threshold = member(thresholds, name);
  return isObject(threshold) && member(threshold, 'average') === undefined && LIMITS.some(limit => member(threshold, limit) !== undefined);
}

const missing = (name: string, path: JsonPath): Report => ({
  at: { path: ['loadThresholds'], on: 'key' },
  subject: name,
  message: `${name} is missing in loadThresholds. Each check of the autoscaler fails, and the cluster is never scaled. Add ${name} with an average.`,
  fixes: () => [
    {
      title: `Insert ${name} (fill in the value)`,
      change: editHere([{ op: 'insert', object: path, key: name, value: { average: '<AVERAGE>' } }]),
      caret: [...path, name, 'average'],
    },
  ],
});
