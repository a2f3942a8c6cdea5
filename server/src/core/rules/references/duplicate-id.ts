import { linksTo } from '../../links/crossFileContext';
import { idKey } from '../../model/keys';
import { literal } from '../../model/scalar';
import { ruleOn } from '../engine/rule';
import { ownNameOf } from '../../model/facts';

export const duplicateId = ruleOn(['partition', 'deployment policy', 'autoscale policy'], {
  id: 'duplicate-id',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'Two files of one kind in a folder have the same id.',
  requires: 'The partitions in a folder have different ids, and so have the deployment policies and the autoscale policies.',
  why: 'The server refuses the second one, because the id already exists.',
  source: 'PartitionManager.java:76-83, PolicyManager.java:79-112 (Private PaaS 4.0.0)',
  check(artifact, report, context) {
    const id = 'id' in artifact.facts ? literal(artifact.facts.id) : undefined;
    const others = id && context.others(idKey(artifact.kind, id.text));
    // The id of one that is wrapped is not read.
    if (!others || others.count === 0 || others.first.some(({ facts }) => !ownNameOf(facts))) return;
    report({
      at: { path: id.path },
      message: `id "${id.text}" is also the id of the ${artifact.kind} in ${context.namesOf(others)}. The server refuses the one that is deployed last. Use a different id for each.`,
      related: linksTo(others.first, ownNameOf, () => `${artifact.kind} with the same id`),
    });
  },
});
