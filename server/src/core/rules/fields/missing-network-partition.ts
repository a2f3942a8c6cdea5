import { member } from '../../json/types';
import { ruleOn } from '../engine/rule';

export const missingNetworkPartition = ruleOn(['deployment policy', 'application policy'], {
  id: 'missing-network-partition',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'A deployment or application policy names no network partition.',
  requires: 'A deployment policy and an application policy name at least one network partition.',
  why: 'The server refuses the policy: "Deployment policy does not have any network partition references".',
  source: 'AutoscalerServiceImpl.java:1054-1155, AutoscalerUtil.java:524-630 (Stratos 4.1.4)',
  check({ kind, root }, report) {
    const networks = member(root, 'networkPartitions');
    if (!Array.isArray(networks) || networks.length > 0) return;
    report({
      at: { path: ['networkPartitions'], on: 'key' },
      message: `networkPartitions is empty. The server refuses the ${kind}. Add the id of a network partition.`,
    });
  },
});
