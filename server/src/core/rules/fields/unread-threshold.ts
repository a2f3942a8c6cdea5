import { childPath } from '../../json/internedPaths';
import type { JsonPath } from '../../json/path';
import { isObject, member, type JsonObject } from '../../json/types';
import { listItems } from '../../model/scalar';
import { LIMITS } from '../../vocabulary/fields';
import { ruleOn } from '../engine/rule';

export const unreadThreshold = ruleOn(['autoscale policy'], {
  id: 'unread-threshold',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'info',
  summary: 'An autoscale policy has `upperLimit` or `lowerLimit`, which only some releases read.',
  requires:
    'An autoscale policy states `average` in 4.0 and `threshold` in 4.1, which all releases read, and no `upperLimit` or `lowerLimit`.',
  why: 'Three lines of releases read three kinds of thresholds. Private PaaS 4.0.0 reads `average` and `gradient`. The bug-fix branch of 4.0.0 and Stratos 4.1.0-m1 to -m4 read `upperLimit` and `lowerLimit` only. Stratos reads `threshold` from 4.1.0 on. A release that does not find its own threshold uses 0 instead, and 4.0.0 then always scales up.',
  source:
    'LoadAverageThresholds.java:27 (branch ppaas-4.0.0-bug-fixes), scaling.drl:76-92 (Private PaaS 4.0.0); LoadAverageThresholdsBean.java:27 (Stratos 4.1.0)',
  check({ root }, report) {
    const at = firstLimit(root);
    if (!at) return;
    report({
      at: { path: at, on: 'key' },
      subject: 'loadThresholds',
      message:
        'upperLimit and lowerLimit are for the bug-fix branch of Private PaaS 4.0.0 and for Stratos 4.1.0-m1 to -m4. ' +
        'Private PaaS 4.0.0 itself reads average, and Stratos reads threshold from 4.1.0 on. Use the name that your release reads.',
    });
  },
});

function firstLimit(root: JsonObject): JsonPath | undefined {
  for (const { value, path } of listItems(root, 'loadThresholds')) {
    if (!isObject(value)) continue;
    for (const [name, threshold] of Object.entries(value)) {
      const limit = isObject(threshold) ? LIMITS.find(key => member(threshold, key) !== undefined) : undefined;
      if (limit !== undefined) return [...childPath(path, name), limit];
    }
  }
  return undefined;
}
