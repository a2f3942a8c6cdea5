import { partitionGroups } from '../../model/deploymentPolicy';
import { literal, textAt } from '../../model/scalar';
import { ruleOn, editHere } from '../engine/rule';

/** autoscaler Constants.java:29-30. */
const ALGORITHMS: readonly string[] = ['round-robin', 'one-after-another'];

export const invalidPartitionAlgorithm = ruleOn(['deployment policy'], {
  id: 'invalid-partition-algorithm',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: '`partitionAlgo` is `round-robin` or `one-after-another`.',
  why: 'The policy is accepted, but no member is ever started: "Partition algorithm … could not be identified !" stands in the log of the autoscaler.',
  source: 'RuleTasksDelegator.java:64-75, autoscaler Constants.java:29-30 (Private PaaS 4.0.0)',
  check({ root }, report) {
    for (const { group, path } of partitionGroups(root)) {
      const algorithm = literal(textAt(group, 'partitionAlgo', path));
      if (!algorithm || ALGORITHMS.includes(algorithm.text)) continue;
      report({
        at: { path: algorithm.path },
        message: `partitionAlgo "${algorithm.text}" is none of ${ALGORITHMS.join(' and ')}, so no member is ever started; write one of them`,
        fixes: () =>
          ALGORITHMS.map(value => ({
            title: `Set partitionAlgo to "${value}"`,
            change: editHere([{ op: 'set', path: algorithm.path, value }]),
          })),
      });
    }
  },
});
