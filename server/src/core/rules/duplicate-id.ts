import { linksTo } from '../links/related';
import type { FactsBase } from '../model/artifact';
import { idKey } from '../model/keys';
import { known, type Text } from '../model/text';
import { ruleOn } from './rule';

export const duplicateId = ruleOn(['partition', 'deployment policy', 'autoscale policy'], {
  id: 'duplicate-id',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'An id stands once among the files of one kind in a folder.',
  why: 'The second one is refused: it exists already.',
  source: 'PartitionManager.java:76-83, PolicyManager.java:79-112 (Private PaaS 4.0.0)',
  check(artifact, say, related) {
    const id = 'id' in artifact.facts ? known(artifact.facts.id) : undefined;
    const others = id && related.others<FactsBase & { id: Text | undefined }>(idKey(artifact.kind, id.text));
    if (!others || others.count === 0) return;
    say({
      at: { path: id.path },
      message: `The ${artifact.kind} in ${related.namesOf(others)} has the id "${id.text}", too, and whichever is deployed last is refused; give each an id of its own`,
      related: linksTo(
        others.first,
        facts => facts.id,
        () => 'the same id',
      ),
    });
  },
});
